import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of what runs wrong procedures.

export const applies: Engine['applies'] = (...given) => engine().applies(...given);
export const perform: Engine['perform'] = (...given) => engine().perform(...given);
