/** What a syntax error most likely is, in words for someone who has never heard of JSON. */

type Words = { readonly message: string; readonly fix: string };

/** Words after one backslash that JSON reads as an escape and a rest: `\frac` would become a form feed and “rac”. */
const commandsLikeEscapes =
  /^\\((?:frac|forall|flat|big|bigg|beta|bar|binom|begin|bf|bmod|nabla|nu|ne|neq|not|nonumber|rho|right|rm|rightarrow|tau|theta|times|tfrac|tan|tanh|text|tilde|to|top|upsilon|uparrow)(?![a-zA-Z])|(?:bar|tilde|text)(?=[a-zA-Z]))/;
const notAnEscape = /^\\([a-zA-Z]+)/;

/** The LaTeX command that begins at a backslash, if that is what was meant. */
export const latexEscape = (text: string, index: number): string | undefined => {
  const rest = text.slice(index, index + 40);
  const command = commandsLikeEscapes.exec(rest)?.[1];
  if (command !== undefined) return command;
  const other = notAnEscape.exec(rest)?.[1] ?? '';
  return other !== '' && !'bfnrtu'.includes(other.charAt(0)) ? other : undefined;
};

/** A word that stands where an answer should. */
export const explainWord = (word: string): Words => {
  const shown = word.length > 40 ? `${word.slice(0, 40)}…` : word;
  if (/^[-+]?(?:nan|inf|infinity)$/i.test(word)) {
    const meant = /nan/i.test(word) ? 'nan' : word.startsWith('-') ? '-inf' : 'inf';
    return { message: `${shown} stands without quotes.`, fix: `Write "${meant}".` };
  }
  if (/^(?:True|False|None)$/.test(word))
    return {
      message: `${shown} is Python, not JSON.`,
      fix: 'An answer is a number, a text in double quotes, or a list of them.',
    };
  if (/^\+\d/.test(word))
    return { message: `The number ${shown} begins with a plus sign.`, fix: `Write ${shown.slice(1)}.` };
  if (/^-?\.\d/.test(word))
    return { message: `The number ${shown} has no digit before the point.`, fix: `Write ${shown.replace('.', '0.')}.` };
  if (/^-?\d+\.$/.test(word))
    return { message: `The number ${shown} has no digit after the point.`, fix: `Write ${shown}0.` };
  if (/^-?0\d/.test(word))
    return {
      message: `The number ${shown} begins with a needless zero.`,
      fix: `Write ${shown.replace(/^(-?)0+(?=\d)/, '$1')}.`,
    };
  return {
    message: `“${shown}” stands without quotes.`,
    fix: `Put a formula or a word into double quotes: "${shown}".`,
  };
};

/** A character that stands where something else should. */
export const explainUnexpected = (text: string, index: number, wanted: string): Words => {
  const character = text.slice(index, index + 2);
  if (character === '') {
    return {
      message: `The file ends too early: ${wanted} should follow.`,
      fix: 'Close every bracket and quote; perhaps the file was not saved completely.',
    };
  }
  if (character.startsWith('//') || character.startsWith('/*') || character.startsWith('#')) {
    return { message: 'A remark begins here; JSON has none.', fix: 'Delete the remark.' };
  }
  if (character.startsWith("'") || /^[“”„‟‘’«»]/.test(character)) {
    return { message: `A text begins with ${character.charAt(0)} here.`, fix: 'JSON uses the plain double quote: ".' };
  }
  const before = text.slice(0, index).trimEnd();
  if (character.startsWith(',') && before.endsWith(',')) {
    return {
      message: 'Two commas stand one after the other here.',
      fix: 'Take one of them out; if an entry is missing, write it between them.',
    };
  }
  if (character.startsWith(',') && /[[{]$/.test(before)) {
    return { message: 'A comma stands before the first entry.', fix: 'Take it out.' };
  }
  if (wanted.startsWith('a field name') && /^\d/.test(character) && before.endsWith(',')) {
    return {
      message: 'A number stands where a field name should.',
      fix: 'If the comma was a decimal comma, write a point: -24.5.',
    };
  }
  if (wanted.startsWith('a field name')) {
    return {
      message: `A field name in double quotes should stand here, not “${shown(character)}”.`,
      fix: 'Such as "answers".',
    };
  }
  if (wanted === 'a colon')
    return {
      message: `A colon should stand between a field name and its value, not “${shown(character)}”.`,
      fix: 'Write "name": value.',
    };
  if (wanted.startsWith('a comma') && /^["\d[{-]/.test(character)) {
    return { message: 'A comma is missing before this.', fix: 'Entries are separated by commas.' };
  }
  if (wanted.startsWith('a comma') && /^[-+*/^(]/.test(character)) {
    return {
      message: `“${shown(character)}” stands behind a number.`,
      fix: 'Put a formula into double quotes: "1/3".',
    };
  }
  if (wanted === 'an answer' && /^[,}\]]/.test(character)) {
    return { message: 'The value is missing here.', fix: 'Write "" for an answer you leave blank.' };
  }
  return {
    message: `${wanted.charAt(0).toUpperCase()}${wanted.slice(1)} should stand here, not “${shown(character)}”.`,
    fix: 'Compare the brackets, commas and quotes with the template.',
  };
};

const shown = (text: string): string => {
  const character = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return /[\p{C}\p{Z}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character;
};
