import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of the words for mistakes: they are told where a cause is known and may be told.

export const causeFor: Engine['causeFor'] = (...given) => engine().causeFor(...given);
export const familyFor: Engine['familyFor'] = (...given) => engine().familyFor(...given);
