import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainDiskFault } from '../../src/batch/index.js';
import { grade, inFolder, reportsIn, run, sampleClass, sheet, write } from './class.js';

const few = { 's1.json': sheet('s1'), 's2.json': sheet('s2', { mean: 'x_1' }) };
const usual = ['grades.csv', 'report.html', 'results.ndjson'];
const namesIn = (folder: string): readonly string[] => Object.keys(reportsIn(folder));

/** A class that is graded already. */
const graded = (
  work: (at: { readonly folder: string; readonly input: string; readonly out: string }) => Promise<void>,
  formats: Parameters<typeof grade>[2] = {},
): Promise<void> =>
  inFolder(async (folder) => {
    const input = write(join(folder, 'in'), few);
    const out = join(folder, 'out');
    await grade(input, out, formats);
    await work({ folder, input, out });
  });

describe('an output folder is known again', () => {
  it('without what was noted about it', () =>
    graded(async ({ input, out }) => {
      const before = reportsIn(out);
      rmSync(join(out, '.check'), { recursive: true });
      expect(await grade(input, out)).toMatchObject({ graded: 2, inFolder: [] });
      expect(reportsIn(out)).toEqual(before);
      rmSync(join(out, '.check'), { recursive: true });
      rmSync(join(input, 's2.json'));
      await grade(input, out);
      expect(namesIn(out)).toEqual(['feedback/s1.html', ...usual]);
    }));

  it('of an empty class, too', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'in'));
      const out = join(folder, 'out');
      if ((await run(join(folder, 'in'), out)).kind !== 'done') return;
      rmSync(join(out, '.check'), { recursive: true });
      expect((await run(join(folder, 'in'), out)).kind).toBe('done');
    }));

  it.each([
    ['the submissions', (at: string) => renameSync(join(at, 'in'), join(at, 'moved')), 'moved', 'out'],
    ['the reports', (at: string) => renameSync(join(at, 'out'), join(at, 'reports')), 'in', 'reports'],
    [
      'both',
      (at: string) => {
        mkdirSync(join(at, 'course'));
        for (const name of ['in', 'out']) renameSync(join(at, name), join(at, 'course', name));
      },
      'course/in',
      'course/out',
    ],
    [
      'a copy of the submissions',
      (at: string) => cpSync(join(at, 'in'), join(at, 'copy'), { recursive: true }),
      'copy',
      'out',
    ],
  ])('when %s moved, also with an answer more', (_, move, input, out) =>
    graded(async ({ folder }) => {
      move(folder);
      write(join(folder, input), { 'late.json': sheet('late') });
      expect(await grade(join(folder, input), join(folder, out))).toMatchObject({ graded: 1, reused: 2 });
    }),
  );

  it('when a class file has another name', () =>
    inFolder(async (folder) => {
      const lines = ['a', 'b', 'c'].map((student) => `${JSON.stringify(sheet(student))}\n`);
      write(folder, { 'class.ndjson': lines.join('') });
      const out = join(folder, 'out');
      await grade(join(folder, 'class.ndjson'), out);
      renameSync(join(folder, 'class.ndjson'), join(folder, 'homework-1.ndjson'));
      appendFileSync(join(folder, 'homework-1.ndjson'), `${JSON.stringify(sheet('d'))}\n`);
      expect((await grade(join(folder, 'homework-1.ndjson'), out)).totals.students).toBe(4);
    }));

  it('but not where other submissions have the same names', () =>
    graded(async ({ folder, out }) => {
      const next = write(join(folder, 'next'), { 's1.json': sheet('s1', { mean: 'x_2' }), 's2.json': sheet('s2') });
      rmSync(join(folder, 'in'), { recursive: true });
      const before = reportsIn(out);
      expect(await run(next, out)).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/holds the reports of another run/) as unknown,
        fix: expect.stringMatching(/delete .*\.check first/) as unknown,
      });
      expect(reportsIn(out)).toEqual(before);
      rmSync(join(out, '.check'), { recursive: true });
      expect((await run(next, out)).kind).toBe('done');
    }));

  it('by nobody while nothing was reported in it', () =>
    graded(async ({ folder, out }) => {
      for (const name of readdirSync(out)) if (name !== '.check') rmSync(join(out, name), { recursive: true });
      const next = write(join(folder, 'next'), { 'x.json': sheet('x') });
      expect((await run(next, out)).kind).toBe('done');
    }));
});

describe('what somebody put into an output folder', () => {
  it('stays, in each of its folders, and is said', () =>
    graded(
      async ({ input, out }) => {
        write(out, {
          'notes.txt': 'mine',
          'feedback/notes.txt': 'mine',
          'feedback/s1-marked.html': 'mine',
          'feedback/pictures/a.png': 'mine',
          'gradescope/s2/comments.txt': 'mine',
          'gradescope/all.zip': 'mine',
        });
        unlinkSync(join(input, 's2.json'));
        const { inFolder: said } = await grade(input, out, { formats: ['gradescope'] });
        expect(namesIn(out)).toEqual([
          'feedback/notes.txt',
          'feedback/pictures/a.png',
          'feedback/s1-marked.html',
          'feedback/s1.html',
          'grades.csv',
          'gradescope/all.zip',
          'gradescope/s1/results.json',
          'gradescope/s2/comments.txt',
          'notes.txt',
          'report.html',
          'results.ndjson',
        ]);
        for (const [path, content] of Object.entries(reportsIn(out)))
          if (!/s1\.html|results|grades\.csv|report/.test(path)) expect(content, path).toBe('mine');
        expect(said.map(({ about }) => about)).toEqual(['feedback/', 'gradescope/']);
        expect(said[0]?.message).toContain('notes.txt, pictures, s1-marked.html');
      },
      { formats: ['gradescope'] },
    ));

  it('stays as well when pages and files are not asked for again; what is ours goes, and that is said', () =>
    graded(
      async ({ input, out }) => {
        write(out, { 'feedback/notes.txt': 'mine' });
        const { inFolder: said } = await grade(input, out, { pages: false });
        expect(namesIn(out)).toEqual(['feedback/notes.txt', ...usual]);
        expect(said.map(({ about, message }) => `${about} ${message}`)).toEqual([
          expect.stringMatching(/^canvas\.csv From an earlier run.* removed/),
          expect.stringMatching(/^feedback\/ What an earlier run wrote there is removed/),
          expect.stringMatching(/^feedback\/ Not written by this program, and left there: notes\.txt/),
        ]);
      },
      { formats: ['canvas'] },
    ));

  it.each(['canvas.csv', 'grades.csv'])(
    '%s, or changed by hand, gets another name where a report needs its own',
    (name) =>
      graded(
        async ({ input, out }) => {
          writeFileSync(join(out, name), 'mine');
          const { inFolder: said } = await grade(input, out, { formats: ['canvas'] });
          expect(readFileSync(join(out, name.replace('.', '.earlier.')), 'utf8')).toBe('mine');
          expect(said).toEqual([
            { about: name, isMoved: true, message: expect.stringContaining('earlier.csv') as unknown },
          ]);
          writeFileSync(join(out, name), 'mine too');
          await grade(input, out, { formats: ['canvas'] });
          expect(readFileSync(join(out, name.replace('.', '.earlier-2.')), 'utf8')).toBe('mine too');
          expect((await grade(input, out, { formats: ['canvas'] })).inFolder).toEqual([]);
        },
        { formats: ['canvas'] },
      ),
  );

  it('such as the export of a gradebook is not taken for a report', () =>
    graded(async ({ input, out }) => {
      write(out, { 'canvas.csv': 'Student,ID\n' });
      const { inFolder: said } = await grade(input, out);
      expect(readFileSync(join(out, 'canvas.csv'), 'utf8')).toBe('Student,ID\n');
      expect(said).toMatchObject([
        { about: 'canvas.csv', message: expect.stringContaining('left as it is') as unknown },
      ]);
      rmSync(join(out, '.check'), { recursive: true });
      await grade(input, out);
      expect(readFileSync(join(out, 'canvas.csv'), 'utf8')).toBe('Student,ID\n');
    }));

  it('and was changed in a report that this run does not make stays, and is said to be out of date', () =>
    graded(
      async ({ input, out }) => {
        appendFileSync(join(out, 'canvas.csv'), 'mine\n');
        const { inFolder: said } = await grade(input, out);
        expect(readFileSync(join(out, 'canvas.csv'), 'utf8')).toContain('mine');
        expect(said).toMatchObject([
          { about: 'canvas.csv', message: expect.stringContaining('out of date') as unknown },
        ]);
      },
      { formats: ['canvas'] },
    ));

  it.skipIf(process.platform !== 'linux')('is not lost where its name cannot be decoded', () =>
    graded(async ({ input, out }) => {
      const name = Buffer.concat([Buffer.from(join(out, 'feedback/')), Buffer.from([0xe9]), Buffer.from('.txt')]);
      writeFileSync(name, 'mine');
      const { inFolder: said } = await grade(input, out);
      expect(said).toEqual([
        { about: 'feedback/', isMoved: true, message: expect.stringContaining('feedback.earlier/') as unknown },
      ]);
      expect(readdirSync(join(out, 'feedback.earlier'))).toHaveLength(1);
      expect(readdirSync(join(out, 'feedback'))).toEqual(['s1.html', 's2.html']);
    }),
  );

  it('survives a run that was killed while it exchanged the folders', () =>
    graded(async ({ input, out }) => {
      write(out, { 'feedback/notes.txt': 'mine' });
      const before = reportsIn(out);
      const old = join(out, '.check', 'old');
      // Before the new folder came to its place.
      mkdirSync(old);
      renameSync(join(out, 'feedback'), join(old, 'feedback'));
      await grade(input, out);
      expect(reportsIn(out)).toEqual(before);
      // After it, and before the old one was emptied.
      mkdirSync(join(old, 'feedback'), { recursive: true });
      cpSync(join(out, 'results.ndjson'), join(old, 'results.ndjson'));
      renameSync(join(out, 'feedback', 'notes.txt'), join(old, 'feedback', 'notes.txt'));
      cpSync(join(out, 'feedback', 's2.html'), join(old, 'feedback', 's2.html'));
      unlinkSync(join(input, 's2.json'));
      await grade(input, out);
      expect(namesIn(out)).toEqual(['feedback/notes.txt', 'feedback/s1.html', ...usual]);
      expect(existsSync(old)).toBe(false);
    }));
});

describe('where reports cannot be put', () => {
  it('in the middle of it, those that were replaced come back', () =>
    graded(async ({ input, out }) => {
      const before = reportsIn(out);
      write(input, { 's1.json': sheet('s1', { mean: 'x_2' }) });
      // No folder for the files of Canvas can be made here.
      writeFileSync(join(out, 'canvas'), 'mine');
      write(input, { 'coins.json': { problem: 'two-coins', student: 's1', answers: {} } });
      const { problem } = await import('./class.js');
      const second = { ...problem, id: 'two-coins' };
      const failed = run(input, out, { problems: [problem, second], formats: ['canvas'] });
      const said = await failed.then(
        () => 'done',
        (cause: unknown) => explainDiskFault(cause, out)?.message,
      );
      expect(said).toMatch(
        /could not be written: A part of its path is a file, not a folder\. Earlier reports are as they were/,
      );
      const { canvas, ...others } = reportsIn(out);
      expect([canvas, others]).toEqual(['mine', before]);
      rmSync(join(out, 'canvas'));
      await grade(input, out, { problems: [problem, second], formats: ['canvas'] });
      expect(namesIn(out)).toContain('canvas/two-coins.csv');
    }));

  it.each([
    ['/proc/nowhere', /does not exist, or nothing can be made there/],
    ['/proc/self/a/b/c', /nothing can be made there/],
    ['/dev/null/out', /A part of its path is a file|is a file, not a folder/],
    ['/dev/null', /is a file, not a folder/],
    [`/tmp/${'x'.repeat(300)}`, /path is too long/],
  ])('%j: it is said at once', (out, said) =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), few);
      expect(await run(input, out)).toMatchObject({ kind: 'refused', message: expect.stringMatching(said) as unknown });
    }),
  );

  it('a link that leads nowhere, or in a circle, is said', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), few);
      symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
      symlinkSync(join(folder, 'circle'), join(folder, 'circle'));
      for (const name of ['dangling', 'circle', 'circle/out'])
        expect((await run(input, join(folder, name))).kind, name).toBe('refused');
    }));

  it('a link to the submissions is no way around the rule that they stay apart', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), few);
      symlinkSync(input, join(folder, 'link'));
      expect(await run(input, join(folder, 'link', 'out'))).toMatchObject({
        kind: 'refused',
        message: expect.stringMatching(/lies inside the submissions/) as unknown,
      });
      expect((await run(join(folder, 'link'), join(input, 'out'))).kind).toBe('refused');
    }));
});

describe('names', () => {
  it('that are alike on some disks, or very long, have a page each, again and again', () =>
    inFolder(async (folder) => {
      const students = ['a/b', 'a_b', 'A_b', 'a-b', 'con', 'x'.repeat(200), `${'x'.repeat(199)}y`, 'ﬁ', 'fi', '..'];
      const lines = students.map((student) => `${JSON.stringify(sheet(student))}\n`).join('');
      write(folder, { 'class.ndjson': lines });
      const out = join(folder, 'out');
      await grade(join(folder, 'class.ndjson'), out, { formats: ['gradescope'] });
      const pages = readdirSync(join(out, 'feedback'));
      expect(new Set(pages.map((name) => name.toLowerCase())).size).toBe(students.length);
      expect(readdirSync(join(out, 'gradescope'))).toHaveLength(students.length);
      write(folder, { 'class.ndjson': lines.split('\n').slice(0, 1).join('\n') });
      await grade(join(folder, 'class.ndjson'), out, { formats: ['gradescope'] });
      expect(readdirSync(join(out, 'feedback'))).toHaveLength(1);
      expect(readdirSync(join(out, 'gradescope'))).toHaveLength(1);
    }));

  it('of a class graded again with other options leave nothing behind', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(9));
      const out = join(folder, 'out');
      await grade(input, out, { formats: ['canvas', 'gradescope', 'junit', 'markdown', 'moodle', 'nbgrader'] });
      await grade(input, out, { formats: ['junit'], pages: false });
      expect(namesIn(out)).toEqual(['grades.csv', 'junit.xml', 'report.html', 'results.ndjson']);
    }));
});
