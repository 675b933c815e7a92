import { describe, expect, it } from 'vitest';
import { readRoster, takeAttendance, type Roster } from '../../src/report/index.js';

const roster = (text: string): Roster => {
  const read = readRoster(text);
  if ('problem' in read) throw new Error(read.problem);
  return read;
};

describe('attendance', () => {
  const names = Array.from({ length: 13 }, (_, i) => `s${i}`);
  const list = roster(`student,id\n${names.map((name, i) => `${name},${i + 100}`).join('\n')}\n`);

  it('names the first of those who handed in nothing, and counts the others', () => {
    const attendance = takeAttendance(list);
    attendance.mark('s0');
    attendance.mark('102');
    attendance.mark('nobody');
    expect(attendance.missing()).toBe(
      '11 students in it handed in nothing: s1, s3, s4, s5, s6, s7, s8, s9, s10, s11 and 1 more.',
    );
  });

  it('is silent where all did, and misses none of those whom a name leaves open', () => {
    const attendance = takeAttendance(roster('student,email\na1,x@y\na2,x@y\n'));
    attendance.mark('x@y');
    expect(attendance.missing()).toBeUndefined();
  });
});
