import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of the solver: problems that ship are solved when the program is built.

export const solve: Engine['solve'] = (...given) => engine().solve(...given);
