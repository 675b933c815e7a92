import type { Engine } from '../engine-door.js';
import { engine } from './engine.js';

// In the small bundle, in place of the door of the wrong procedures: what they give is looked up, and they are run for few answers.

export const numericMisconceptions: Engine['numericMisconceptions'] = () => engine().numericMisconceptions();
