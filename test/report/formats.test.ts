import { isWellFormed } from './xml.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  FormatProblem,
  formats,
  readRoster,
  startFiles,
  type FormatName,
  type KeptReport,
  type Roster,
  type Row,
  type StudentRows,
} from '../../src/report/index.js';
import type { Problem } from '../../src/types.js';
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

describe('gradescope', () => {
  it('is the JSON that an autograder leaves, without a score for what is open', () => {
    const format = formats.gradescope;
    if (format.kind !== 'student') throw new Error('one file a student');
    const results = JSON.parse(
      format.write(student(rowOf('s17', [])), { problems: [problem], roster: undefined, remark: () => undefined }),
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
    expect(text).toContain('1 of these points are not final.');
  });
});

describe('a roster that cannot be right', () => {
  it.each([
    ['', /empty/],
    ['a,b\n1,2', /no column with the students' ids.*found: a, b/],
    ['student,id\ns1,1\n"s2,2\ns3,3', /quotation mark in line 3 is never closed/],
    ['student,id\ns1,1\ns2,2\ns1,3', /two lines for “s1”/],
  ])('%j is refused', (text, message) => {
    expect(readRoster(text)).toEqual({ problem: expect.stringMatching(message) });
  });

  it('is read with semicolons, as spreadsheets write them', () => {
    expect(roster('student;id\ns1;7\n').find('s1')).toEqual({ student: 's1', id: '7' });
  });
});
