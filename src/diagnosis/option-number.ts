import type { ChoiceSpec } from '../types.js';

/** An option as the number that predictions know it by: its key, or, where keys are words, its place among them. */
export const optionNumber = ({ options }: Pick<ChoiceSpec, 'options'>, key: string): number | undefined => {
  if (!Object.hasOwn(options, key)) return undefined;
  const keys = Object.keys(options);
  return keys.every((each) => Number.isFinite(Number(each))) ? Number(key) : keys.indexOf(key) + 1;
};
