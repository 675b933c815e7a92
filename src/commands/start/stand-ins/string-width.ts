import { columnsOf } from '../../../expression/index.js';

/** What starts the codes of colours, up to their last letter. */
const colour = /\u001b\[[\d;]*m/g; // oxlint-disable-line no-control-regex -- that is what colours begin with

/**
 * In the bundle, in place of the package that yargs lays help out with: its tables of emoji and a segmenter for all languages cost two bare
 * starts of Node, to measure our own words.
 */
// oxlint-disable-next-line import/no-default-export -- as the package has it
export default (text: string): number => columnsOf(text.replace(colour, ''));
