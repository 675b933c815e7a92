import { isWellFormed } from './xml.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  FormatProblem,
  formats,
  readRoster,
  type FormatName,
  type KeptReport,
  type Roster,
  type Row,
  type StudentRows,
} from '../../src/report/index.js';
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

const write = (name: FormatName, list?: Roster) => {
  const remarks: string[] = [];
  const format = formats[name];
  const context = {
    problems: [problem],
    roster: list,
    remark: (who: string, message: string) => void remarks.push(`${who}: ${message}`),
  };
  if (format.kind === 'student')
    return { text: rows.map((row) => format.write(student(row), context)).join('\n'), remarks };
  const writing = format.start(context);
  return { text: writing.begin + rows.map((row) => writing.add(student(row))).join('') + writing.end(), remarks };
};

const records = (text: string): readonly { readonly [column: string]: string }[] => {
  const parsed = Papa.parse<{ [column: string]: string }>(text, { header: true, skipEmptyLines: true });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
};

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
      ['s2', ''],
    ]);
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
    expect(remarks).toEqual(['s2: Left empty for mixture: an answer waits for a person (5 points so far).']);
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
    const format = formats.junit;
    if (format.kind !== 'class') throw new Error('one file a class');
    const writing = format.start({ problems: [problem], roster: undefined, remark: () => undefined });
    const odd = rowOf('a"<&>\u0000\u001b\ud800]]>', []);
    const text =
      writing.begin +
      writing.add({
        ...student(odd),
        reports: () => [
          {
            ...report,
            student: odd.student,
            questions: report.questions.map((each) => ({ ...each, messages: ['<b>\u0007&'] })),
          },
        ],
      }) +
      writing.end();
    expect(isWellFormed(text)).toBe(true);
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
