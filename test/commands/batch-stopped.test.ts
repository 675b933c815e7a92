import { expect, it } from 'vitest';
import { conclude } from '../../src/commands/batch-command.js';

it('a batch that is stopped says in readable numbers how far it came', () => {
  const said: string[] = [];
  const style = { width: 80, colour: false, unicode: true, plain: false };
  const io = { write: () => undefined, tell: (text: string) => void said.push(text), style, isScreen: false };
  const args = { positionals: ['in'], options: {} };
  expect(conclude({ kind: 'interrupted', done: 1500, total: 20_000 }, args, io)).toBe(130);
  expect(said.join('')).toMatch(/^Stopped: 1,500 of 20,000 submissions are graded and remembered\./);
});
