import { suggestion } from '../../spelling/index.js';
import { namesToFillIn, placeholder } from '../fill-in.js';
import type { Path } from '../source.js';
import type { Check } from './check.js';

/** Names in braces that stand for nothing would be shown to students as they are. */
export const checkPlaceholders: Check = ({ problem, warn }) => {
  const known = namesToFillIn(problem.model);
  const look = (text: string | undefined, path: Path): void => {
    // Braces in formulas are LaTeX.
    for (const [, name = ''] of (text ?? '').replaceAll(/\$[^$]*\$/g, ' ').matchAll(placeholder)) {
      if (known.includes(name)) continue;
      warn(
        'placeholder',
        path,
        `Nothing is put in for “{${name}}”: students see it as it stands.`,
        suggestion(name, known),
      );
    }
  };
  look(problem.introduction, ['introduction']);
  for (const [index, question] of problem.questions.entries()) {
    for (const field of ['prompt', 'hint', 'explanation'] as const) look(question[field], ['questions', index, field]);
  }
};
