import { isWellFormed } from './xml.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  FormatProblem,
  formatNames,
  formats,
  decodeRow,
  encodeRow,
  gradesHeader,
  gradesRow,
  gradesRowRest,
  readRoster,
  startFiles,
  type FormatName,
  type KeptReport,
  type Roster,
  type Row,
  type StudentRows,
} from '../../src/report/index.js';
import type { Problem, Verdict } from '../../src/types.js';
import { problem, report, rowOf } from './sample.js';

const student = (row: Row, more: Partial<KeptReport> = {}): StudentRows => ({
  student: row.student,
  page: row.student,
  rows: [row],
  reports: () => [{ ...report, ...more, student: row.student }],
});

const hostile = '=cmd|"/c calc"!A1';
const rows = [
  rowOf(hostile, ['correct', 'correct', 'correct', 'correct']),
  rowOf('s1', ['correct', 'partial', 'incorrect', 'correct']),
  rowOf('s2', ['correct', 'correct', 'undecided', 'correct']),
];

const roster = (text: string): Roster => {
  const read = readRoster(text);
  if ('problem' in read) throw new Error(read.problem);
  return read;
};

type Class = { readonly problems: readonly Problem[]; readonly students: readonly StudentRows[] };

const writeFiles = (name: FormatName, { problems, students }: Class, list?: Roster) => {
  const remarks: string[] = [];
  const context = {
    problems,
    roster: list,
    remark: (who: string, message: string) => void remarks.push(`${who}: ${message}`),
    claimed: new Map(),
  };
  const format = formats[name];
  const files: { [path: string]: string } = {};
  if (format.kind === 'student')
    for (const each of students) files[format.file(each.page)] = format.write(each, context);
  for (const { path, writing } of startFiles(format, context))
    files[path] = writing.begin + students.map((each) => writing.add(each)).join('') + writing.end();
  return { files, remarks };
};

const write = (name: FormatName, list?: Roster) => {
  const { files, remarks } = writeFiles(name, { problems: [problem], students: rows.map((row) => student(row)) }, list);
  return { text: Object.values(files).join('\n'), remarks };
};

const records = (text: string): readonly { readonly [column: string]: string }[] => {
  const parsed = Papa.parse<{ [column: string]: string }>(text, { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
};

/** The points in a record of a gradebook, whatever the title is. */
const gradeOf = (record: { readonly [column: string]: string }): string | undefined =>
  Object.entries(record).find(([column]) => /^(?:Two coins|A mixture)/.test(column))?.[1];

describe('canvas', () => {
  it('has the columns of the gradebook import, the points possible, then the students', () => {
    const [points, ...students] = records(write('canvas').text);
    expect(Object.keys(points ?? {})).toEqual([
      'Student',
      'ID',
      'SIS User ID',
      'SIS Login ID',
      'Section',
      problem.title,
    ]);
    expect(points?.['Student']).toBe('    Points Possible');
    expect(points?.[problem.title]).toBe('6');
    expect(students.map((each) => [each['SIS Login ID'], each[problem.title]])).toEqual([
      [`'${hostile}`, '6'],
      ['s1', '3.5'],
    ]);
  });

  it('leaves out whose points are open, and says so: an empty cell would erase the grade that is there', () => {
    const { text, remarks } = write('canvas');
    expect(text).not.toContain('s2');
    expect(remarks).toEqual(['s2: Left out for mixture: an answer waits for a person (5 points so far).']);
  });

  it('takes names, ids and the column of the assignment from an export of the gradebook', () => {
    const list = roster(
      `Student,ID,SIS User ID,SIS Login ID,Section,${problem.title} (4711),Other (1)\n    Points Possible,,,,,6,3\n"Doe, Ann",17,u17,s1,A,,\n`,
    );
    const { text, remarks } = write('canvas', list);
    expect(text.split('\r\n')[0]).toBe(`Student,ID,SIS User ID,SIS Login ID,Section,${problem.title} (4711)`);
    expect(records(text)[2]).toMatchObject({ Student: 'Doe, Ann', ID: '17', 'SIS User ID': 'u17', Section: 'A' });
    expect(remarks).toContain('s2: Not in the roster.');
  });
});

describe('moodle', () => {
  it('has grade and feedback for everyone whose points are final, and says who is left out', () => {
    const { text, remarks } = write('moodle');
    const students = records(text);
    expect(students.map((each) => [each['ID number'], each[`${problem.title} (Real)`]])).toEqual([
      [`'${hostile}`, '6'],
      ['s1', '3.5'],
    ]);
    expect(students[1]?.[`${problem.title} (Feedback)`]).toContain('mean: partial (1.5/3)');
    expect(remarks).toEqual(['s2: Left out for mixture: an answer waits for a person (5 points so far).']);
  });
});

describe('a class with several problems', () => {
  const coins: Problem = { ...problem, id: 'coins', title: 'Two coins' };
  const right = ['correct', 'correct', 'correct', 'correct'] as const;
  const both = rowOf('both', right);
  const students: readonly StudentRows[] = [
    student(rowOf('one', right)),
    {
      ...student(both),
      rows: [{ ...both, problem: 'coins', earned: 4 }, both],
      reports: () => ['coins', 'mixture'].map((id) => ({ ...report, problem: id, student: 'both' })),
    },
    student({ ...rowOf('other', right), problem: 'coins', earned: 3 }, { problem: 'coins' }),
  ];
  const list = roster(
    `user_id,username,course_id,name-a,new_override-a,name-b,new_override-b\n${['one', 'both', 'other'].map((name, i) => `${i},${name},c,${problem.title},,Two coins,\n`).join('')}`,
  );
  const written = (name: FormatName) =>
    writeFiles(name, { problems: [coins, problem], students }, name === 'edx' ? list : undefined);

  it.each([
    ['canvas', { 'canvas/coins.csv': ['both', 'other'], 'canvas/mixture.csv': ['one', 'both'] }],
    ['moodle', { 'moodle/coins.csv': ['both', 'other'], 'moodle/mixture.csv': ['one', 'both'] }],
    ['nbgrader', { 'nbgrader.csv': ['one', 'both', 'other'] }],
    ['edx', { 'edx.csv': ['one', 'both', 'other'] }],
    ['junit', { 'junit.xml': ['one', 'both', 'other'] }],
    ['markdown', { 'summary.md': ['one', 'both', 'other'] }],
    [
      'gradescope',
      {
        'gradescope/one/results.json': [],
        'gradescope/both/results.json': [],
        'gradescope/other/results.json': [],
      },
    ],
  ] as const)('has everyone in the files for %s', (name, expected) => {
    const { files, remarks } = written(name);
    const named = Object.entries(files).map(([path, text]) => [
      path,
      name === 'gradescope' ? [] : ['one', 'both', 'other'].filter((each) => new RegExp(`\\b${each}\\b`).test(text)),
    ]);
    expect(Object.fromEntries(named)).toEqual(expected);
    expect(remarks).toEqual([]);
  });

  it.each(['canvas', 'moodle'] as const)('has no empty cell for %s, which would erase a grade', (name) => {
    const { files } = written(name);
    const grades = Object.entries(files).flatMap(([path, text]) =>
      records(text).map((each) => [path.split('/')[1], each['SIS Login ID'] ?? each['ID number'], gradeOf(each)]),
    );
    expect(grades.filter(([, who]) => who !== '')).toEqual([
      ['coins.csv', 'both', '4'],
      ['coins.csv', 'other', '3'],
      ['mixture.csv', 'one', '6'],
      ['mixture.csv', 'both', '6'],
    ]);
  });
});

describe('nbgrader', () => {
  it('has the columns of its own export', () => {
    const [first, second, third] = records(write('nbgrader').text);
    expect(Object.keys(first ?? {}).join()).toBe(
      'assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score',
    );
    expect(second).toMatchObject({
      assignment: 'mixture',
      student_id: 's1',
      raw_score: '3.5',
      late_submission_penalty: '0',
      score: '3.5',
      max_score: '6',
    });
    expect(third?.['score']).toBe('');
  });
});

describe('edx', () => {
  const list = roster(
    `user_id,username,course_id,name-abcdef12,new_override-abcdef12\n4,s1,course-v1:X+Y+Z,${problem.title},\n5,s2,course-v1:X+Y+Z,${problem.title},\n`,
  );

  it('fills the new override of the subsection with the title of the problem', () => {
    const students = records(write('edx', list).text);
    expect(students).toEqual([
      expect.objectContaining({
        user_id: '4',
        username: 's1',
        course_id: 'course-v1:X+Y+Z',
        'new_override-abcdef12': '3.5',
      }),
      expect.objectContaining({ user_id: '5', 'new_override-abcdef12': '' }),
    ]);
  });

  it('cannot do without the export of its gradebook', () => {
    expect(() => write('edx')).toThrow(FormatProblem);
    expect(() => write('edx', roster('user_id,course_id,name-a,name-b\n1,c,X,Y\n'))).toThrow(/which edX subsection/);
  });
});

const readOutputs = (json: string): readonly string[] => {
  const read = JSON.parse(json) as { readonly output: string; readonly tests: readonly { readonly output: string }[] };
  return [read.output, ...read.tests.map(({ output }) => output)];
};

describe('gradescope', () => {
  it('is the JSON that an autograder leaves, without a score for what is open', () => {
    const format = formats.gradescope;
    if (format.kind !== 'student') throw new Error('one file a student');
    const results = JSON.parse(
      format.write(student(rowOf('s17', [])), {
        problems: [problem],
        roster: undefined,
        remark: () => undefined,
        claimed: new Map(),
      }),
    ) as {
      score: number;
      tests: { name: string; score?: number; max_score: number; status?: string; output: string }[];
      extra_data: unknown;
    };
    expect(results.score).toBe(2);
    expect(results.extra_data).toEqual({ waiting: ['weight'] });
    expect(results.tests.map(({ name, score, max_score, status }) => [name, score, max_score, status])).toEqual([
      ['Log-likelihood', 1, 1, 'passed'],
      ['M-step: the mean', 1, 3, 'failed'],
      ['Variance at convergence', 0, 1, 'failed'],
      ['M-step: the mixing weight', undefined, 1, undefined],
      ['Means at convergence', 0, 0, 'failed'],
    ]);
    expect(format.file('s17')).toBe('gradescope/s17/results.json');
  });
});

/** A row and its report with these verdicts; `refused` ones came too late to be accepted. */
const handed = (name: string, verdicts: readonly Verdict[], refused: readonly number[] = []): StudentRows => {
  const row = rowOf(name, verdicts);
  const isRefused = (i: number): boolean => refused.includes(i);
  const questions = row.questions.map((question, i) => ({
    ...question,
    ...(isRefused(i) && ({ refused: true, earned: 0 } as const)),
  }));
  const own = { ...row, questions, earned: questions.reduce((sum, { earned }) => sum + earned, 0) };
  const kept = questions.map((question) => ({
    ...question,
    proof: { method: 'none' } as const,
    causes: [],
    messages: [],
  }));
  return { ...student(own), reports: () => [{ ...report, student: name, earned: own.earned, questions: kept }] };
};

/** What Gradescope reads of a student. */
const gradescopeOf = (each: StudentRows) =>
  JSON.parse(Object.values(writeFiles('gradescope', { problems: [problem], students: [each] }).files).join()) as {
    readonly output: string;
    readonly extra_data: unknown;
    readonly tests: readonly { readonly score?: number; readonly status?: string; readonly output: string }[];
  };

describe('answers that a person must look at', () => {
  it('are told from those that could not be read, for Gradescope', () => {
    const mixed = gradescopeOf(handed('s', ['correct', 'undecided', 'ungradable', 'incorrect']));
    expect(mixed.output).toMatch(/^Not decided yet: mean\. .*\n\nCould not be read: larger\./);
    expect(mixed.extra_data).toEqual({ waiting: ['mean', 'larger'] });
    expect(mixed.tests.map(({ score, output }) => [score, output.split(':')[0]?.split(',')[0]])).toEqual([
      [1, ''],
      [undefined, 'Not decided yet'],
      [undefined, 'This could not be read'],
      [0, ''],
    ]);
    expect(gradescopeOf(handed('s', ['correct', 'ungradable'])).output).toMatch(/^Could not be read: mean\./);
    expect(gradescopeOf(handed('s', ['correct', 'undecided'])).output).toMatch(/^Not decided yet: mean\./);
    expect(gradescopeOf(handed('s', ['correct'])).output).not.toMatch(/Not decided|not be read/);
  });

  it('are none where the answer came too late to be accepted: its zero is final, and it is listed', () => {
    const late = handed('s', ['correct', 'undecided', 'ungradable', 'ungradable'], [1, 2, 3]);
    const one: Class = { problems: [problem], students: [late] };
    expect(gradescopeOf(late).extra_data).toEqual({ waiting: [] });
    expect(gradescopeOf(late).tests.map(({ score, status }) => [score, status])[1]).toEqual([0, 'failed']);
    for (const name of ['canvas', 'moodle', 'nbgrader'] as const) {
      const { files, remarks } = writeFiles(name, one);
      const given = records(Object.values(files).join()).flatMap((each) => [
        each[problem.title],
        each[`${problem.title} (Real)`],
        each['score'],
      ]);
      expect(given, name).toContain('1');
      expect(remarks, name).toEqual([]);
    }
    expect(Object.values(writeFiles('markdown', one).files).join()).toContain('| done |');
    expect(Object.values(writeFiles('junit', one).files).join()).toContain('failures="3" errors="0"');
    const [row] = late.rows;
    if (row === undefined) throw new Error('there is a row');
    const [grade] = records(gradesHeader([problem]) + gradesRow(row, row.problem, gradesRowRest([problem], row)));
    expect(grade).toMatchObject({
      state: 'final',
      undecided: 'mean',
      ungradable: 'larger weight',
      mean: '0',
      larger: '0',
    });
  });

  it('are counted where their points are left out', () => {
    const { remarks } = writeFiles('canvas', {
      problems: [problem],
      students: [handed('a', ['correct', 'undecided']), handed('b', ['blank', 'undecided', 'ungradable'])],
    });
    expect(remarks).toEqual([
      'a: Left out for mixture: an answer waits for a person (1 point so far).',
      'b: Left out for mixture: 2 answers wait for a person (0 points so far).',
    ]);
  });

  it('are kept in rows as they are', () => {
    const [row] = handed('s', ['undecided', 'undecided', 'ungradable', 'ungradable'], [1, 2]).rows;
    if (row === undefined) throw new Error('there is a row');
    expect(decodeRow(encodeRow(row), problem)).toEqual(row);
  });
});

const hidden = (text: string): boolean => /[\p{Cc}\p{Bidi_Control}\u200b]/u.test(text.replaceAll(/\r?\n/g, ''));

describe('names and messages', () => {
  const odd = 'a\u001b[31m\u202eb\u0085\u200bc';
  const shown = String.raw`a\u{1b}[31m\u{202e}b\u{85}\u{200b}c`;
  const of = student(rowOf(odd, ['correct', 'correct', 'correct', 'correct']), {
    messages: [odd],
    warnings: [odd],
    questions: report.questions.map((each) => ({ ...each, messages: [odd, 'two\nlines'] })),
  });
  const edxList = roster(`user_id,username,course_id,name-a\n7,${odd},${odd},${problem.title}\n`);

  it.each(formatNames)('hide and reorder nothing in the files for %s', (name) => {
    const list = name === 'edx' ? edxList : undefined;
    const { files } = writeFiles(name, { problems: [problem], students: [{ ...of, page: 'a' }] }, list);
    for (const text of Object.values(files)) {
      expect(hidden(text)).toBe(false);
      expect(hidden(name === 'gradescope' ? readOutputs(text).join() : text)).toBe(false);
      const plain = name === 'markdown' ? text.replaceAll(/\\(?=[^\w\s])/g, '') : text;
      expect(name === 'gradescope' ? readOutputs(text).join() : plain).toContain(shown);
    }
  });

  it('keep the lines of a message', () => {
    const { files } = writeFiles('gradescope', { problems: [problem], students: [{ ...of, page: 'a' }] });
    expect(readOutputs(Object.values(files)[0] ?? '').join()).toContain('two\nlines');
  });
});

describe('junit', () => {
  it('is well-formed XML with a suite for each submission', () => {
    const { text } = write('junit');
    expect(isWellFormed(text)).toBe(true);
    expect(text.match(/<testsuite /g)).toHaveLength(3);
    expect(text).toContain('tests="4" failures="2" errors="1" skipped="0"');
  });

  it('stays well-formed with any characters in names and messages', () => {
    const odd = student(rowOf('a"<&>\u0000\u001b\ud800]]>', []), {
      questions: report.questions.map((each) => ({ ...each, messages: ['<b>\u0007&'] })),
    });
    const { files } = writeFiles('junit', { problems: [problem], students: [odd] });
    expect(isWellFormed(files['junit.xml'] ?? '')).toBe(true);
  });
});

describe('markdown', () => {
  it('is one table whose cells hold no mark-up of their own', () => {
    const { text } = write('markdown');
    const lines = text.split('\n').filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(5);
    expect(text).toContain('waiting for a person: larger');
    expect(text).toContain('The points in 1 row are not final.');
  });

  it('waits for nobody where only a question without points is open', () => {
    const checked = rowOf('s5', ['correct', 'correct', 'correct', 'correct', 'ungradable']);
    const { files } = writeFiles('markdown', { problems: [problem], students: [student(checked)] });
    expect(files['summary.md']).toContain('| s5 | mixture | 6 / 6 | done |\n');
    expect(files['summary.md']).not.toContain('not final');
  });
});

const handedIn = (...names: readonly string[]): Class => ({
  problems: [problem],
  students: names.map((name) => student(rowOf(name, ['correct', 'correct', 'correct', 'correct']))),
});

describe('who is meant by a name', () => {
  const canvasHead = 'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n';
  const doe = `${canvasHead}"Doe, Jane",101,sis1,a1,A\n"Doe, Jane",102,sis2,a2,A\n"Doe, John",103,sis3,jdoe,A\n`;

  it('is found by ids where two students are called the same', () => {
    const { files, remarks } = writeFiles('canvas', handedIn('a1', '102', 'Doe, John'), roster(doe));
    expect(records(files['canvas.csv'] ?? '').map((each) => [each['Student'], each['ID']])).toEqual([
      ['    Points Possible', ''],
      ['Doe, Jane', '101'],
      ['Doe, Jane', '102'],
      ['Doe, John', '103'],
    ]);
    expect(remarks).toEqual([]);
  });

  it.each(['canvas', 'moodle', 'nbgrader'] as const)(
    'is nobody for %s where only a name that two have tells',
    (name) => {
      const { files, remarks } = writeFiles(name, handedIn('Doe, Jane', 'jdoe'), roster(doe));
      expect(Object.values(files).join()).not.toContain('Jane');
      expect(Object.values(files).join()).toContain('jdoe');
      expect(remarks).toEqual([
        'Doe, Jane: 2 students in the roster go by this name, so gradebook files leave out Doe, Jane.json. Write the id of the right one into its field "student": a1, a2.',
      ]);
    },
  );

  it.each(['canvas', 'moodle', 'nbgrader'] as const)(
    'is one line of the roster for one name: the second is left out of %s, with a remark',
    (name) => {
      const list = roster('student,email\nu1,u1@x.org\nu2,u2@x.org\n');
      const { files, remarks } = writeFiles(name, handedIn('u1', 'u1@x.org', 'u2@x.org'), list);
      const found = records(Object.values(files).join()).map((each) => JSON.stringify(each));
      for (const id of ['u1', 'u2']) expect(found.filter((each) => each.includes(id))).toHaveLength(1);
      expect(remarks).toEqual([
        'u1@x.org: Left out of gradebook files: this name and u1 lead to one line of the roster (u1), and u1 has it. If they are one student, write the same name into the field "student" of u1.json and u1@x.org.json.',
      ]);
    },
  );

  it.each([
    ['two addresses', 'student,email\na1,x@y\na2,x@y\n', 'x@y'],
    ['two names', doe, 'Doe, Jane'],
  ])('is not clear with %s', (_, text, name) => {
    expect(roster(text).match(name)).toMatchObject({ kind: 'ambiguous', entries: [{}, {}] });
  });

  it('may stand in two lines that are the same', () => {
    expect(roster('student,id\ns1,1\ns1,1\n').entries).toEqual([{ student: 's1', id: '1' }]);
  });

  it.each([
    ['S1', 's1'],
    [' s 1', 's1'],
    ['123', '00123'],
    ['s01', 's1'],
    ['s2', undefined],
  ])('may be a slip: %j', (name, near) => {
    expect(roster('student,id\ns1,7\n00123,8\n').match(name)).toEqual({ kind: 'unknown', near });
  });

  it('is asked where it nearly stands in the roster', () => {
    expect(writeFiles('canvas', handedIn('JDOE'), roster(doe)).remarks).toEqual([
      'JDOE: Not in the roster. Did you mean “jdoe”?',
    ]);
  });

  const others = [
    ['of our own', 'student,email\ns1,s1@x.org\n'],
    ['from edX', 'user_id,username,course_id,name-a,new_override-a\n7,s1,c,x,\n'],
    ['from Moodle', 'First name,Last name,ID number,Email address\nAnn,Doe,s1,s1@x.org\n'],
    ['from Canvas', `${canvasHead}"Doe, Ann",101,sis1,s1,A\n`],
    ['from nbgrader', 'student_id,first_name,last_name,email\ns1,Ann,Doe,s1@x.org\n'],
  ] as const;

  it.each(others)('has no less for being found in a roster %s', (_, text) => {
    for (const name of ['canvas', 'moodle', 'nbgrader'] as const) {
      const line = (list?: Roster) =>
        records(Object.values(writeFiles(name, handedIn('s1'), list).files)[0] ?? '').at(-1) ?? {};
      const found = line(roster(text));
      for (const [column, value] of Object.entries(line())) if (value !== '') expect(found[column]).not.toBe('');
    }
  });

  it('is left out of edx.csv, with a remark, where the roster has no ids of edX', () => {
    const list = roster(`user_id,username,course_id,name-a\n,s1,c,${problem.title}\n8,s2,c,\n`);
    const { files, remarks } = writeFiles('edx', handedIn('s1', 's2', 's3'), list);
    expect(records(files['edx.csv'] ?? '').map((each) => each['user_id'])).toEqual(['8']);
    expect(remarks).toEqual([
      's1: Left out of edx.csv: the roster has no user_id and course_id for them.',
      's3: Not in the roster.',
      's3: Left out of edx.csv: the roster has no user_id and course_id for them.',
    ]);
  });
});

describe('a roster that cannot be right', () => {
  it.each([
    ['', /empty/],
    ['a,b\n1,2', /no column with the students' ids.*found: a, b/],
    ['student,id\ns1,1\n"s2,2\ns3,3', /quotation mark in line 3 is never closed/],
    ['student,id\ns1,1\ns2,2\ns1,3', /two lines for “s1” \(column student\)/],
    ['Student,ID,SIS Login ID\n"Doe, Jane",1,a\n"Doe, Jane",1,b', /two lines for “1” \(column ID\)/],
  ])('%j is refused', (text, message) => {
    expect(readRoster(text)).toEqual({ problem: expect.stringMatching(message) });
  });

  it('is read with semicolons, as spreadsheets write them', () => {
    expect(roster('student;id\ns1;7\n').match('s1')).toEqual({ kind: 'found', entry: { student: 's1', id: '7' } });
  });
});
