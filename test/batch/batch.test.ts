import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { mergeParts, noProgress, runBatch } from '../../src/batch/index.js';
import { readRoster, type KeptReport } from '../../src/report/index.js';
import { grade, inFolder, options, problem, reportsIn, run, sampleClass, sheet, write } from './class.js';

type Record = { readonly [column: string]: string };
const grades = (out: string): readonly Record[] =>
  Papa.parse<Record>(readFileSync(join(out, 'grades.csv'), 'utf8'), { header: true, skipEmptyLines: true }).data;
const results = (out: string): readonly KeptReport[] =>
  readFileSync(join(out, 'results.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as KeptReport);

describe('a folder', () => {
  it('is graded past bad files, with grades, results, pages and a page for the class', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        's1.json': sheet('s1'),
        'x/s2.json': sheet('s2', { mean: 'x_1' }),
        'bad.json': '{',
        'mean.md': '',
      });
      const done = await grade(input, join(folder, 'out'));
      expect(done).toMatchObject({ graded: 2, totals: { students: 2, open: 0 } });
      expect(done.skipped.map(({ file, kind }) => [file, kind])).toEqual([
        ['bad.json', 'unreadable'],
        ['mean.md', 'ignored'],
      ]);
      expect(Object.keys(reportsIn(join(folder, 'out')))).toEqual([
        'feedback/s1.html',
        'feedback/s2.html',
        'grades.csv',
        'report.html',
        'results.ndjson',
      ]);
      expect(
        grades(join(folder, 'out')).map(({ student, file, earned, mean }) => [student, file, earned, mean]),
      ).toEqual([
        ['s1', 's1.json', '13', '1'],
        ['s2', 'x/s2.json', '12', '0'],
      ]);
      expect(results(join(folder, 'out')).map(({ student, earned }) => [student, earned])).toEqual([
        ['s1', 13],
        ['s2', 12],
      ]);
    }));

  it('says on the page for the class, in sentences, what may have happened', () =>
    inFolder(async (folder) => {
      const answers = { 'first-step-variances': [0.7846, 2.6395] };
      const alone = { problem: 'em-two-gaussians', submittedAt: '2016-08-16T20:00:00Z', answers };
      await grade(write(join(folder, 'in'), { 's1.json': alone }), join(folder, 'out'));
      const page = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
      expect(page).toMatch(/stored where the variance is kept\. Or: Standard deviations were handed in/);
    }));

  it('gives a student without a name the name of the file, or of the folder where all files are called alike', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        'ann.json': sheet(undefined),
        'ben/answers.json': sheet(undefined),
        'cleo/answers.json': sheet(undefined),
      });
      await grade(input, join(folder, 'out'));
      expect(grades(join(folder, 'out')).map(({ student }) => student)).toEqual(['ann', 'ben', 'cleo']);
    }));

  it('takes folders with files of one name to be named after their students', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        'ann/em.json': sheet(undefined),
        'ben/em.json': sheet(undefined, { mean: 'x_1' }),
        'cleo/em.json': sheet('cleo'),
        'dan/em.json': '{',
      });
      for (const shard of [undefined, { index: 1, count: 1 }]) {
        const out = join(folder, shard === undefined ? 'out' : 'part');
        const done = await grade(input, out, { shard });
        expect(grades(out).map(({ student, file, earned }) => [student, file, earned])).toEqual([
          ['ann', 'ann/em.json', '13'],
          ['ben', 'ben/em.json', '12'],
          ['cleo', 'cleo/em.json', '13'],
        ]);
        expect(done.notes).toEqual([]);
        expect(done.skipped).toMatchObject([{ file: 'dan/em.json', student: 'dan' }]);
      }
    }));

  it('does not take files of one name for one student where they may be from two', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        'monday/ann.json': sheet(undefined),
        'monday/ben.json': sheet(undefined),
        'friday/ann.json': sheet(undefined, { mean: 'x_1' }),
        'friday/cleo.json': sheet(undefined, {}, { attempt: 1 }),
        'sunday/cleo.json': sheet(undefined, {}, { attempt: 2 }),
        'sunday/dan.json': sheet('dan'),
        'more/dan.json': sheet('dan', {}, { attempt: 2 }),
      });
      const done = await grade(input, join(folder, 'out'));
      expect(grades(join(folder, 'out')).map(({ student, file }) => [student, file])).toEqual([
        ['ben', 'monday/ben.json'],
        ['cleo', 'sunday/cleo.json'],
        ['dan', 'more/dan.json'],
      ]);
      expect(done.skipped).toMatchObject([
        {
          file: 'friday/ann.json',
          student: 'ann',
          reason: expect.stringMatching(/same name as monday\/ann.json.*Add "student"/),
        },
        { file: 'monday/ann.json', student: 'ann' },
      ]);
      expect(done.notes).toMatchObject([
        { file: 'friday/cleo.json', message: expect.stringMatching(/do not say whose they are/) },
      ]);
    }));

  it('leaves the reports as they were where there is nothing to grade, or nothing that can be', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      const out = join(folder, 'out');
      await grade(input, out);
      const before = reportsIn(out);
      write(input, { 's1.json': '{', 'notes.txt': '', 'x.ndjson': '\n\n' });
      expect(await run(input, out)).toMatchObject({
        kind: 'nothing',
        skipped: [{}, { file: 's1.json' }, { file: 'x.ndjson', reason: expect.stringContaining('It is empty') }],
      });
      rmSync(join(input, 'x.ndjson'));
      rmSync(join(input, 's1.json'));
      expect(await run(input, out)).toMatchObject({ kind: 'nothing', skipped: [{ file: 'notes.txt' }] });
      expect(await run(input, join(folder, 'part'), { shard: { index: 1, count: 2 } })).toMatchObject({
        kind: 'nothing',
      });
      expect(await run(join(folder, 'gone'), out)).toMatchObject({ kind: 'no-input' });
      expect(reportsIn(out)).toEqual(before);
    }));

  it('says who was in the last reports and is gone', () =>
    inFolder(async (folder) => {
      const students = Array.from({ length: 12 }, (_, i) => `s${i}`);
      const input = write(join(folder, 'in'), Object.fromEntries(students.map((s) => [`${s}.json`, sheet(s)])));
      const out = join(folder, 'out');
      expect((await grade(input, out)).gone).toEqual({ total: 0, first: [] });
      for (const student of students.slice(0, 6)) rmSync(join(input, `${student}.json`));
      write(input, { 's7.json': '{', 't.json': sheet('t') });
      expect((await grade(input, out, { compare: out })).gone).toBeUndefined();
      expect((await grade(input, out)).gone).toEqual({ total: 7, first: ['s0', 's1', 's2', 's3', 's4'] });
      expect((await grade(input, out)).gone).toEqual({ total: 0, first: [] });
      writeFileSync(join(out, '.check', 'students'), 'oops\n');
      expect((await grade(input, out)).gone).toEqual({ total: 0, first: [] });
    }));

  it('lists lines of a class file in the order of their numbers', () =>
    inFolder(async (folder) => {
      const lines = Array.from({ length: 11 }, (_, i) => JSON.stringify(sheet(i === 3 ? 's' : undefined)));
      const input = write(join(folder, 'in'), { 'x.ndjson': lines.join('\n'), 'z.json': sheet('z') });
      const done = await grade(input, join(folder, 'out'));
      const numbers = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11].map((number) => `x.ndjson:${number}`);
      expect(grades(join(folder, 'out')).map(({ student }) => student)).toEqual(['s', ...numbers, 'z']);
      expect(done.notes.map(({ file, kind }) => [file, kind])).toEqual(numbers.map((file) => [file, 'no-student']));
    }));

  it('takes a name in two encodings for one, and says which names people would take for one', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        'a.json': sheet('Jos\u00e9', { mean: 'x_1' }),
        'b.json': sheet('Jose\u0301', {}, { attempt: 2 }),
        'c.json': sheet('alice'),
        'd.json': sheet('Alice'),
        'e.json': sheet('ALICE'),
        'f.json': sheet('bob  lee'),
        'g.json': sheet('bob lee'),
        'h.json': sheet('cy'),
        'i.json': sheet('Dan'),
      });
      const done = await grade(input, join(folder, 'out'));
      expect(done.totals.students).toBe(8);
      expect(done.notes.filter(({ kind }) => kind === 'look-alike')).toEqual([
        {
          file: 'e.json',
          kind: 'look-alike',
          message:
            '“ALICE”, “Alice” and “alice” (d.json, c.json) differ only by their capitals, and are graded as 3 students. If they are one, write the name alike in all files.',
        },
        {
          file: 'f.json',
          kind: 'look-alike',
          message:
            '“bob  lee” and “bob lee” (g.json) differ only by what one hardly sees, and are graded as 2 students. If they are one, write the name alike in all files.',
        },
      ]);
      const parts = [1, 2].map((index) => join(folder, `part-${index}`));
      for (const [i, part] of parts.entries()) await grade(input, part, { shard: { index: i + 1, count: 2 } });
      const merged = { parts, out: join(folder, 'merged'), formats: [], roster: undefined, pages: true };
      await mergeParts(merged, noProgress, () => false);
      expect(reportsIn(merged.out)).toEqual(reportsIn(join(folder, 'out')));
    }));

  it('reads a class file with the line ends of old Macs, and says where a line is broken', () =>
    inFolder(async (folder) => {
      const lines = [JSON.stringify(sheet('s1')), '{"answers":', JSON.stringify(sheet('s3'))].join('\r');
      const done = await grade(write(join(folder, 'in'), { 'x.ndjson': lines }), join(folder, 'out'));
      expect(grades(join(folder, 'out')).map(({ file }) => file)).toEqual(['x.ndjson:1', 'x.ndjson:3']);
      expect(done.skipped).toMatchObject([
        { file: 'x.ndjson:2', reason: expect.stringMatching(/^column 12: The line ends too early/) },
      ]);
    }));

  it('says of a name what it holds that no list of names can', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 'x.ndjson': JSON.stringify(sheet('a\u0000b')) });
      const done = await grade(input, join(folder, 'out'));
      expect(done.notes).toMatchObject([
        { file: 'x.ndjson:1', message: expect.stringMatching(/^"student" contains a control character \(U\+0000\)/) },
      ]);
    }));

  it('may have nobody in one of its parts', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      for (const index of [1, 2])
        expect(await run(input, join(folder, `${index}`), { shard: { index, count: 2 } })).toMatchObject({
          kind: 'done',
        });
    }));

  it('says aloud when a file is named after somebody else', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 'ann.json': sheet('ben'), 'cleo-2.json': sheet('cleo') });
      const done = await grade(input, join(folder, 'out'));
      expect(done.notes).toEqual([
        { file: 'ann.json', kind: 'named-otherwise', message: 'The file says it is from ben: graded as theirs.' },
      ]);
      expect((await grade(input, join(folder, 'out'))).notes).toEqual(done.notes);
    }));

  it('takes several files of a student as attempts, and says so where two have one number', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        'a/s1.json': sheet('s1', { mean: 'x_1' }, { attempt: 1 }),
        'b/s1.json': sheet('s1', {}, { attempt: 2 }),
        'c/s2.json': sheet('s2', { mean: 'x_1' }),
        'd/s2.json': sheet('s2', {}, { submittedAt: '2016-08-16T21:00:00Z' }),
      });
      const done = await grade(input, join(folder, 'out'));
      expect(done).toMatchObject({ graded: 4, totals: { students: 2 } });
      expect(done.notes.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^2 files are from s2 .*c\/s2.json \(attempt 1\), d\/s2.json \(attempt 1\)/),
      ]);
      expect(grades(join(folder, 'out')).map(({ student, mean, file }) => [student, mean, file])).toEqual([
        ['s1', '1', 'b/s1.json'],
        ['s2', '1', 'd/s2.json'],
      ]);
    }));

  it('grades class files in it line by line, and goes on after a bad line', () =>
    inFolder(async (folder) => {
      const lines = [
        JSON.stringify(sheet('s1')),
        '',
        '{"answers":',
        JSON.stringify(sheet('s2')),
        `  ${JSON.stringify(sheet('s3'))}\r`,
      ].join('\n');
      const input = write(join(folder, 'in'), { 'class.ndjson': lines });
      const done = await grade(input, join(folder, 'out'));
      expect(grades(join(folder, 'out')).map(({ student, file }) => [student, file])).toEqual([
        ['s1', 'class.ndjson:1'],
        ['s2', 'class.ndjson:4'],
        ['s3', 'class.ndjson:5'],
      ]);
      expect(done.skipped.map(({ file }) => file)).toEqual(['class.ndjson:3']);
    }));

  it('never makes a zero of what is undecided or unreadable', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1', { mean: 'gamma_k1*(' }) });
      const done = await grade(input, join(folder, 'out'), { formats: ['canvas', 'moodle'] });
      expect(done.totals).toMatchObject({ open: 1, ungradable: 1 });
      expect(grades(join(folder, 'out'))).toEqual([
        expect.objectContaining({ state: 'open', ungradable: 'mean', mean: '', earned: '12' }),
      ]);
      for (const file of ['canvas.csv', 'moodle.csv'])
        expect(readFileSync(join(folder, 'out', file), 'utf8')).not.toContain('s1');
      expect(done.remarks.map(({ about }) => about)).toContain('s1');
    }));

  it('leaves to nobody what came too late to be accepted, though it cannot be read', () =>
    inFolder(async (folder) => {
      const late = { submittedAt: '2016-09-16T20:00:00Z' };
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1', { mean: 'gamma_k1*(' }, late) });
      const done = await grade(input, join(folder, 'out'), { formats: ['canvas'] });
      expect(done.totals).toMatchObject({ open: 0, ungradable: 0 });
      expect(grades(join(folder, 'out'))).toEqual([
        expect.objectContaining({ state: 'final', ungradable: 'mean', mean: '0', earned: '0' }),
      ]);
      expect(readFileSync(join(folder, 'out', 'canvas.csv'), 'utf8')).toContain('s1');
      expect(done.remarks).toEqual([]);
    }));

  it('says who of the roster handed in nothing, also on the page, but not of a part of the class', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1'), 's2.json': '{"answers": {' });
      const roster = readRoster('student,id\ns1,1\ns2,2\ns3,3\ns4,4\n');
      if ('problem' in roster) throw new Error(roster.problem);
      const missing = '2 students in it handed in nothing: s3, s4.';
      const done = await grade(input, join(folder, 'out'), { roster });
      expect(done.remarks).toEqual([{ about: 'roster', message: missing }]);
      expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain(missing);
      const part = await grade(input, join(folder, 'part'), { roster, shard: { index: 1, count: 1 } });
      expect(part.remarks).toEqual([]);
      const merged = await mergeParts(
        { parts: [join(folder, 'part')], out: join(folder, 'merged'), formats: [], roster, pages: true },
        noProgress,
        () => false,
      );
      expect(merged).toMatchObject({ remarks: [{ message: missing }] });
      expect(readFileSync(join(folder, 'merged', 'report.html'), 'utf8')).toBe(
        readFileSync(join(folder, 'out', 'report.html'), 'utf8'),
      );
    }));

  it('names no answer as wrong that is right but not simplified', () =>
    inFolder(async (folder) => {
      const roundabout = '(gamma_k1 + gamma_k2)/(gamma_11 + gamma_12 + gamma_21 + gamma_22)';
      const input = write(join(folder, 'in'), {
        's1.json': sheet('s1', { 'mixing-weight': roundabout }),
        's2.json': sheet('s2', { 'mixing-weight': 'gamma_k1*17 + gamma_k2' }),
      });
      await grade(input, join(folder, 'out'));
      expect(results(join(folder, 'out'))[0]?.questions.find(({ id }) => id === 'mixing-weight')?.verdict).toBe(
        'partial',
      );
      const page = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
      const wrong = page.slice(page.indexOf('<h2>Wrong answers without a known mistake</h2>'));
      expect(wrong).toContain('gamma_k1*17 + gamma_k2');
      expect(page).not.toContain(roundabout);
    }));

  it('cannot be tricked by hostile names', () =>
    inFolder(async (folder) => {
      const names = [
        '../../etc/passwd',
        '=HYPERLINK("x")',
        '<script>alert(1)</script>',
        'con',
        'S1',
        's1',
        '\u202egnp',
        'a'.repeat(190),
      ];
      const input = write(join(folder, 'in'), Object.fromEntries(names.map((name, i) => [`f${i}.json`, sheet(name)])));
      await grade(input, join(folder, 'out'));
      const pages = Object.keys(reportsIn(join(folder, 'out'))).filter((path) => path.startsWith('feedback/'));
      expect(pages).toHaveLength(names.length);
      expect(new Set(pages.map((path) => path.toLowerCase())).size).toBe(names.length);
      for (const page of pages) expect(page).toMatch(/^feedback\/[a-z0-9][a-z0-9_.-]*\.html$/);
      expect(grades(join(folder, 'out')).map(({ student }) => student)).toContain(`'=HYPERLINK("x")`);
    }));
});

describe('the reports', () => {
  it('are the same bytes from a shuffled folder, from one class file, with and without a journal', () =>
    inFolder(async (folder) => {
      const files = sampleClass(24);
      const forwards = write(join(folder, 'one', 'in'), files);
      const backwards = write(join(folder, 'two', 'in'), Object.fromEntries(Object.entries(files).toReversed()));
      await grade(forwards, join(folder, 'a'), { formats: ['canvas', 'gradescope', 'junit'] });
      await grade(backwards, join(folder, 'b'), { formats: ['canvas', 'gradescope', 'junit'], journal: false });
      expect(reportsIn(join(folder, 'b'))).toEqual(reportsIn(join(folder, 'a')));
    }));

  it('of students who handed in the same are those of each of them alone, whatever else differs', () =>
    inFolder(async (folder) => {
      const strict = {
        ...problem,
        policy: {
          ...problem.policy,
          attempts: 2,
          late: { kind: 'reduce', perDay: 0.1, atMost: 0.5 },
          extensions: { known: { seconds: 172_800 } },
        },
      } as const;
      const answers = { mean: 'x_1', 'log-likelihood': -30 };
      const times = ['16T20:00:00Z', '17T23:59:00Z', '17T23:59:01Z', '18T10:00:00Z', '19T10:00:00Z'];
      const files: { [path: string]: unknown } = {
        'known.json': sheet('known', answers, { submittedAt: '2016-08-19T10:00:00Z' }),
        'second.json': sheet('second', answers, { attempt: 2 }),
        'silent.json': sheet('silent', answers, { submittedAt: undefined }),
        'nameless.json': sheet(undefined, answers, { problem: undefined }),
        'escaped.json': JSON.stringify(sheet('escaped', answers)).replace('"escaped"', '"\\u0065scaped"'),
      };
      for (const [i, time] of times.entries())
        files[`s${i}.json`] = sheet(`s${i}`, answers, { submittedAt: `2016-08-${time}` });
      const input = write(join(folder, 'in'), files);
      await grade(input, join(folder, 'out'), { problems: [strict], pages: false });
      const together = results(join(folder, 'out'));
      expect(new Set(together.map(({ earned }) => earned)).size).toBeGreaterThan(2);
      for (const [path, content] of Object.entries(files)) {
        const alone = write(join(folder, `alone-${path}`), { [path]: content });
        const out = join(folder, `out-${path}`);
        await grade(alone, out, { problems: [strict], pages: false });
        expect(results(out)).toEqual(together.filter(({ file }) => file === path));
      }
    }));

  it('of an unchanged class are made without grading anything again; of a changed one, only what changed is', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(24));
      const out = join(folder, 'out');
      const first = await grade(input, out);
      const before = reportsIn(out);
      expect(first.reused).toBe(0);
      const again = await grade(input, out);
      expect([again.graded, again.reused]).toEqual([0, first.graded]);
      expect(reportsIn(out)).toEqual(before);
      writeFileSync(join(input, 's001.json'), JSON.stringify(sheet('s001')));
      write(input, { 'late.json': sheet('late') });
      expect(await grade(input, out)).toMatchObject({ graded: 2, reused: first.graded - 1 });
      await grade(input, join(folder, 'fresh'));
      expect(reportsIn(out)).toEqual(reportsIn(join(folder, 'fresh')));
    }));

  it('do not trust a journal that was cut off or damaged', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(12));
      const out = join(folder, 'out');
      const { graded } = await grade(input, out);
      const before = reportsIn(out);
      const journal = join(out, '.check', 'journal.ndjson');
      const bytes = readFileSync(journal);
      const second = bytes.indexOf(10) + 1;
      bytes.write('"earned":99', bytes.indexOf('"earned":', second));
      writeFileSync(journal, bytes.subarray(0, bytes.length - 40));
      const again = await grade(input, out);
      expect(reportsIn(out)).toEqual(before);
      expect(again.graded).toBeGreaterThan(0);
      expect(again.graded).toBeLessThan(graded);
      appendFileSync(journal, 'no record at all\n');
      expect(await grade(input, out)).toMatchObject({ graded: 0 });
      expect(reportsIn(out)).toEqual(before);
    }));

  it('of parts graded apart are merged to the bytes of one run', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(30));
      await grade(input, join(folder, 'whole'), { formats: ['nbgrader', 'markdown'] });
      const parts = [1, 2, 3].map((index) => join(folder, `part-${index}`));
      for (const [i, part] of parts.entries()) await grade(input, part, { shard: { index: i + 1, count: 3 } });
      const merged = await mergeParts(
        {
          parts: parts.toReversed(),
          out: join(folder, 'merged'),
          formats: ['nbgrader', 'markdown'],
          roster: undefined,
          pages: true,
        },
        noProgress,
        () => false,
      );
      expect(merged.kind).toBe('done');
      expect(reportsIn(join(folder, 'merged'))).toEqual(reportsIn(join(folder, 'whole')));
      const missing = await mergeParts(
        { parts: parts.slice(1), out: join(folder, 'm2'), formats: [], roster: undefined, pages: true },
        noProgress,
        () => false,
      );
      expect(missing).toMatchObject({ kind: 'refused', message: 'Part 1 of 3 is missing.' });
    }));

  it('of a kind that was not asked for again go away', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      await grade(input, join(folder, 'out'), { formats: ['canvas'] });
      await grade(input, join(folder, 'out'), { pages: false });
      expect(Object.keys(reportsIn(join(folder, 'out')))).toEqual(['grades.csv', 'report.html', 'results.ndjson']);
    }));
});

describe('an output folder', () => {
  it.each([
    ['among the submissions', 'in', 'in/out', /lies inside the submissions/],
    ['the submissions themselves', 'in', 'in', /lies inside the submissions/],
    ['around the submissions', 'around/in', 'around', /submissions lie inside/],
    ['with other files', 'in', 'other', /holds files that are not reports/],
    ['that is a file', 'in', 'other/x', /is a file, not a folder/],
  ])('%s is refused', (_, from, to, message) =>
    inFolder(async (folder) => {
      write(folder, { 'in/s1.json': sheet('s1'), 'around/in/s1.json': sheet('s1'), 'other/x': 'mine' });
      expect(await run(join(folder, from), join(folder, to))).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(message) as unknown,
      });
      expect(readFileSync(join(folder, 'other', 'x'), 'utf8')).toBe('mine');
    }),
  );

  it('of another run is refused, and so is another part', () =>
    inFolder(async (folder) => {
      const one = write(join(folder, 'one'), { 's1.json': sheet('s1') });
      const two = write(join(folder, 'two'), { 's2.json': sheet('s2') });
      await grade(one, join(folder, 'out'));
      const before = reportsIn(join(folder, 'out'));
      expect(await run(two, join(folder, 'out'))).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/reports of another run/) as unknown,
      });
      expect(await run(one, join(folder, 'out'), { shard: { index: 1, count: 2 } })).toMatchObject({ kind: 'refused' });
      expect(reportsIn(join(folder, 'out'))).toEqual(before);
    }));

  it('in which somebody is at work is refused, and a lock left behind is not obeyed', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      const out = join(folder, 'out');
      const lock = join(out, '.check', 'lock');
      await grade(input, out);
      let second: unknown;
      const stopped = (): boolean => {
        second ??= run(input, out);
        return false;
      };
      await runBatch(options(input, out), noProgress, stopped);
      expect(await second).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/Another run is at work/) as unknown,
      });
      const { hostname } = await import('node:os');
      writeFileSync(lock, JSON.stringify({ pid: process.pid, started: 'another time', host: hostname() }));
      expect((await run(input, out)).kind).toBe('done');
      writeFileSync(lock, 'half a lo');
      expect((await run(input, out)).kind).toBe('done');
      writeFileSync(lock, JSON.stringify({ pid: 1, started: '', host: 'elsewhere' }));
      expect((await run(input, out)).kind).toBe('refused');
    }));
});

describe('a run that is stopped', () => {
  it('keeps what it has graded, leaves the old reports as they are, and goes on from there', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      const out = join(folder, 'out');
      await grade(input, out);
      const before = reportsIn(out);
      for (let i = 0; i < 300; i++) write(input, { [`t${i}.json`]: sheet(`t${i}`) });
      let asked = 0;
      const outcome = await runBatch(options(input, out), noProgress, () => ++asked > 2);
      expect(outcome).toMatchObject({ kind: 'interrupted', total: 301 });
      expect(reportsIn(out)).toEqual(before);
      const resumed = await grade(input, out);
      expect(resumed.reused).toBeGreaterThan(100);
      expect(resumed.reused + resumed.graded).toBe(301);
      await grade(input, join(folder, 'fresh'));
      expect(reportsIn(out)).toEqual(reportsIn(join(folder, 'fresh')));
    }));

  it('may have been killed while it put the reports in their place', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(6));
      const out = join(folder, 'out');
      await grade(input, out);
      const before = reportsIn(out);
      mkdirSync(join(out, '.check', 'old'));
      mkdirSync(join(out, '.check', 'next'));
      renameSync(join(out, 'feedback'), join(out, '.check', 'old', 'feedback'));
      rmSync(join(out, 'grades.csv'));
      await grade(input, out);
      expect(reportsIn(out)).toEqual(before);
    }));
});
