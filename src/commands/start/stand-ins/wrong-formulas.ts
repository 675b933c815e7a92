import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of the door of the wrong formulas: they are asked for only by answers that use unknown symbols.

export const formulaQuestion: Engine['formulaQuestion'] = (...given) => engine().formulaQuestion(...given);
export const knownForeignSymbols: Engine['knownForeignSymbols'] = (...given) => engine().knownForeignSymbols(...given);
export const wrongFormulas: Engine['wrongFormulas'] = (...given) => engine().wrongFormulas(...given);
