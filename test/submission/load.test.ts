import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswersFile } from '../../src/submission/load.js';

let folder = '';
let server: Server;
const at = (name: string): string => join(folder, name);
const codeOf = (path: string, links?: 'follow'): string => {
  const reading = readAnswersFile(path, links);
  return reading.kind === 'refused' ? reading.problem.code : 'bytes';
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'answers-'));
  writeFileSync(at('a.json'), '{"answers":{}}');
  writeFileSync(at('empty.json'), '');
  symlinkSync(at('a.json'), at('link.json'));
  symlinkSync('/dev/zero', at('device-link.json'));
  symlinkSync(at('nowhere'), at('dangling.json'));
  mkdirSync(at('folder.json'));
  writeFileSync(at('huge.json'), '');
  truncateSync(at('huge.json'), 1024 ** 3);
  writeFileSync(at('locked.json'), '{}');
  chmodSync(at('locked.json'), 0);
  execFileSync('mkfifo', [at('pipe.json')]);
  server = createServer();
  await new Promise<void>((resolve) => void server.listen(at('socket.json'), resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('an answers file on disk', () => {
  it('is read as it is', () => {
    const reading = readAnswersFile(at('a.json'));
    expect(reading.kind === 'bytes' && Buffer.from(reading.bytes).toString()).toBe('{"answers":{}}');
    expect(codeOf(at('empty.json'))).toBe('bytes');
  });

  it.each([
    ['a pipe', 'pipe.json', 'not-a-file'],
    ['a socket', 'socket.json', 'not-a-file'],
    ['a folder called x.json', 'folder.json', 'folder'],
    ['a link', 'link.json', 'link'],
    ['a link to a device', 'device-link.json', 'link'],
    ['a file of a gigabyte', 'huge.json', 'too-large'],
    ['a file that is not there', 'none.json', 'missing'],
  ])('is refused, and at once, where it is %s', (_, name, code) => {
    expect(codeOf(at(name))).toBe(code);
  });

  it('is read through a link where the user named it, but never from a device', () => {
    expect(codeOf(at('link.json'), 'follow')).toBe('bytes');
    expect(codeOf(at('device-link.json'), 'follow')).toBe('not-a-file');
    expect(codeOf(at('dangling.json'), 'follow')).toBe('missing');
    expect(codeOf(at('pipe.json'), 'follow')).toBe('not-a-file');
  });

  it.skipIf(process.getuid?.() === 0)('is refused where the rights are missing', () => {
    expect(codeOf(at('locked.json'))).toBe('no-right');
  });
});
