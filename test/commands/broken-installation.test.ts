import { describe, expect, it } from 'vitest';
import { BrokenInstallation } from '../../src/commands/broken-installation.js';
import { explainFault } from '../../src/commands/explain-fault.js';
import { shippedPredictions } from '../../src/commands/shipped-predictions.js';

describe('a file of the checker itself that is not what it must be', () => {
  it.each(['singles', 'pairs'] as const)('is named with its mend (%s)', (part) => {
    // The sources have none beside them: only what is built does.
    const found = shippedPredictions('em-two-gaussians');
    expect(() => found[part]()).toThrow(BrokenInstallation);
    expect(() => found[part]()).toThrow(
      /predictions\/em-two-gaussians(\.pairs)?\.bin is missing.*Install the checker again/,
    );
  });

  it('is said in a line, without a stack', () => {
    const said: string[] = [];
    const style = { width: 80, colour: false, unicode: true, plain: false };
    const io = { write: () => undefined, tell: (text: string) => void said.push(text), style, isScreen: false };
    expect(explainFault(new BrokenInstallation('dist/x.bin is missing.'), io)).toBe(4);
    expect(said).toEqual(['check: dist/x.bin is missing.\n']);
  });
});
