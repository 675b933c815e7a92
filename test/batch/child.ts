import { execFileSync, spawn, type StdioOptions } from 'node:child_process';

/** A program of the system, such as one that makes a pipe or mounts a disk; throws where it fails. */
export const system = (program: string, args: readonly string[]): void => {
  execFileSync(program, args, { stdio: 'ignore' });
};

export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
  readonly took: number;
};

export type Start = {
  readonly bundle: string;
  readonly args: readonly string[];
  /** A signal, so many milliseconds after the start, or when something has come true (with the process still running), so often. */
  readonly end?: {
    readonly signal: NodeJS.Signals;
    readonly after?: number;
    readonly when?: (ended: () => boolean) => Promise<boolean>;
    readonly times?: number;
  };
  readonly input?: string;
  /** Standard input does not end. */
  readonly open?: boolean;
  readonly env?: { readonly [name: string]: string };
  /** Run as this user. */
  readonly uid?: number;
  /** A file descriptor in place of standard output. */
  readonly stdout?: number;
  /** Close the reading end of standard output at once. */
  readonly deaf?: boolean;
};

/** Runs the bin as a process of its own. */
export const check = ({ bundle, args, end, input, open, env, uid, stdout, deaf }: Start): Promise<Ended> =>
  new Promise((resolve) => {
    const began = performance.now();
    const stdio: StdioOptions = ['pipe', stdout ?? 'pipe', 'pipe'];
    const child = spawn(process.execPath, [bundle, ...args], {
      stdio,
      env: { ...process.env, NO_COLOR: '1', ...env },
      ...(uid !== undefined && { uid }),
    });
    let out = '';
    let err = '';
    if (deaf === true) child.stdout?.destroy();
    child.stdout?.on('data', (data: Buffer) => void (out += data.toString()));
    child.stderr?.on('data', (data: Buffer) => void (err += data.toString()));
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(input ?? '');
    if (open !== true) child.stdin?.end();
    const send = (after: number): void => {
      if (end === undefined) return;
      for (let i = 0; i < (end.times ?? 1); i++) setTimeout(() => child.kill(end.signal), after + i * 30);
    };
    if (end?.after !== undefined) send(end.after);
    void end?.when?.(() => child.exitCode !== null || child.signalCode !== null).then((isTrue) => isTrue && send(0));
    child.on('close', (code, signal) => resolve({ code, signal, out, err, took: performance.now() - began }));
  });
