import { markup, type Markup } from './html.js';
import type { Picture } from './picture.js';
import { plotDensities } from './plot-densities.js';
import { plotLogLikelihood } from './plot-log-likelihood.js';
import { plotResponsibilities } from './plot-responsibilities.js';

/** The plots that the picture has data for, in the order of the procedure. */
export const renderPicture = (picture: Picture): Markup =>
  markup`<div class="pictures">${[plotDensities(picture), plotResponsibilities(picture), plotLogLikelihood(picture)]}</div>`;
