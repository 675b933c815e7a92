import { describe, expect, it } from 'vitest';
import { readProblem } from '../../src/problem/index.js';
import { base, broken } from './base.js';

type Edit = readonly [from: string, to: string];

/** What is wrong with the file, how it was made wrong, and everything that is said of it: line, column, code, message and mend. */
const table: readonly (readonly [fault: string, edits: readonly Edit[], said: readonly string[]])[] = [
  ['a tab for indentation', [['  data:', '\tdata:']], ['4:1 yaml: A tab is used to indent. Indent with spaces.']],
  [
    'tabs for indentation in several lines',
    [['\n    points:', '\n\tpoints:']],
    ['16:1 yaml: A tab is used to indent, here and in 2 more lines. Indent with spaces.'],
  ],
  [
    'a list without any dash',
    [
      [
        base.slice(base.indexOf('  - id: log')),
        '  id: log-likelihood\n  prompt: How much?\n  points: 1\n  number: { answer: 1 }\n',
      ],
    ],
    [
      '14:3 schema-type: “questions” is a list of groups of fields, and no dash begins the first of them. Begin each with a dash and a blank: “- id: …”, and its other fields below the first.',
    ],
  ],
  [
    'a list of several without any dash',
    [['  - id:', '    id:']],
    [
      '14:5 yaml: A dash is missing before “id”: a new entry of a list seems to begin here. Begin it with a dash and a blank: “- id: …”, and its other fields below the first.',
    ],
  ],
  [
    'a dash missing before a question',
    [['  - id: mixing', '    id: mixing']],
    [
      '18:5 yaml: A dash is missing before “id”: a new entry of a list seems to begin here. Begin it with a dash and a blank: “- id: …”, and its other fields below the first.',
    ],
  ],
  [
    'a dash missing before a question that keeps its place',
    [['  - id: mixing-weight\n    prompt: Which weight?\n', '  id: mixing-weight\n  prompt: Which weight?\n']],
    [
      '18:3 yaml: A dash is missing before “id”: a new entry of a list seems to begin here. Begin it with a dash and a blank: “- id: …”, and its other fields below the first.',
    ],
  ],
  [
    'a dash without a blank',
    [['  - id: mixing', '  -id: mixing']],
    ['18:3 yaml: A blank is missing after the dash. Write “- id: …”.'],
  ],
  [
    'a question moved to the left',
    [['  - id: mixing-weight\n    prompt: Which weight?\n', '- id: mixing-weight\n  prompt: Which weight?\n']],
    [
      '18:1 yaml: This dash stands in column 1, and those above it in column 3. Move it to column 3, and the lines that belong to it as far.',
    ],
  ],
  [
    'a question moved to the right',
    [['  - id: mixing', '    - id: mixing']],
    [
      '18:5 yaml: This dash stands in column 5, and those above it in column 3. Move it to column 3, and the lines that belong to it as far.',
    ],
  ],
  [
    'a field moved to the left',
    [['    prompt: Which weight?', '   prompt: Which weight?']],
    [
      '19:4 yaml: “prompt” begins in column 4, and the fields it belongs to in column 5. Move it to column 5 with spaces, and what belongs to it as far.',
    ],
  ],
  [
    'a field moved to the right',
    [['    points: 2', '      points: 2']],
    [
      '20:7 yaml: “points” begins in column 7, and the fields it belongs to in column 5. Move it to column 5 with spaces, and what belongs to it as far.',
    ],
  ],
  [
    'a bracket that is not closed',
    [['[6, 7]', '[6, 7']],
    ['8:5 yaml: A bracket that begins above is not closed. Close it: ] for a list, } for fields.'],
  ],
  [
    'a field twice',
    [['title: Two Gaussians', 'title: A\ntitle: B']],
    ['3:1 yaml: “title” stands twice: here, and before in line 2. Keep one of the two.'],
  ],
  [
    'two documents',
    [['policy:', '---\npolicy:']],
    ['9:1 yaml: The file holds more than one document (a line ---). Keep one problem in a file.'],
  ],
  [
    'a colon inside a text',
    [['prompt: Which weight?', 'prompt: Note: which weight?']],
    ['19:13 yaml: A colon makes this line a field inside a field. Put text that holds a colon into quotes.'],
  ],
  [
    'a quote that is not closed',
    [['prompt: Which weight?', 'prompt: "Which weight?']],
    ['19:13 yaml: The quote (") that opens here is not closed. Write " where the text ends, too.'],
  ],
  [
    'a single quote that is not closed',
    [['title: Two Gaussians', "title: 'Two Gaussians"]],
    ["2:8 yaml: The quote (') that opens here is not closed. Write ' where the text ends, too."],
  ],
  [
    'a text that goes on after its quotes',
    [['prompt: Which weight?', 'prompt: "Which" weight?']],
    ['19:13 yaml: The text ends at its second quote, and more follows. Put all of it into single quotes.'],
  ],
  [
    'an apostrophe in single quotes',
    [['prompt: Which weight?', "prompt: 'What's it?'"]],
    [
      "19:13 yaml: The text ends at its second single quote, and more follows. Write single quotes inside the text twice: 'it''s'.",
    ],
  ],
  [
    'a text that begins with the data',
    [['prompt: Which weight?', 'prompt: {data} mean?']],
    ['19:13 yaml: A text cannot begin with “{”. Put all of it into single quotes.'],
  ],
  [
    'a text that begins with a star',
    [['prompt: Which weight?', 'prompt: *Which* weight?']],
    ['19:13 yaml: A text cannot begin with “*”. Put all of it into single quotes.'],
  ],
  [
    'an alias of nothing',
    [['number: { from: log-likelihood, at: start, decimals: 1 }', 'number: *usual']],
    [
      '17:13 yaml: “*usual” stands for a value that is marked “&usual”, and none above is. Write the value out; or, if it is a text that begins with a star, put it into single quotes.',
    ],
  ],
  [
    'a backslash in double quotes that makes a tab',
    [['title: Two Gaussians', 'title: "The angle $\\theta$ and $\\tau$"']],
    [
      '2:20 yaml: In double quotes, “\\theta” begins with a tab. Put the text into single quotes, or write the backslash twice: “\\\\theta”.',
    ],
  ],
  [
    'a backslash in double quotes that makes an invisible character',
    [['prompt: Which weight?', 'prompt: "Is it $\\frac{1}{2}$?"']],
    [
      '19:21 yaml: In double quotes, “\\frac” begins with an invisible character (a form feed). Put the text into single quotes, or write the backslash twice: “\\\\frac”.',
    ],
  ],
  [
    'a backslash in double quotes that breaks a formula in two',
    [['prompt: Which weight?', 'prompt: "First line.\\nIs it $\\nu$?"']],
    [
      '19:34 yaml: In double quotes, “\\nu” begins with a line break. Put the text into single quotes, or write the backslash twice: “\\\\nu”.',
    ],
  ],
  [
    'a backslash in double quotes that makes nothing',
    [['title: Two Gaussians', 'title: "The mean $\\mu$, again $\\mu$"']],
    [
      '2:19 yaml: In double quotes, “\\mu” is no character that YAML knows. Put the text into single quotes, or write the backslash twice: “\\\\mu”.',
    ],
  ],
  [
    'not a mapping',
    [[base, 'just a text']],
    [
      '1:1 schema-type: The file is the text “just a text”. Write fields, each with its value, such as id: my-homework.',
    ],
  ],
  [
    'an empty file',
    [[base, '']],
    ['1:1 schema-type: The file is empty. Write fields, each with its value, such as id: my-homework.'],
  ],
  [
    'an unknown field',
    [['prompt: Which weight?', 'promt: Which weight?']],
    [
      '18:5 schema-required: “prompt” is missing in mixing-weight. Add a line prompt: …',
      '19:5 schema-additionalProperties: Unknown field “promt”. Did you mean “prompt”?',
    ],
  ],
  [
    'a missing title',
    [['title: Two Gaussians\n', '']],
    ['1:1 schema-required: “title” is missing. Add a line title: …'],
  ],
  [
    'missing points',
    [['    points: 2\n', '']],
    ['18:5 schema-required: “points” is missing in mixing-weight. Add a line points: …'],
  ],
  [
    'an id with blanks and capitals',
    [['id: two-coins', 'id: Two Coins']],
    [
      '1:5 schema-pattern: “id” is the text “Two Coins”. Write lower-case words joined by hyphens, such as first-step-means.',
    ],
  ],
  [
    'the same id twice',
    [['id: larger', 'id: log-likelihood']],
    ['25:9 duplicate-id: The id “log-likelihood” is also that of question 1. Give each its own id.'],
  ],
  [
    'no questions',
    [[base.slice(base.indexOf('questions:')), 'questions: []\n']],
    ['13:12 schema-minItems: “questions” is an empty list. Write at least one entry.'],
  ],
  [
    'points in words',
    [['points: 2', 'points: two']],
    ['20:13 schema-type: “points” is the text “two”. Write a number.'],
  ],
  [
    'negative points',
    [['points: 2', 'points: -2']],
    ['20:13 schema-minimum: “points” is -2. Write a number from 0 up.'],
  ],
  [
    'no points at all',
    [
      ['points: 1', 'points: 0'],
      ['points: 2', 'points: 0'],
    ],
    ['13:1 no-points: No question earns points. Give at least one question points: 1.'],
  ],
  [
    'weights that do not sum to one',
    [['weights: [0.5, 0.5]', 'weights: [0.5, 0.6]']],
    [
      '6:14 sum-not-one: The weights sum to 1.1, not to 1. Write them as fractions, such as 1/3, or change one of them.',
    ],
  ],
  [
    'a weight of zero',
    [['weights: [0.5, 0.5]', 'weights: [0, 1]']],
    [
      '6:15 zero-weight: In weights, component 1: A component of weight 0 never gets an observation. Give it a positive weight, or leave it out.',
    ],
  ],
  [
    'a singular variance',
    [['variances: [1, 4]', 'variances: [1, 0]']],
    ['8:20 not-positive: In variances, component 2: 0 is not above zero. Give a positive number.'],
  ],
  [
    'lists of different lengths',
    [['means: [6, 7]', 'means: [6, 7, 8]']],
    ['7:12 wrong-length: There are 3 means for 2 weights. Give one entry for each component in every list.'],
  ],
  [
    'more components than points',
    [['data: [-1, 0, 4, 5, 6]', 'data: [3]']],
    ['6:14 too-many-components: There are 2 components for 1 point. Take more data or fewer components.'],
  ],
  [
    'data that are no numbers',
    [['data: [-1, 0, 4, 5, 6]', 'data: [-1, zero, 4]']],
    ['4:14 schema-anyOf: Entry 2 of data is the text “zero”. Write a number, or a fraction such as 1/3.'],
  ],
  [
    'data that are not finite',
    [['data: [-1, 0, 4, 5, 6]', 'data: [-1, .inf, 4]']],
    ['4:14 schema-type: Entry 2 of data is not finite. Write a number.'],
  ],
  [
    'an unknown family',
    [['  data: [-1', '  family: gausian\n  data: [-1']],
    ['4:11 unknown-family: No family of mixtures is called "gausian". Known are gaussian and binomial.'],
  ],
  [
    'a missing parameter',
    [['    means: [6, 7]\n', '']],
    ['6:5 missing-parameter: The start gives no means. Add means: one for each component.'],
  ],
  [
    'an unknown parameter',
    [['    means: [6, 7]', '    mean: [6, 7]']],
    [
      '6:5 missing-parameter: The start gives no means. Add means: one for each component.',
      '7:11 unknown-parameter: The gaussian family has no mean. Its parameters are weights, means, variances.',
    ],
  ],
  [
    'neither start nor responsibilities',
    [['  start:\n    weights: [0.5, 0.5]\n    means: [6, 7]\n    variances: [1, 4]\n', '']],
    [
      '3:1 start-or-responsibilities: A model starts from parameters or from responsibilities: from one of the two. Give start or responsibilities.',
    ],
  ],
  [
    'both start and responsibilities',
    [['policy:', '  responsibilities: [[1, 0], [1, 0], [0, 1], [0, 1], [0, 1]]\npolicy:']],
    [
      '3:1 start-or-responsibilities: A model starts from parameters or from responsibilities: from one of the two. Give start or responsibilities.',
    ],
  ],
  [
    'a start that collapses',
    [
      ['means: [6, 7]', 'means: [-1, 6]'],
      ['variances: [1, 4]', 'variances: [0.001, 4]'],
    ],
    [
      '30:60 no-value-variance-zero: There is no answer: the variance of component 1 becomes zero in iteration 1. Take another start, or data in which no component ends on one point.',
    ],
  ],
  [
    'an unknown quantity',
    [['from: log-likelihood', 'from: loglikelihood']],
    ['17:21 unknown-quantity: The solver has no quantity “loglikelihood”. Did you mean “log-likelihood”?'],
  ],
  [
    'an unknown quantity far from any',
    [['from: log-likelihood', 'from: entropy']],
    [
      '17:21 unknown-quantity: The solver has no quantity “entropy”. It has log-likelihood, lower-bound, responsibilities, assignments, masses, weights, means, variances, standard-deviations.',
    ],
  ],
  [
    'a quantity of the wrong shape',
    [['from: log-likelihood', 'from: means']],
    [
      '17:21 shape: “means” is a list of numbers, and the question asks for one number. Add component: 1 or point: 0 to pick one, or ask for a list or a table.',
    ],
  ],
  [
    'a component that does not exist',
    [['from: log-likelihood,', 'from: means, component: 3,']],
    [
      '17:13 no-value-no-such-entry: There is no answer: means has no such entry: there are 5 observations and 2 components. Components count from 1, points from 0.',
    ],
  ],
  [
    'an unknown moment',
    [['at: start', 'at: end']],
    ['17:41 schema-anyOf: “at” is the text “end”. Write `start`, `converged`, or the number of a step, such as 1.'],
  ],
  [
    'a negative tolerance',
    [['decimals: 1', 'tolerance: -0.1']],
    ['17:59 schema-minimum: “tolerance” is -0.1. Write a number from 0 up.'],
  ],
  [
    'decimals and a tolerance',
    [['decimals: 1', 'decimals: 1, tolerance: 0.1']],
    [
      '17:5 precision: “log-likelihood” states both decimals and a tolerance. Keep one: decimals (the rounding rule) or a tolerance.',
    ],
  ],
  [
    'neither from nor answer',
    [['from: log-likelihood, at: start, ', '']],
    [
      '17:5 schema-anyOf: “number” does not say where its answer comes from. Write either `from`, for what the solver derives, or `answer`, for what you state.',
    ],
  ],
  [
    'a stated number that is none',
    [['from: log-likelihood, at: start', 'answer: 1/0']],
    [
      '17:23 stated: “1/0” is no number. This has no real value: it divides by zero, or takes a root or logarithm of a number for which there is none. Write a number, or leave it to the solver with from.',
    ],
  ],
  [
    'a stated number that is not real',
    [['from: log-likelihood, at: start', 'answer: sqrt(-1)']],
    [
      '17:23 stated: “sqrt(-1)” is no number. This has no real value: it divides by zero, or takes a root or logarithm of a number for which there is none. Write a number, or leave it to the solver with from.',
    ],
  ],
  [
    'a stated number with symbols',
    [['from: log-likelihood, at: start', 'answer: x + 1']],
    ['17:23 stated: “x + 1” is no number: it contains x. Ask for a formula, or write a number.'],
  ],
  [
    'a formula that does not parse',
    [['formula: (gamma_k1 + gamma_k2) / 2', 'formula: (gamma_k1 + gamma_k2 / 2']],
    [
      '21:14 formula: “(gamma_k1 + gamma_k2 / 2” is no formula; at character 1: This “(” is never closed. Write “)” where it should end.',
    ],
  ],
  [
    'an undeclared symbol',
    [['(gamma_k1 + gamma_k2) / 2', '(gamma_k1 + gama_k2) / 2']],
    [
      '21:14 undeclared-symbol: “gama_k2” is not among the symbols of the question. Did you mean “gamma_k2”? Or declare it under symbols.',
    ],
  ],
  [
    'a domain that holds nothing',
    [['gamma_k1: [0, 1]', 'gamma_k1: [1, 0]']],
    ['22:26 domain: The domain [1, 0] of “gamma_k1” holds no values. Write [low, high] with low below high.'],
  ],
  [
    'a domain that is no domain',
    [['gamma_k1: [0, 1]', 'gamma_k1: positiv']],
    ['22:26 schema-anyOf: “gamma_k1” is the text “positiv”. Did you mean “positive”?'],
  ],
  [
    'an identity without equals sign',
    [['gamma_11 + gamma_21 = 1', 'gamma_11 + gamma_21']],
    ['23:13 identity: “gamma_11 + gamma_21” is no identity. Write it with one equals sign: gamma_11 + gamma_21 = 1.'],
  ],
  [
    'an index in no symbol',
    [['    given:', '    index: { j: [1, 2] }\n    given:']],
    ['23:14 index: No symbol of the question has the index “j”. Take it out, or declare a symbol such as pi_k.'],
  ],
  [
    'an index that no symbol has a number for',
    [['    given:', '    index: { k: [1, 3] }\n    given:']],
    [
      '23:21 index: “k” is to be 3, but no symbol has 3 in its place. Declare one, such as pi_3, or take the number out.',
    ],
  ],
  [
    'identities that contradict each other',
    [['given: [gamma_11 + gamma_21 = 1]', 'given: [gamma_11 + gamma_21 = 1, gamma_11 + gamma_21 = 2]']],
    [
      '23:38 contradictory: “gamma_11 + gamma_21 = 2” contradicts the other identities, or the domains. Check the identities against the domains of the symbols.',
    ],
  ],
  [
    'an identity outside the domains',
    [['gamma_11 + gamma_21 = 1', 'gamma_11 + gamma_21 = 3']],
    [
      '23:13 contradictory: “gamma_11 + gamma_21 = 3” contradicts the other identities, or the domains. Check the identities against the domains of the symbols.',
    ],
  ],
  [
    'a formula undefined everywhere',
    [['(gamma_k1 + gamma_k2) / 2', '1 / (gamma_k1 - gamma_k1)']],
    [
      '21:14 no-value: The formula has a value nowhere in the domains of its symbols. Check the formula and the domains.',
    ],
  ],
  [
    'a formula outside the reals',
    [['(gamma_k1 + gamma_k2) / 2', 'ln(-gamma_k1)']],
    [
      '21:14 no-value: The formula has a value nowhere in the domains of its symbols. Check the formula and the domains.',
    ],
  ],
  [
    'a stated number that is wrong',
    [['at: start, decimals: 1', 'at: start, answer: -24.6, decimals: 1']],
    [
      '17:56 stated-wrong: The stated answer is -24.6, but the solver gives -24.512532. Correct it, or leave it out: the solver knows the answer.',
    ],
  ],
  [
    'a stated number with wrong sign',
    [['at: start, decimals: 1', 'at: start, answer: 24.5, decimals: 1']],
    [
      '17:56 stated-wrong: The stated answer is 24.5, but the solver gives -24.512532. Correct it, or leave it out: the solver knows the answer.',
    ],
  ],
  [
    'symbols of a question without formula',
    [['    number: {', '    symbols: { x: real }\n    number: {']],
    [
      '17:5 schema-dependencies: “symbols” belongs to a formula, and this question asks for none. Take symbols out, or give the formula.',
    ],
  ],
  [
    'two answers in one question',
    [['    number: {', '    formula: 1/2\n    number: {']],
    ['17:5 schema-oneOf: The question asks for number and for formula. Keep one; make a second question of the other.'],
  ],
  [
    'no answer at all',
    [['    number: { from: log-likelihood, at: start, decimals: 1 }\n', '']],
    [
      '14:5 schema-oneOf: The question does not say what it asks for. Add one of number, formula, assignments, choice, list, table.',
    ],
  ],
  [
    'a stated choice that is no option',
    [['answer: { component-with: largest, of: variance, at: converged }', 'answer: 3']],
    ['30:15 no-option: “3” is none of the options. Known: 1, 2.'],
  ],
  [
    'a choice without the option of a component',
    [['options: { 1: the first, 2: the second }', 'options: { a: the first, b: the second }']],
    [
      '30:15 no-option: The right component is 1, and there is no option “1”. Key the options by the numbers of the components: { 1: …, 2: … }.',
    ],
  ],
  [
    'a choice that ties',
    [['largest, of: variance, at: converged', 'largest, of: weight, at: start']],
    [
      '30:15 tie: Components 1 and 2 tie: no option is right. Ask for something that differs, or change the data or the start.',
    ],
  ],
  [
    'options that say the same',
    [['2: the second', '2: the first']],
    ['29:32 same-option: Options 1 and 2 say the same. Change one of them.'],
  ],
  [
    'options that differ by case only',
    [['{ 1: the first, 2: the second }', '{ 1: Yes, 2: yes }']],
    [
      '29:26 same-option: Options 1 and 2 differ by case or blanks only, and answers are read without regard to these. Change one of them.',
    ],
  ],
  [
    'an option that says the key of another',
    [['2: the second', "2: '1'"]],
    ['29:32 same-option: Option 2 says “1”, which is the key of another option. Write it in other words.'],
  ],
  [
    'a stated table with rows of different lengths',
    [['number: { from: log-likelihood, at: start, decimals: 1 }', 'table: { answer: [[1, 2], [3], [4, 5, 6]] }']],
    [
      '17:31 shape: Row 2 has 1 number, and row 1 has 2. Give all rows the same length.',
      '17:36 shape: Row 3 has 3 numbers, and row 1 has 2. Give all rows the same length.',
    ],
  ],
  [
    'a criterion nobody knows',
    [['component-with: largest', 'component-with: bigest']],
    [
      '30:33 schema-enum: “component-with” is the text “bigest”. Write one of largest, smallest, largest-increase, largest-decrease.',
    ],
  ],
  [
    'a date that does not exist',
    [['2026-09-01T23:59:00Z', '2026-09-31T23:59:00Z']],
    [
      '11:8 date: There is no such day or time as “2026-09-31T23:59:00Z”. Check the day of the month and the hour; the last minute of a day is 23:59.',
    ],
  ],
  [
    'a date without zone',
    [['2026-09-01T23:59:00Z', '2026-09-01']],
    ['11:8 date: “due” is “2026-09-01”, which is no date and time with zone. Write it as 2026-09-01T23:59:00Z.'],
  ],
  [
    'an extension that is none',
    [['extension: 1 day', 'extension: a bit']],
    [
      '12:14 extension: “a bit” is neither a span of time nor a date. Write it as 1 day, 36 hours, or 2026-09-02T23:59:00Z.',
    ],
  ],
  [
    'an unknown late policy',
    [['attempts: 3', 'attempts: 3\n  late: acept']],
    ['11:9 schema-anyOf: “late” is the text “acept”. Did you mean “accept”?'],
  ],
  [
    'a reduction above one',
    [['attempts: 3', 'attempts: 3\n  late: { reduce: 10 }']],
    ['11:19 schema-maximum: “reduce” is 10. Write a number up to 1.'],
  ],
  [
    'a data file outside the folder',
    [['data: [-1, 0, 4, 5, 6]', 'data: { file: ../secret.txt }']],
    [
      "4:17 path: “../secret.txt” leads out of the problem's folder. Put the data file into the folder of the problem and give its name alone.",
    ],
  ],
  [
    'an absolute data file',
    [['data: [-1, 0, 4, 5, 6]', 'data: { file: /etc/passwd }']],
    [
      "4:17 path: “/etc/passwd” leads out of the problem's folder. Put the data file into the folder of the problem and give its name alone.",
    ],
  ],
  [
    'a misconception of a question that does not exist',
    [['questions:', 'misconceptions:\n  - { id: m, predicts: { mixing-wieght: 1 }, message: No. }\nquestions:']],
    ['14:26 unknown-question: There is no question “mixing-wieght”. Did you mean “mixing-weight”?'],
  ],
  [
    'aliases without end',
    [
      [
        'title: Two Gaussians',
        'title: &a [x, x, x]\nx1: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nx2: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nx3: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nx4: [*d,*d,*d,*d,*d]',
      ],
    ],
    ['1:1 alias: The aliases (*name) of the file cannot be written out: there are too many. Write the values out.'],
  ],
  [
    'several at once',
    [
      ['prompt: Which weight?', 'promt: Which weight?'],
      ['points: 1', 'points: one'],
      ['title: Two Gaussians\n', ''],
    ],
    [
      '1:1 schema-required: “title” is missing. Add a line title: …',
      '15:13 schema-type: “points” is the text “one”. Write a number.',
      '17:5 schema-required: “prompt” is missing in mixing-weight. Add a line prompt: …',
      '18:5 schema-additionalProperties: Unknown field “promt”. Did you mean “prompt”?',
      '26:13 schema-type: “points” is the text “one”. Write a number.',
    ],
  ],
  [
    'a binomial without trials',
    [
      ['  data: [-1, 0, 4, 5, 6]', '  family: binomial\n  data: [1, 0, 4, 5, 6]'],
      ['    means: [6, 7]\n    variances: [1, 4]', '    probabilities: [0.2, 0.6]'],
      ['of: variance', 'of: probability'],
    ],
    [
      '4:3 missing-constant: The binomial family needs the number of trials. Add constants: { trials: … }, a whole number from 1.',
    ],
  ],
  [
    'options that are numbers',
    [['2: the second', '2: 20']],
    ["29:35 schema-type: “2” in options is 20. Put it into quotes: '20'."],
  ],
  [
    'options as a list',
    [['options: { 1: the first, 2: the second }', 'options: [a, b]']],
    [
      '29:16 schema-type: “options” is a list. Write each option with its key, such as { 1: the first, 2: the second }.',
    ],
  ],
  [
    'a form in a word',
    [['form: { simplified: true, otherwise: 0.5 }', 'form: simplified']],
    ['24:11 schema-type: “form” is the text “simplified”. Write { simplified: true, otherwise: 0.5 }.'],
  ],
  [
    'symbols as a list',
    [['    given: [', '    elsewhere: [a]\n    given: [']],
    [
      '23:16 schema-type: “elsewhere” is a list. Write each symbol with the values it may take, such as { x_1: real, gamma_k1: [0, 1] }.',
    ],
  ],
  [
    'an identity without its list',
    [['given: [gamma_11 + gamma_21 = 1]', 'given: gamma_11 + gamma_21 = 1']],
    [
      '23:12 schema-type: “given” is the text “gamma_11 + gamma_21 = 1”. Write a list of identities, such as [gamma_11 + gamma_21 = 1].',
    ],
  ],
  [
    'a range as a list',
    [['questions:', 'variants: { data: [1, 9], start: {} }\nquestions:']],
    ['13:19 schema-type: “data” is a list. Write a range, such as { low: 1, high: 9, step: 1 }.'],
  ],
  [
    'a text that is a placeholder alone',
    [['prompt: Which weight?', 'prompt: {data}']],
    [
      '19:13 schema-type: “prompt” is a group of fields. Write a text; one that begins with { or [ goes into single quotes.',
    ],
  ],
  [
    'a title that is a number',
    [['title: Two Gaussians', 'title: 2']],
    ["2:8 schema-type: “title” is 2. Put it into quotes: '2'."],
  ],
  [
    'decimal commas in a list',
    [['weights: [0.5, 0.5]', 'weights: [0,4, 0,6]']],
    [
      '6:14 decimal-comma: “[0,4, 0,6]” seems to be written with decimal commas, but a comma ends a number. Write a point: [0.4, 0.6]. Where the commas part numbers, put a blank after each.',
    ],
  ],
  [
    'a decimal comma in a field',
    [['points: 2', 'points: 1,5']],
    ['20:13 schema-type: “points” is the text “1,5”. Write it with a decimal point: 1.5.'],
  ],
  [
    'a decimal comma between braces',
    [['decimals: 1', 'tolerance: 0,5']],
    ['17:61 schema-additionalProperties: Unknown field “5”. Write numbers with a decimal point, not a comma.'],
  ],
  [
    'a day that does not exist, for an extension',
    [['extension: 1 day', 'extension: 2026-09-31T23:59:00Z']],
    [
      '12:14 extension: There is no such day or time as “2026-09-31T23:59:00Z”. Check the day of the month and the hour; the last minute of a day is 23:59.',
    ],
  ],
  [
    'an unknown field, and what the schema cannot see in other questions',
    [
      ['prompt: Which weight?', 'promt: Which weight?'],
      ['at: start, decimals', 'at: start, answer: 24.5, decimals'],
      ['answer: { component-with', 'answer: 3 # { component-with'],
    ],
    [
      '17:56 stated-wrong: The stated answer is 24.5, but the solver gives -24.512532. Correct it, or leave it out: the solver knows the answer.',
      '18:5 schema-required: “prompt” is missing in mixing-weight. Add a line prompt: …',
      '19:5 schema-additionalProperties: Unknown field “promt”. Did you mean “prompt”?',
      '30:15 no-option: “3” is none of the options. Known: 1, 2.',
    ],
  ],
  [
    'points in words, and a formula that does not parse, in one question',
    [
      ['points: 2', 'points: two'],
      ['(gamma_k1 + gamma_k2) / 2', '(gamma_k1 + gamma_k2 / 2'],
    ],
    [
      '20:13 schema-type: “points” is the text “two”. Write a number.',
      '21:14 formula: “(gamma_k1 + gamma_k2 / 2” is no formula; at character 1: This “(” is never closed. Write “)” where it should end.',
    ],
  ],
  [
    'weights that do not sum to one, and quantities that nobody knows',
    [
      ['weights: [0.5, 0.5]', 'weights: [0.3, 0.6]'],
      ['from: log-likelihood', 'from: banana'],
      ['of: variance', 'of: varance'],
    ],
    [
      '6:14 sum-not-one: The weights sum to 0.9, not to 1. Write them as fractions, such as 1/3, or change one of them.',
      '17:21 unknown-quantity: The solver has no quantity “banana”. It has log-likelihood, lower-bound, responsibilities, assignments, masses, weights, means, variances, standard-deviations.',
      '30:46 unknown-quantity: The solver has no quantity “varance”. Did you mean “variances”?',
    ],
  ],
  [
    'data that are no numbers, and weights that do not sum to one',
    [
      ['data: [-1, 0, 4, 5, 6]', 'data: [-1, zero, 4]'],
      ['weights: [0.5, 0.5]', 'weights: [0.3, 0.6]'],
    ],
    [
      '4:14 schema-anyOf: Entry 2 of data is the text “zero”. Write a number, or a fraction such as 1/3.',
      '6:14 sum-not-one: The weights sum to 0.9, not to 1. Write them as fractions, such as 1/3, or change one of them.',
    ],
  ],
  [
    'a misspelled family, without what would follow from it',
    [
      ['  data: [-1', '  famly: binomial\n  data: [-1'],
      ['from: log-likelihood', 'from: expected-counts'],
    ],
    ['4:3 schema-additionalProperties: Unknown field “famly”. Did you mean “family”?'],
  ],
  [
    'a question with a wrong id, without what would follow for a misconception of it',
    [
      ['id: mixing-weight', 'id: Mixing'],
      ['questions:', 'misconceptions:\n  - { id: m, predicts: { mixing-weight: 1 }, message: No. }\nquestions:'],
    ],
    [
      '20:9 schema-pattern: “id” is the text “Mixing”. Write lower-case words joined by hyphens, such as first-step-means.',
    ],
  ],
];

const said = async (text: string): Promise<readonly string[]> => {
  const reading = await readProblem(text, 'problem.yaml');
  if (reading.kind === 'problem') return [];
  return reading.problems.map(({ line, column, code, message, fix = '' }) =>
    `${line}:${column} ${code}: ${message} ${fix}`.trim(),
  );
};

describe('a problem file that is broken', () => {
  it('has a sound file to be broken', async () => {
    expect(await readProblem(base, 'problem.yaml')).toMatchObject({ kind: 'problem', warnings: [] });
  });

  it('is refused in at least forty ways', () => expect(table.length).toBeGreaterThanOrEqual(40));

  it.each(table)('says where and how to mend it: %s', async (_, edits, expected) => {
    expect(await said(broken(...edits))).toEqual(expected);
  });

  it('always has a mend', () => {
    for (const [fault, , lines] of table)
      for (const line of lines) expect(line.length, fault).toBeGreaterThan(line.indexOf('. ') + 3);
  });

  it('is refused where brackets go deeper than any parser', async () => {
    expect((await said(broken(['title: Two Gaussians', `title: ${'['.repeat(20_000)}`])))[0]).toMatch(
      /nested too deeply/,
    );
  });

  it('names the file in every message', async () => {
    const reading = await readProblem('', 'somewhere/problem.yaml');
    expect(reading.kind === 'invalid' && reading.problems.every(({ file }) => file === 'somewhere/problem.yaml')).toBe(
      true,
    );
  });
});

describe('a backslash in a problem file', () => {
  it.each([
    String.raw`'$\theta$'`,
    String.raw`$\theta$`,
    String.raw`"$\\theta$"`,
    String.raw`"first\nsecond"`,
    String.raw`"say \"no\" to \u03b8"`,
    '"one \\\n  line"',
  ])('is left alone where it does what it says: %s', async (title) => {
    expect(await said(broken(['title: Two Gaussians', `title: ${title}`]))).toEqual([]);
  });
});

describe('fields shared by questions', () => {
  const shared = [
    ['  - id: log-likelihood\n', '  - &usual\n    id: log-likelihood\n'],
    ['  - id: larger\n', '  - <<: *usual\n    id: again\n  - id: larger\n'],
  ] as const;

  it('are merged in', async () => {
    const reading = await readProblem(broken(...shared), 'problem.yaml');
    expect(reading.kind === 'problem' && reading.problem.questions[2]).toMatchObject({
      id: 'again',
      prompt: 'What is the log-likelihood?',
      points: 1,
    });
  });

  it('are said to be wrong where they stand', async () => {
    const text = broken(...shared, ['    prompt: What is the log-likelihood?\n    points: 1', '    points: one']);
    expect(await said(text)).toContain('16:13 schema-type: “points” is the text “one”. Write a number.');
  });
});

describe('a problem file that could be better', () => {
  const warnings: readonly (readonly [string, readonly Edit[], RegExp])[] = [
    ['symbols that nothing uses', [['given: [gamma_11 + gamma_21 = 1]', 'given: []']], /“gamma_11” is offered/],
    ['a formula with gaps', [['(gamma_k1 + gamma_k2) / 2', 'sqrt(gamma_k1 - gamma_k2)']], /no value at gamma_k1/],
    ['an extension without due date', [['  due: 2026-09-01T23:59:00Z\n', '']], /“extension” never applies/],
    [
      'a late policy without due date',
      [['  due: 2026-09-01T23:59:00Z\n  extension: 1 day\n', '  late: refuse\n']],
      /“late” never applies/,
    ],
    [
      'hints that wait for no date',
      [['  due: 2026-09-01T23:59:00Z\n  extension: 1 day\n', '  hints: after-due\n']],
      /“hints” waits for a due date/,
    ],
    ['an extension backwards', [['extension: 1 day', 'extension: 2026-08-01T00:00:00Z']], /does not move the due date/],
    ['a reduction of nothing', [['attempts: 3', 'attempts: 3\n  late: { reduce: 0 }']], /lose nothing/],
    [
      'a reduction above its limit',
      [['attempts: 3', 'attempts: 3\n  late: { reduce: 0.5, at-most: 0.2 }']],
      /more than at-most/,
    ],
    ['which of one attempt to keep', [['attempts: 3', 'attempts: 1\n  keep: best']], /“keep” never applies/],
    ['data with decimal commas', [['[-1, 0, 4, 5, 6]', '[-1,0, 4,5, 6,0]']], /^4 “\[-1,0, 4,5, 6,0\]” seems/],
    [
      'a relative tolerance above one',
      [['decimals: 1', 'relative: 20']],
      /^17 “log-likelihood” takes answers .* 20 times/,
    ],
    [
      'a tolerance wider than the answer',
      [['decimals: 1', 'tolerance: 30']],
      /^17 .* is 24.51, and with tolerance: 30 zero/,
    ],
    [
      'decimals too few for the answer',
      [['from: log-likelihood, at: start', 'answer: 0.00135']],
      /^17 .* is 0.00135, and with decimals: 1 zero is right/,
    ],
    ['a placeholder for nothing', [['Which weight?', 'Which weight of {dta}?']], /^19 Nothing is put in for “{dta}”/],
    ['a form that costs nothing', [[', otherwise: 0.5', '']], /^24 “form” costs nothing/],
    [
      'hints that are never shown',
      [
        ['attempts: 3', 'attempts: 3\n  hints: never'],
        ['    points: 2', '    points: 2\n    hint: Think.'],
      ],
      /^11 With hints: never, nobody sees the hint of mixing-weight/,
    ],
    [
      'explanations that are never shown',
      [
        ['attempts: 3', 'attempts: 3\n  explain: never'],
        ['    points: 2', '    points: 2\n    explanation: So.'],
      ],
      /^11 With explain: never, nobody sees the explanation of mixing-weight/,
    ],
    [
      'a follow-through without anything to follow',
      [['attempts: 3', 'attempts: 3\n  follow-through: 0.5']],
      /^11 “follow-through” never applies/,
    ],
    [
      'solutions before the attempts are used up',
      [['attempts: 3', 'attempts: 3\n  solutions: always']],
      /^11 Right answers are shown at the first attempt, .* log-likelihood, mixing-weight, larger/,
    ],
    [
      'symbols that differ by case',
      [['    given:', '    elsewhere: { Gamma_k1: real }\n    given:']],
      /“Gamma_k1” and “gamma_k1”/,
    ],
    [
      'symbols that differ by an underscore',
      [['    given:', '    elsewhere: { gammak1: real }\n    given:']],
      /“gammak1” and “gamma_k1”/,
    ],
    [
      'a symbol that looks like a product of others',
      [['    given:', '    elsewhere: { x: real, y: real, xy: real }\n    given:']],
      /^23 “xy” looks like the product of x and y/,
    ],
    [
      'a symbol that is a constant',
      [['    given:', '    elsewhere: { e: real }\n    given:']],
      /^23 “e” means something else/,
    ],
    [
      'a symbol that is a function',
      [['    given:', '    elsewhere: { min: real }\n    given:']],
      /^23 “min” means something/,
    ],
    [
      'a pole inside a domain',
      [
        ['(gamma_k1 + gamma_k2) / 2', '1 / gamma_k1^2 + gamma_k2'],
        ['gamma_k1: [0, 1]', 'gamma_k1: [-1, 1]'],
      ],
      /^21 The formula has no value where “gamma_k1” is zero, as it is inside the domains/,
    ],
    [
      'a pole at the edge of a domain',
      [['(gamma_k1 + gamma_k2) / 2', 'ln(1 - gamma_k1) + gamma_k2']],
      /^21 .* where “1 - gamma_k1” is zero, as it is where gamma_k1 is 1, at the edge/,
    ],
    ['a computed number asked for exactly', [[', decimals: 1', '']], /exactly/],
  ];

  it.each([
    [
      'a sum that is zero in a corner of its domains only',
      [['(gamma_k1 + gamma_k2) / 2', 'gamma_k1 / (gamma_k1 + gamma_k2)']],
    ],
    ['braces of LaTeX', [['Which weight?', 'Which weight in $x_{a} {b}$ and \\text{data}?']]],
    [
      'a follow-through from one number to another',
      [
        ['attempts: 3', 'attempts: 3\n  follow-through: 0.5'],
        ['number: { from: log-likelihood, at: start, decimals: 1 }', 'list: { from: means, at: 1, decimals: 1 }'],
      ],
    ],
    ['a number of which zero is no right answer', [['decimals: 1', 'tolerance: 5']]],
  ] as readonly (readonly [string, readonly Edit[]])[])('is not said to be: %s', async (_, edits) => {
    const reading = await readProblem(broken(...edits), 'problem.yaml');
    expect(reading).toMatchObject({ kind: 'problem', warnings: [] });
  });

  it.each(warnings)('is accepted with a warning: %s', async (_, edits, words) => {
    const reading = await readProblem(broken(...edits), 'problem.yaml');
    expect(
      reading.kind === 'problem' && reading.warnings.map(({ message, line }) => `${line} ${message}`).join('\n'),
    ).toMatch(words);
  });
});
