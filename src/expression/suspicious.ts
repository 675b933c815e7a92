import type { FormulaProblem } from '../types.js';
import { codePointName } from './characters.js';

/** Letters of other scripts, and the Latin letters they look like, at the same index. */
const cyrillic = 'аАВсСеЕһНіІјЈкКМоОрРѕЅТхХуУԛԝԁ';
const cyrillicLatin = 'aABcCeEhHiIjJkKMoOpPsSTxXyYqwd';
const greek = 'ΑΒΕΖΗΙΚΜΝοΟΡΤΥΧϲ';
const greekLatin = 'ABEZHIKMNoOPTYXc';

/** Worth naming one by one; more of them say nothing new. */
const mostProblems = 5;

/**
 * Characters that deceive the eye: invisible ones (controls, zero-width, text direction, halves of a pair) and letters
 * that look Latin and are not. None may stand in a formula, so none can hide in one.
 */
export const suspiciousCharacters = (text: string): readonly FormulaProblem[] => {
  const problems: FormulaProblem[] = [];
  for (let index = 0; index < text.length && problems.length < mostProblems; index++) {
    const code = text.charCodeAt(index);
    if (code > 126 || code < 32) {
      const problem = isInvisible(text, index, code) ? invisible(text, index) : lookAlike(text, index, code);
      if (problem) problems.push(problem);
    }
  }
  return problems;
};

const isInvisible = (text: string, index: number, code: number): boolean =>
  (code < 32 && (code < 9 || code > 13)) ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0xad ||
  code === 0x61c ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0x115f ||
  code === 0x1160 ||
  code === 0x3164 ||
  code === 0xffa0 ||
  isLoneSurrogate(text, index, code);

const isLoneSurrogate = (text: string, index: number, code: number): boolean => {
  if (code >= 0xd800 && code <= 0xdbff) return !((text.charCodeAt(index + 1) & 0xfc00) === 0xdc00);
  return code >= 0xdc00 && code <= 0xdfff && !((text.charCodeAt(index - 1) & 0xfc00) === 0xd800);
};

const invisible = (text: string, index: number): FormulaProblem => ({
  code: 'invisible-character',
  at: { start: index, end: index + 1 },
  message: `There is a character here that cannot be seen (${codePointName(text.charAt(index))}).`,
  fix: 'Delete it, or type this part again by hand.',
});

const lookAlike = (text: string, index: number, code: number): FormulaProblem | undefined => {
  const isGreek = code < 0x400;
  const latin = isGreek ? greekLatin.charAt(at(greek, code)) : cyrillicLatin.charAt(at(cyrillic, code));
  if (latin === '') return undefined;
  return {
    code: 'look-alike',
    at: { start: index, end: index + 1 },
    message: `The letter “${text.charAt(index)}” here is ${isGreek ? 'Greek' : 'Cyrillic'} (${codePointName(text.charAt(index))}); it only looks like the Latin letter ${latin}.`,
    fix: `Type ${latin} again with the Latin keyboard.`,
  };
};

const at = (letters: string, code: number): number => {
  const index = letters.indexOf(String.fromCharCode(code));
  return index < 0 ? letters.length : index;
};
