import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of the search for data at which a right formula has no value: only what the engine has decided is searched.

export const gapAtData: Engine['gapAtData'] = (...given) => engine().gapAtData(...given);
