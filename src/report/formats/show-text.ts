import { escapeForTerminal } from '../../feedback/index.js';

/** A text of students or authors as another program may show it: its lines stay, other controls and what reorders text are written out. */
export const showText = (text: string): string => text.split('\n').map(escapeForTerminal).join('\n');
