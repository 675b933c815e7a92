import { once } from '../../../memory/index.js';
import type { Engine } from '../engine-door.js';

/** Given by the file that starts the bundle. */
declare const bring: (bundle: 'engine') => Engine;

/** Started when it is first asked. */
export const engine = once(() => bring('engine'));
