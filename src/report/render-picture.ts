import { markup, type Markup } from './html.js';
import type { Picture } from './picture.js';
import { plotDensities } from './plot-densities.js';
import { plotLogLikelihood } from './plot-log-likelihood.js';
import { plotResponsibilities } from './plot-responsibilities.js';

/** The plots that the picture has data for, in the order of the procedure; nothing where there is none. */
export const renderPicture = (picture: Picture): Markup | undefined => {
  const plots = [plotDensities(picture), plotResponsibilities(picture), plotLogLikelihood(picture)];
  return plots.every((plot) => plot === undefined) ? undefined : markup`<div class="pictures">${plots}</div>`;
};
