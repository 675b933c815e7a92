import { quantityShapes } from '../../em/index.js';
import { createSetting } from '../../equivalence/index.js';
import { parseFormula, symbolsOf } from '../../expression/index.js';
import { suggestion } from '../../spelling/index.js';
import type { Domains, FormulaSpec } from '../../types.js';
import type { Path } from '../source.js';
import type { Check, Inspection } from './check.js';
import { whereItHasAValue } from './has-value.js';

/** Formulas that parse, in symbols that are declared, with domains that hold something. */
export const checkFormulas: Check = (inspection) => {
  const { problem } = inspection;
  for (const [index, { answer }] of problem.questions.entries()) {
    if (answer.kind === 'formula') checkFormula(inspection, answer, ['questions', index]);
  }
};

const checkFormula = (inspection: Inspection, spec: FormulaSpec, path: Path): void => {
  const { problem, error, warn } = inspection;
  const used = new Set(checkText(inspection, spec.formula, spec.symbols, [...path, 'formula']));
  for (const [index, identity] of spec.given.entries()) {
    const where = [...path, 'given', index];
    const sides = identity.split('=');
    if (sides.length !== 2) {
      error(
        'identity',
        where,
        `“${identity}” is no identity.`,
        'Write it with one equals sign: gamma_11 + gamma_21 = 1.',
      );
      continue;
    }
    for (const side of sides) for (const symbol of checkText(inspection, side, spec.symbols, where)) used.add(symbol);
  }
  checkIndex(inspection, spec, path);
  checkMeaning(inspection, spec, path);
  for (const field of ['symbols', 'elsewhere'] as const) checkDomains(inspection, spec[field] ?? {}, [...path, field]);
  for (const symbol of Object.keys(spec.elsewhere ?? {})) {
    if (Object.hasOwn(spec.symbols, symbol)) {
      error(
        'duplicate-symbol',
        [...path, 'elsewhere', symbol],
        `“${symbol}” is offered by this question already.`,
        'Keep it in one of symbols and elsewhere.',
        'key',
      );
    }
  }
  for (const symbol of Object.keys(spec.symbols)) {
    if (!used.has(symbol)) {
      warn(
        'unused-symbol',
        [...path, 'symbols', symbol],
        `“${symbol}” is offered, but neither the formula nor an identity uses it.`,
        'Take it out, or move it to elsewhere.',
        'key',
      );
    }
  }
  const quantities = Object.keys(quantityShapes(problem.model.family));
  if (spec.states !== undefined && quantities.length > 0 && !quantities.includes(spec.states)) {
    error(
      'unknown-quantity',
      [...path, 'states'],
      `The solver has no quantity “${spec.states}”.`,
      suggestion(spec.states, quantities),
    );
  }
};

/** Letters that stand in some symbol, and numbers that some symbol has in their place. */
const checkIndex = ({ error }: Inspection, { index = {}, symbols }: FormulaSpec, path: Path): void => {
  const names = Object.keys(symbols);
  for (const [letter, values] of Object.entries(index)) {
    const patterns = names.filter((name) => /_/.test(name) && name.slice(name.indexOf('_')).includes(letter));
    const hasInstance = (value: number): boolean =>
      patterns.some((name) => {
        const end = name.indexOf('_');
        return names.includes(`${name.slice(0, end)}${name.slice(end).replaceAll(letter, `${value}`)}`);
      });
    if (patterns.length === 0) {
      error(
        'index',
        [...path, 'index', letter],
        `No symbol of the question has the index “${letter}”.`,
        'Take it out, or declare a symbol such as pi_k.',
        'key',
      );
    }
    for (const [place, value] of values.entries()) {
      if (patterns.length === 0 || hasInstance(value)) continue;
      error(
        'index',
        [...path, 'index', letter, place],
        `“${letter}” is to be ${value}, but no symbol has ${value} in its place.`,
        `Declare one, such as pi_${value}, or take the number out.`,
      );
    }
  }
};

/** Identities that can hold together, and a formula that has a value under them. */
const checkMeaning = ({ error, warn }: Inspection, spec: FormulaSpec, path: Path): void => {
  const reading = parseFormula(spec.formula, { symbols: Object.keys(spec.symbols) });
  const isClosed =
    reading.kind === 'formula' && symbolsOf(reading.expr).every((symbol) => Object.hasOwn(spec.symbols, symbol));
  if (!isClosed || !Object.values(spec.symbols).every(holdsValues)) return;
  const setting = createSetting(spec.symbols, spec.given);
  for (const { code, identity, message } of setting.problems) {
    if (code === 'unreadable') continue;
    const index = spec.given.indexOf(identity);
    const say = code === 'unsolved' ? warn : error;
    say(
      code,
      [...path, 'given', ...(index < 0 ? [] : [index])],
      message,
      'Check the identities against the domains of the symbols.',
    );
  }
  if (setting.problems.length > 0) return;
  const value = whereItHasAValue(reading.expr, spec.symbols, setting);
  if (value.kind === 'nowhere') {
    error(
      'no-value',
      [...path, 'formula'],
      'The formula has a value nowhere in the domains of its symbols.',
      'Check the formula and the domains.',
    );
  } else if (value.kind === 'gap') {
    const values = Object.entries(value.at).map(([symbol, number]) => `${symbol} = ${number}`);
    warn(
      'gap',
      [...path, 'formula'],
      `The formula has no value at ${values.join(', ')}.`,
      'Narrow the domains: positive, or [low, high].',
    );
  } else if (value.kind === 'pole') {
    const { of, where } = value.pole;
    warn(
      'gap',
      [...path, 'formula'],
      `The formula has no value where “${of}” is zero, as it is ${where}.`,
      'Narrow the domains: positive, or [low, high] without that value.',
    );
  }
};

const holdsValues = (domain: Domains[string]): boolean => typeof domain === 'string' || domain[0] < domain[1];

/** Says what is wrong with a formula's text; gives back the symbols it uses. */
const checkText = ({ error }: Inspection, text: string, symbols: Domains, path: Path): readonly string[] => {
  const known = Object.keys(symbols);
  const reading = parseFormula(text, { symbols: known });
  if (reading.kind === 'unreadable') {
    const [{ at, message, fix }] = reading.problems;
    error('formula', path, `“${text.trim()}” is no formula; at character ${at.start + 1}: ${message}`, fix);
    return [];
  }
  const used = [...symbolsOf(reading.expr)];
  for (const symbol of used) {
    if (!known.includes(symbol)) {
      error(
        'undeclared-symbol',
        path,
        `“${symbol}” is not among the symbols of the question.`,
        known.length === 0
          ? 'Declare it: symbols: { … }.'
          : `${suggestion(symbol, known)} Or declare it under symbols.`,
      );
    }
  }
  return used;
};

const checkDomains = ({ error }: Inspection, domains: Domains, path: Path): void => {
  for (const [symbol, domain] of Object.entries(domains)) {
    if (typeof domain === 'string') continue;
    const [low, high] = domain;
    if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
      error(
        'domain',
        [...path, symbol],
        `The domain [${low}, ${high}] of “${symbol}” holds no values.`,
        'Write [low, high] with low below high.',
      );
    }
  }
};
