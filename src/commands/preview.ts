import { escapeForTerminal } from '../feedback/index.js';
import { suggestion } from '../spelling/index.js';
import { loadProblem, shippedProblems } from '../problem/load.js';
import type { Problem } from '../types.js';
import { type Arguments, type Command, textOption } from './command.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { printProblems } from './input-problems.js';
import type { Io } from './io.js';
import { previewFormula, type Offer } from './preview-formula.js';

/** Showing how a formula is read, before it is handed in. */
export const previewCommand = {
  name: 'preview',
  summary: 'show how a formula is read',
  positionals: [{ name: 'formula', summary: 'the formula, in quotation marks' }],
  options: {
    problem: { summary: 'the problem it belongs to', value: 'id|path' },
    question: { summary: 'the question it answers: its symbols are known then', value: 'id' },
  },
  examples: [
    ['check preview "(a+b)/2"', 'show a formula as on paper'],
    [
      'check preview "(gamma_k1+gamma_k2)/2" --problem em-two-gaussians --question mixing-weight',
      'and hold its symbols against a question',
    ],
    ['check preview -- "-x^2"', 'a formula that begins with a minus sign'],
  ],
  run: (args, io) => preview(args, io),
} as const satisfies Command;

const preview = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const [formula = ''] = args.positionals;
  const offered = await offerFor(textOption(args, 'problem'), textOption(args, 'question'), io);
  if (offered.kind === 'stop') return offered.code;
  const { kind, text } = previewFormula(formula, offered.offer, io.style);
  if (kind !== 'unreadable') io.write(`${text}\n`);
  else io.tell(`${text}\n`);
  return kind === 'read' ? exitCode.done : exitCode.notGradable;
};

type Offered =
  | { readonly kind: 'go'; readonly offer: Offer | undefined }
  | { readonly kind: 'stop'; readonly code: ExitCode };

const usage = (message: string, io: Io): Offered => {
  io.tell(`check: ${escapeForTerminal(message)}\n`);
  return { kind: 'stop', code: exitCode.usage };
};

/** The symbols of the question asked for; nothing where none is. */
const offerFor = async (asked: string | undefined, question: string | undefined, io: Io): Promise<Offered> => {
  if (question === undefined && asked === undefined) return { kind: 'go', offer: undefined };
  if (question === undefined) return usage('Which question of the problem? Give --question.', io);
  const [only, ...others] = shippedProblems();
  const id = asked ?? (others.length === 0 ? only : undefined);
  if (id === undefined) return usage('Which problem is the question from? Give --problem.', io);
  const loaded = await loadProblem(id);
  if (loaded.kind === 'invalid') {
    printProblems(loaded.problems, io, io.style);
    return { kind: 'stop', code: exitCode.notGradable };
  }
  return offerOf(loaded.problem, question, io);
};

const offerOf = async (problem: Problem, id: string, io: Io): Promise<Offered> => {
  const ids = problem.questions.map((question) => question.id);
  const at = ids.indexOf(id);
  if (at < 0) return usage(`${problem.id} has no question “${id}”. ${suggestion(id, ids, 30)}`, io);
  const { prepareProblem } = await import('../grading/index.js');
  const prepared = prepareProblem(problem).questions[at]?.();
  if (prepared?.kind !== 'formula') return { kind: 'go', offer: { vocabulary: { symbols: [] }, symbols: [] } };
  return { kind: 'go', offer: { vocabulary: prepared.symbols.vocabulary, symbols: prepared.symbols.offered } };
};
