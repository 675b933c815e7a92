/** First words that are commands. A file of such a name is written `./batch`. */
export const reservedWords: ReadonlySet<string> = new Set([
  'batch',
  'merge',
  'lint',
  'solve',
  'init',
  'preview',
  'completion',
  'help',
]);
