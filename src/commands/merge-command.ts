import { mergeParts } from '../batch/index.js';
import { conclude, explainFault, explainUsage, progressFor } from './batch-command.js';
import { readCommon } from './batch-request.js';
import type { Arguments } from './command.js';
import type { ExitCode } from './exit-code.js';
import { watchForInterrupts } from './interrupts.js';
import type { Io } from './io.js';

/** Puts the parts of a class together that were graded with `--shard`. */
export const runMergeCommand = async (args: Arguments, io: Io): Promise<ExitCode> => {
  const common = readCommon(args);
  if (common.kind === 'usage') return explainUsage(common, io, 'merge');
  const interrupts = watchForInterrupts(io);
  const { kind: _, ...shared } = common;
  try {
    return conclude(
      await mergeParts({ ...shared, parts: args.positionals }, progressFor(args, io), interrupts.stopped),
      args,
      io,
      'merge',
    );
  } catch (cause) {
    return explainFault(cause, common.out, io);
  } finally {
    interrupts.end();
  }
};
