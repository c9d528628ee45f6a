/** What a command ends with, for scripts. */
export const EXIT = {
  done: 0,
  /** The server refused some or all of it. */
  refused: 1,
  /** The command or a file was not understood. */
  notUnderstood: 2,
  serverAway: 3,
  logInRefused: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The end of a command that a person can do something about: plain sentences, no stack. */
export class Failure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    sentence: string,
    /** What is wrong in particular, a line each. */
    readonly particulars: readonly string[] = [],
  ) {
    super(sentence);
  }
}
