/** The right run, handed in wrongly. */

import { define } from '../define.js';
import { mapParameters } from './parameters.js';

const { mixture, gaussian } = define('report');

export const reportMisconceptions = () =>
  [
    gaussian('report-sd-for-variance', 'sd-used-or-given-as-variance', 'H', (p) => ({
      ...p,
      report: (theta) => ({ ...p.report(theta), variances: p.report(theta).variances.map(Math.sqrt) }),
    })),
    gaussian('report-squared-variance', 'variance-squared-twice', 'L', (p) => ({
      ...p,
      report: (theta) => ({
        ...p.report(theta),
        variances: p.report(theta).variances.map((variance) => variance ** 2),
      }),
    })),
    mixture('report-components-swapped', 'components-exchanged', 'M', (p) => ({
      ...p,
      report: (theta) => mapParameters(p.report(theta), (list) => list.toReversed()),
    })),
    gaussian('report-variances-swapped', 'components-exchanged', 'L', (p) => ({
      ...p,
      report: (theta) => ({ ...p.report(theta), variances: p.report(theta).variances.toReversed() }),
    })),
    mixture('report-responsibility-columns-swapped', 'components-exchanged', 'M', (p) => ({
      ...p,
      reportResponsibilities: (rows) => p.reportResponsibilities(rows).map((row) => row.toReversed()),
    })),
  ] as const;
