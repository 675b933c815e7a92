/** Assignments written together, a digit a point. */

import { narrow } from '../expression/index.js';
import type { Answer } from '../types.js';
import { between } from './open-brackets.js';

/**
 * `22211`, `222 11` and `2-2-2-1-1` as the list they mean, where there are as many digits as points, all of them up to the number of
 * components. Anything else comes back as it is.
 */
export const openDigits = (answer: Answer, points: number, components: number): Answer => {
  const [only] = typeof answer === 'object' && answer.length === 1 ? answer : [answer];
  if (only === undefined || typeof only === 'object' || points < 2 || components > 9) return answer;
  // A digit, and a joint between blanks, for each point.
  if (`${only}`.length > 4 * points + 8) return answer;
  const digits = between(narrow(`${only}`).trim()).replaceAll(joints, '');
  const areLabels =
    digits.length === points && /^\d+$/.test(digits) && digits.split('').every((digit) => Number(digit) <= components);
  return areLabels ? digits.split('') : answer;
};

const joints = /(?<=\d)\s*[-–—/|→>]\s*(?=\d)|(?<=\d)\s+(?=\d)/g;
