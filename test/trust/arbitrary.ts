import * as fc from 'fast-check';
import { hostileFormulas, hostileTexts } from './hostile.js';

/** Pieces of formulas, sound ones and others. */
const pieces: readonly string[] = [
  ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'hatmu_k', 'pi_k', 'pi_1', 'N_1', 'N_k', 'sigma_k', 'mu', 'x', 'e', 'pi'],
  ['γ_k1', 'µ', 'μ̂', 'σ²', 'x₁', 'а', '−', '·', '×', '÷', '√', '½', '²', '⁻¹', '∞', '≤', '…'],
  ['0', '1', '2', '3.5', '1e3', '1e-400', '1e400', '0,5', '1,000', '.5', '5.', '007', '999999999999999999999'],
  ['+', '-', '*', '/', '^', '**', '!', '=', '_', '{', '}', '(', ')', '[', ']', '|', ',', ';', ':', '.', ' ', '\n'],
  ['sqrt', 'exp', 'ln', 'log', 'log_2', 'abs', 'min', 'max', 'sin', 'tan', 'acos', 'cosh', 'factorial', 'sqrt('],
  ['\\frac{', '\\frac', '\\sqrt[3]{', '\\sum_{i=1}^{3}', '\\hat\\mu_k', '\\gamma_{k1}', '\\left(', '\\right)', '\\'],
].flat();

/** Answers to the homework that are right, or wrong in a common way. */
const sound = [
  'pi_k*N_k/(pi_1*N_1 + pi_2*N_2)',
  '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)',
  '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/(gamma_k1 + gamma_k2)',
  '(gamma_k1 + gamma_k2)/2',
  '\\frac{\\gamma_{k1} + \\gamma_{k2}}{2}',
  '(γ_k1·x₁ + γ_k2·x₂)/2',
];

/** A text with a piece cut out and another put in. */
const mutated = (texts: fc.Arbitrary<string>, put: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(texts, fc.nat(), fc.nat(6), put).map(([text, at, drop, piece]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place + drop);
  });

const piece = fc.constantFrom(...pieces);
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));

/** Texts a student may write where a formula is asked for. */
export const formulaText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')), weight: 4 },
  { arbitrary: fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(' ')), weight: 1 },
  { arbitrary: mutated(fc.constantFrom(...sound), piece), weight: 4 },
  { arbitrary: mutated(fc.constantFrom(...hostileFormulas), piece), weight: 1 },
  { arbitrary: fc.tuple(piece, fc.integer({ min: 1, max: 3000 })).map(([text, n]) => text.repeat(n)), weight: 1 },
  { arbitrary: anyText, weight: 2 },
);

/** Names and other texts that are shown again. */
export const shownText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  mutated(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 3 })),
  anyText,
);

const oddNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(0, 1, 2, 1e308, 5e-324, 24.5, -24.5, 2 ** 53),
);
const entry = fc.oneof(
  oddNumber,
  formulaText,
  fc.constantFrom('nan', 'inf', '-inf', '0,5', '1/3', '-24.5 ', '', 'σ₁²'),
);

/** Answers of every shape, also of none that is asked for. */
const answer = fc.oneof(
  entry,
  fc.array(entry, { maxLength: 7 }),
  fc.array(fc.array(entry, { maxLength: 3 }), { maxLength: 6 }),
);

/** Answers files to these questions. */
export const answersFile = (questions: readonly string[]): fc.Arbitrary<object> =>
  fc.record(
    {
      student: shownText,
      attempt: fc.integer({ min: 1, max: 5 }),
      submittedAt: fc.constantFrom('2016-08-16T20:00:00Z', '2016-08-19T20:00:00+02:00'),
      answers: fc.dictionary(fc.constantFrom(...questions), answer, { maxKeys: 5, noNullPrototype: true }),
    },
    { requiredKeys: ['answers'] },
  );

/** The bytes of a sound text with some of them replaced, cut out or doubled. */
export const spoilt = (text: string): fc.Arbitrary<Uint8Array> => {
  const bytes = new TextEncoder().encode(text);
  return fc
    .array(fc.tuple(fc.nat(bytes.length), fc.nat(8), fc.uint8Array({ maxLength: 4 })), { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce<Uint8Array>(
        (all, [at, drop, put]) => Uint8Array.from([...all.subarray(0, at), ...put, ...all.subarray(at + drop)]),
        bytes,
      ),
    );
};

const yamlValue = fc.constantFrom(
  ...[
    ['null', '[]', '{}', '-1', '0', '1e999', '.nan', '.inf', 'true', 'text', '[[1], [2, 3]]', '*alias', '&a [*a]'],
    [
      '!!binary x',
      '0x10',
      '2026-01-01',
      '"\\u001b[31m"',
      '<script>',
      '../../etc/passwd',
      '{ file: ../x }',
      '!!js/function x',
    ],
    ['{ from: means, at: 99999999 }', '{ <<: *a }', '? x', '|', '> ', '1/3', '1/0', '9^9^9^9', '__proto__'],
  ].flat(),
);

/** A sound problem file with a line replaced, dropped or doubled, or a value of another kind. */
export const spoiltProblem = (text: string): fc.Arbitrary<string> => {
  const lines = text.split('\n');
  const edit = fc.oneof(
    fc.tuple(fc.nat(lines.length - 1), yamlValue).map(
      ([at, value]) =>
        (all: readonly string[]): readonly string[] =>
          all.with(
            at % all.length,
            (all[at % all.length] ?? '').replace(/: .*/, () => `: ${value}`),
          ),
    ),
    fc.nat(lines.length - 1).map(
      (at) =>
        (all: readonly string[]): readonly string[] =>
          all.toSpliced(at % all.length, all.length > 1 ? 1 : 0),
    ),
    fc.tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1)).map(
      ([from, to]) =>
        (all: readonly string[]): readonly string[] =>
          all.toSpliced(to % all.length, 0, all[from % all.length] ?? ''),
    ),
    fc
      .tuple(fc.nat(lines.length - 1), fc.nat(30), fc.string({ unit: 'binary', maxLength: 3 }))
      .map(([at, column, put]) => (all: readonly string[]): readonly string[] => {
        const line = all[at % all.length] ?? '';
        return all.with(at % all.length, line.slice(0, column) + put + line.slice(column));
      }),
  );
  return fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) => edits.reduce<readonly string[]>((all, apply) => apply(all), lines).join('\n'));
};
