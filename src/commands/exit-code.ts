/** What the shell is told. `lint`, `batch` and the like end with `done` when there is nothing to report. */
export const exitCode = {
  done: 0,
  mistakes: 1,
  usage: 2,
  notGradable: 3,
  ourFault: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
