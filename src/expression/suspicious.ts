import type { FormulaProblem } from '../types.js';
import { codePointName, isHidden } from './characters.js';
import { functionNamed } from './functions.js';

/** Letters of other scripts, and the Latin letters they look like, at the same index. */
const cyrillic = 'аАВсСеЕһНіІјЈкКМоОрРѕЅТхХуУԛԝԁ';
const cyrillicLatin = 'aABcCeEhHiIjJkKMoOpPsSTxXyYqwd';
const greek = 'ΑΒΕΖΗΙΚΜΝοΟΡΤΥΧϲ';
const greekLatin = 'ABEZHIKMNoOPTYXc';

/** Worth naming one by one; more of them say nothing new. */
const mostProblems = 5;

/** True for a text of plain characters and blanks alone, as most formulas are: none of them can deceive. */
export const isPlain = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) if (isOdd(text.charCodeAt(index))) return false;
  return true;
};

const isOdd = (code: number): boolean => code > 126 || (code < 32 && (code < 9 || code > 13));

/**
 * Characters that deceive the eye: invisible ones (controls, zero-width, text direction, halves of a pair) and letters
 * that look Latin and are not. None may stand in a formula, so none can hide in one.
 */
export const suspiciousCharacters = (text: string): readonly FormulaProblem[] => {
  const problems: FormulaProblem[] = [];
  for (let index = 0; index < text.length && problems.length < mostProblems; index++) {
    const code = text.charCodeAt(index);
    if (isOdd(code) && !isApplication(text, index)) {
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      const problem = isHidden(character) ? hidden(character, index) : lookAlike(character, index);
      if (problem) problems.push(problem);
      index += character.length - 1;
    }
  }
  return problems;
};

/** Word puts U+2061 between a function and what it is taken of: there it hides nothing. */
const isApplication = (text: string, index: number): boolean => {
  if (text.charCodeAt(index) !== 0x2061) return false;
  const [word = ''] = /[A-Za-z]+$/.exec(text.slice(Math.max(0, index - 12), index)) ?? [];
  return functionNamed(word) !== undefined;
};

const hidden = (character: string, index: number): FormulaProblem => ({
  code: 'invisible-character',
  at: { start: index, end: index + character.length },
  message: `There is a character here that cannot be seen (${codePointName(character)}).`,
  fix: 'Delete it, or type this part again by hand.',
});

const lookAlike = (character: string, index: number): FormulaProblem | undefined => {
  const isGreek = character < '\u0400';
  const latin = isGreek ? greekLatin.charAt(at(greek, character)) : cyrillicLatin.charAt(at(cyrillic, character));
  if (latin === '') return undefined;
  return {
    code: 'look-alike',
    at: { start: index, end: index + 1 },
    message: `The letter “${character}” here is ${isGreek ? 'Greek' : 'Cyrillic'} (${codePointName(character)}); it only looks like the Latin letter ${latin}.`,
    fix: `Type ${latin} again with the Latin keyboard.`,
  };
};

const at = (letters: string, character: string): number => {
  const index = letters.indexOf(character);
  return index < 0 ? letters.length : index;
};
