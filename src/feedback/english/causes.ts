import { once } from '../../memory/index.js';
import type { MisconceptionId } from '../../misconceptions/index.js';
import type { CauseWording } from '../wording.js';
import { dataCauses } from './causes/data.js';
import { densityCauses } from './causes/density.js';
import { logLikelihoodCauses } from './causes/log-likelihood.js';
import { loopCauses } from './causes/loop.js';
import { meanCauses } from './causes/means.js';
import { responsibilityCauses } from './causes/responsibilities.js';
import { varianceCauses } from './causes/variances.js';
import { weightCauses } from './causes/weights.js';
import { families } from './families.js';

type Table = { readonly [id: string]: CauseWording };

/** Which table has the words for a misconception, by the first word of its id. Only the one that is needed is made: most answers are right. */
const tables: { readonly [word: string]: () => Table } = {
  data: once(dataCauses),
  density: once(densityCauses),
  loglik: once(logLikelihoodCauses),
  loop: once(loopCauses),
  mu: once(meanCauses),
  pi: once(weightCauses),
  resp: once(responsibilityCauses),
  var: once(varianceCauses),
};

/** First words that stand in a table of another name. */
const others: { readonly [word: string]: string } = {
  assign: 'resp',
  init: 'data',
  report: 'loop',
  step: 'loop',
  tool: 'loop',
  training3: 'loop',
};

const entry = (table: Table | undefined, id: string): CauseWording | undefined =>
  table !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;

/** The words for a misconception; nothing for an id that is none. */
export const causeFor = (id: string): CauseWording | undefined => {
  const [word = ''] = id.split('-');
  const name = Object.hasOwn(others, word) ? (others[word] ?? '') : word;
  return Object.hasOwn(tables, name) ? entry(tables[name]?.(), id) : undefined;
};

/** The words for a family of misconceptions; nothing where there is none of that name. */
export const familyFor = (id: string): CauseWording | undefined => entry(allFamilies(), id);

const allFamilies = once((): Table => families());

/** All of them, for whoever wants to read them through. */
export const allCauses = () =>
  ({
    ...dataCauses(),
    ...densityCauses(),
    ...logLikelihoodCauses(),
    ...responsibilityCauses(),
    ...meanCauses(),
    ...varianceCauses(),
    ...weightCauses(),
    ...loopCauses(),
  }) as const satisfies { readonly [Id in MisconceptionId]: CauseWording };
