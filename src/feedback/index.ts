/** All wording: verdicts, causes and facts into sentences, and how a terminal shows them. */
export { describeCause } from './describe-cause.js';
export { causeFor, familyFor } from './english/causes.js';
export { english } from './english/index.js';
export { escapeForTerminal, escapeJsonForTerminal } from './escape.js';
export { isRefused, toldBy } from './question-messages.js';
export { inputSentence, reportOn, reportWhole, sayOf, type Shown, shownProof, visibleCauses } from './report-on.js';
export { solutionsOf, type Solutions } from './solutions.js';
export { paint, type Style } from './style.js';
export { renderReport } from './terminal/render-report.js';
export { whyOpen } from './why-open.js';
export { wrap } from './terminal/width.js';
export { toAscii } from './terminal/ascii.js';
