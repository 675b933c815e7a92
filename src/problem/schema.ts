/**
 * What a problem file may contain, as a JSON Schema (draft 7). It is the source of truth: files are validated against it, and the
 * build writes it out for editors. `mend` says in plain words what is wanted, where a keyword alone would not.
 */

const text = (description: string) => ({ type: 'string', minLength: 1, description }) as const;

const numeral = {
  anyOf: [{ type: 'number' }, { type: 'string', pattern: '^[-+]?\\d+(\\.\\d+)?\\s*/\\s*\\d+(\\.\\d+)?$' }],
  mend: 'a number, or a fraction such as 1/3',
} as const;

const numerals = { type: 'array', items: numeral, minItems: 1, mend: 'a list of numbers, such as [0.5, 0.5]' } as const;

const table = { type: 'array', items: numerals, minItems: 1, mend: 'a list of rows, each a list of numbers' } as const;

const moment = {
  anyOf: [
    { type: 'string', enum: ['start', 'converged'] },
    { type: 'integer', minimum: 0 },
  ],
  mend: '`start`, `converged`, or the number of a step, such as 1',
  description: 'The moment of the run: start, converged, or after so many steps.',
} as const;

const id = {
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 80,
  mend: 'lower-case words joined by hyphens, such as first-step-means',
} as const;

const symbolName = '^[A-Za-z][A-Za-z0-9_]*$';

const domains = {
  type: 'object',
  mend: 'each symbol with the values it may take, such as { x_1: real, gamma_k1: [0, 1] }',
  propertyNames: {
    pattern: symbolName,
    mend: 'a symbol: a letter, then letters, digits and underscores, such as gamma_k1',
  },
  additionalProperties: {
    anyOf: [
      { type: 'string', enum: ['real', 'positive'] },
      { type: 'array', items: numeral, minItems: 2, maxItems: 2, mend: 'two numbers, [low, high]' },
    ],
    mend: '`real`, `positive`, or [low, high]',
  },
} as const;

const fromSolver = {
  from: text('The quantity the solver derives, such as log-likelihood or means.'),
  at: moment,
  component: { type: 'integer', minimum: 1, description: 'Take the entry of this component (from 1).' },
  point: { type: 'integer', minimum: 0, description: 'Take the row of this point (from 0).' },
} as const;

const precision = {
  decimals: {
    type: 'integer',
    minimum: 0,
    maximum: 12,
    description: 'Right if it rounds to the reference rounded to so many decimals.',
  },
  tolerance: { type: 'number', minimum: 0, description: 'Right if it is no further than this from the reference.' },
  relative: { type: 'number', minimum: 0, description: 'As tolerance, as a share of the reference.' },
} as const;

const keyed = (answer: object) =>
  ({
    type: 'object',
    properties: { ...fromSolver, answer, ...precision },
    additionalProperties: false,
    anyOf: [{ required: ['from'] }, { required: ['answer'] }],
    mend: 'either `from`, for what the solver derives, or `answer`, for what you state',
  }) as const;

const stated = {
  anyOf: [{ type: 'number' }, { type: 'string', minLength: 1 }],
  mend: 'a number, or an expression such as "1/3" or "sqrt(2)"',
} as const;

const answer = {
  anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'array', items: { $ref: '#/definitions/answer' } }],
  mend: 'a number, a text, or a list of them',
} as const;

const disclosure = { type: 'string', enum: ['always', 'after-attempts', 'after-due', 'never'] } as const;

const moments = (description: string) =>
  ({
    type: 'string',
    minLength: 1,
    description,
    mend: 'a date and time with zone, such as 2026-09-01T23:59:00Z',
  }) as const;

const extension = {
  type: 'string',
  minLength: 1,
  description: 'How much later (1 day, 36 hours, 1 week), or a new date and time with zone.',
} as const;

const policy = {
  type: 'object',
  mend: 'fields, such as { attempts: 3 }',
  description: 'Attempts, dates, and what is shown when.',
  properties: {
    attempts: { type: 'integer', minimum: 1, description: 'Attempts for each question (default: 1).' },
    due: moments('When answers are due, as ISO 8601 with zone.'),
    extension,
    extensions: {
      type: 'object',
      mend: 'each student with an extension, such as { s17: 2 days }',
      additionalProperties: extension,
      description: 'Extensions of single students, by their id.',
    },
    late: {
      anyOf: [
        { type: 'string', enum: ['accept', 'refuse'] },
        {
          type: 'object',
          properties: {
            reduce: {
              type: 'number',
              minimum: 0,
              maximum: 1,
              description: 'Share of the points lost for each started day.',
            },
            'at-most': {
              type: 'number',
              minimum: 0,
              maximum: 1,
              description: 'No more than this share is lost (default: 1).',
            },
          },
          required: ['reduce'],
          additionalProperties: false,
        },
      ],
      mend: '`accept`, `refuse`, or { reduce: 0.1, at-most: 0.5 }',
      description: 'Late answers: accepted in full (default), refused, or reduced.',
    },
    keep: { type: 'string', enum: ['best', 'last'], description: 'Which attempt counts (default: best).' },
    hints: { ...disclosure, description: 'When hints are shown (default: always).' },
    causes: { ...disclosure, description: 'When the likely mistake is named (default: always).' },
    explain: { ...disclosure, description: 'When explanations are shown (default: after-attempts).' },
    solutions: { ...disclosure, description: 'When right answers are shown (default: after-attempts).' },
    'follow-through': {
      type: 'number',
      minimum: 0,
      maximum: 1,
      description: 'Share of the points for an answer that follows rightly from an earlier wrong one (default: 0).',
    },
  },
  additionalProperties: false,
} as const;

const formulaFields = ['symbols', 'elsewhere', 'given', 'index', 'form', 'left-hand-side', 'states'] as const;
export const answerKinds = ['number', 'formula', 'assignments', 'choice', 'list', 'table'] as const;

const question = {
  type: 'object',
  mend: 'a question: its id, prompt and points, and what it asks for',
  properties: {
    id,
    title: text('A short heading.'),
    prompt: text('The question, in your own words.'),
    points: { type: 'number', minimum: 0, description: 'Points; 0 for a question that only checks one’s work.' },
    attempts: {
      type: 'integer',
      minimum: 1,
      description: 'Attempts of this question, where they differ from the policy’s.',
    },
    hint: text('Shown for a wrong answer that no known mistake explains. Must not give the answer away.'),
    explanation: text('The derivation, shown when the policy allows.'),
    examples: {
      type: 'array',
      description: 'Answers and what must come out; lint tries them.',
      items: {
        type: 'object',
        mend: 'an answer and what must come out, such as { answer: 1/2, verdict: correct }',
        properties: {
          answer: { $ref: '#/definitions/answer' },
          verdict: { type: 'string', enum: ['correct', 'partial', 'incorrect', 'ungradable', 'undecided', 'blank'] },
          cause: text('The id of the mistake that must be named.'),
        },
        required: ['answer', 'verdict'],
        additionalProperties: false,
      },
    },
    number: { ...keyed(stated), description: 'A number.' },
    list: {
      ...keyed({ type: 'array', mend: 'a list of numbers, such as [1/2, 0.5]', items: stated, minItems: 1 }),
      description: 'A list of numbers.',
    },
    table: {
      ...keyed({
        type: 'array',
        mend: 'a list of rows, such as [[1, 0], [0, 1]]',
        items: { type: 'array', mend: 'a row of numbers, such as [1, 0]', items: stated, minItems: 1 },
        minItems: 1,
      }),
      description: 'A table of numbers, row by row.',
    },
    assignments: {
      type: 'object',
      mend: 'the moment they are asked for, such as { at: start }',
      description: 'The component each point belongs to most; a point each.',
      properties: {
        from: fromSolver.from,
        at: moment,
        answer: {
          type: 'array',
          mend: 'a component for each point, such as [1, 1, 2]',
          items: { type: 'integer', minimum: 1 },
          minItems: 1,
        },
      },
      additionalProperties: false,
    },
    choice: {
      type: 'object',
      mend: 'options and the answer, such as { options: { 1: the first, 2: the second }, answer: 1 }',
      description: 'One of several options.',
      properties: {
        options: {
          type: 'object',
          mend: 'each option with its key, such as { 1: the first, 2: the second }',
          additionalProperties: { type: 'string', minLength: 1 },
          minProperties: 2,
        },
        answer: {
          anyOf: [
            { type: 'string', minLength: 1 },
            { type: 'integer' },
            {
              type: 'object',
              properties: {
                'component-with': {
                  type: 'string',
                  enum: ['largest', 'smallest', 'largest-increase', 'largest-decrease'],
                },
                of: fromSolver.from,
                at: moment,
                since: moment,
              },
              required: ['component-with', 'of', 'at'],
              additionalProperties: false,
            },
          ],
          mend: 'the key of an option, or { component-with: largest, of: variance, at: converged }',
        },
      },
      required: ['options', 'answer'],
      additionalProperties: false,
    },
    formula: text('The reference formula.'),
    symbols: {
      ...domains,
      description: 'The symbols offered, each with the values it may take: real, positive, or [low, high].',
    },
    elsewhere: { ...domains, description: 'Symbols of other parts of the problem: wrong here, but not unknown.' },
    given: {
      type: 'array',
      mend: 'a list of identities, such as [gamma_11 + gamma_21 = 1]',
      items: text('An identity such as gamma_11 + gamma_21 = 1.'),
      description: 'Identities between the symbols.',
    },
    index: {
      type: 'object',
      mend: 'letters, each with its numbers, such as { k: [1, 2] }',
      description: 'Letters in the indices of symbols that range over numbers: with k: [1, 2], pi_k is pi_1 or pi_2.',
      minProperties: 1,
      maxProperties: 2,
      patternProperties: {
        '^[a-z]$': {
          type: 'array',
          mend: 'the numbers that the letter stands for, such as [1, 2]',
          items: { type: 'integer', minimum: 0, maximum: 99 },
          minItems: 2,
          maxItems: 8,
          uniqueItems: true,
          description: 'The numbers that the letter stands for.',
        },
      },
      additionalProperties: false,
    },
    form: {
      type: 'object',
      mend: '{ simplified: true, otherwise: 0.5 }',
      description: 'Asks for the form without needless terms.',
      properties: {
        simplified: { type: 'boolean', description: 'Whether needless terms cost points.' },
        otherwise: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Share of the points for a right answer in another form.',
        },
      },
      required: ['simplified'],
      additionalProperties: false,
    },
    'left-hand-side': {
      type: 'array',
      mend: 'a list of names, such as [hatmu_k]',
      items: text('A name allowed before =.'),
      description: 'Names allowed before =.',
    },
    states: text(
      'The quantity of the procedure that the formula states, so that lint can check it against the solver.',
    ),
  },
  required: ['id', 'prompt', 'points'],
  additionalProperties: false,
  dependencies: Object.fromEntries(formulaFields.map((field) => [field, ['formula']])),
  oneOf: answerKinds.map((kind) => ({ required: [kind] })),
} as const;

const range = {
  type: 'object',
  mend: 'a range, such as { low: 1, high: 9, step: 1 }',
  properties: {
    low: { type: 'number' },
    high: { type: 'number' },
    step: { type: 'number', exclusiveMinimum: 0 },
    count: {
      type: 'integer',
      minimum: 1,
      description: 'How many values are drawn (default: as many as the file has).',
    },
  },
  required: ['low', 'high', 'step'],
  additionalProperties: false,
} as const;

export const problemSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A homework problem',
  type: 'object',
  definitions: { answer },
  properties: {
    id: { ...id, description: 'The id of the problem, and the name of its folder.' },
    title: text('The title.'),
    introduction: text('What is given to the student.'),
    model: {
      type: 'object',
      mend: 'fields: data, and a start',
      description: 'The mixture: its data, and where the algorithm starts.',
      properties: {
        family: text('The family of the components: gaussian (default) or binomial.'),
        data: {
          anyOf: [
            { type: 'array', items: { anyOf: [...numeral.anyOf, numerals], mend: numeral.mend }, minItems: 1 },
            {
              type: 'object',
              properties: { file: text('A text file beside the problem file, one point a line.') },
              required: ['file'],
              additionalProperties: false,
            },
          ],
          mend: 'a list of numbers, or { file: data.txt }',
          description: 'The observations.',
        },
        start: {
          type: 'object',
          mend: 'a list for each parameter, such as { weights: [0.5, 0.5], means: [2, 5], variances: [1, 3] }',
          description: 'The parameters to start from: a list of one value a component for each.',
          properties: { weights: numerals },
          additionalProperties: numerals,
          required: ['weights'],
        },
        responsibilities: {
          ...table,
          description: 'Given instead of a start: one row a point. Then the run is one M-step.',
        },
        fixed: {
          type: 'array',
          mend: 'a list of parameters, such as [weights]',
          items: { type: 'string' },
          description: 'Parameters that the algorithm leaves as they are.',
        },
        constants: {
          type: 'object',
          mend: 'numbers by name, such as { trials: 10 }',
          additionalProperties: numeral,
          description: 'Numbers of the family, such as trials.',
        },
        stop: {
          type: 'object',
          mend: '{ tolerance: 1e-13, iterations: 3000 }',
          description: 'When the run stops.',
          properties: {
            tolerance: { type: 'number', exclusiveMinimum: 0 },
            iterations: { type: 'integer', minimum: 1 },
          },
          additionalProperties: false,
        },
      },
      required: ['data'],
      additionalProperties: false,
    },
    policy,
    questions: { type: 'array', items: question, minItems: 1 },
    misconceptions: {
      type: 'array',
      description: 'Wrong answers you have met; they are recognised like the built-in ones.',
      items: {
        type: 'object',
        mend: 'a misconception: its id, predicts and message',
        properties: {
          id,
          predicts: {
            type: 'object',
            mend: 'a wrong answer by question, such as { log-likelihood: -5.2 }',
            additionalProperties: { $ref: '#/definitions/answer' },
            minProperties: 1,
          },
          message: text('What to tell the student.'),
          hint: text('A question back.'),
          credit: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description: 'Share of the points that this mistake still earns.',
          },
        },
        required: ['id', 'predicts', 'message'],
        additionalProperties: false,
      },
    },
    variants: {
      type: 'object',
      mend: 'ranges for data and start, such as { data: { low: 1, high: 9, step: 1 }, start: {} }',
      description: 'Data and start drawn for each student.',
      properties: {
        data: range,
        start: {
          type: 'object',
          mend: 'a range for each parameter, such as { means: { low: 1, high: 9, step: 1 } }',
          additionalProperties: range,
        },
        'distinct-causes': { type: 'number', minimum: 0, maximum: 1 },
        'min-margin': { type: 'number', minimum: 0 },
      },
      required: ['data', 'start'],
      additionalProperties: false,
    },
  },
  required: ['id', 'title', 'model', 'questions'],
  additionalProperties: false,
} as const;
