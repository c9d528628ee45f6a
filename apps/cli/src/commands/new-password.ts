import { LIMITS } from '@comanda/shared';
import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

export interface NewPasswordOptions {
  readonly passwordStdin?: boolean;
}

/** Adds the option by which a script hands over a password; never an argument, which others on the machine could read. */
export function withNewPassword(command: Command): Command {
  return command.option('--password-stdin', 'read the new password from the standard input');
}

/** From the standard input when that is asked for, else from COMANDA_NEW_PASSWORD, else from the person. */
export async function newPassword(
  terminal: Terminal,
  email: string,
  { passwordStdin }: NewPasswordOptions,
): Promise<string> {
  const given = passwordStdin ? await terminal.readInput() : terminal.environment['COMANDA_NEW_PASSWORD'];
  const password = given ?? (await terminal.askPassword(`New password for ${email}: `)) ?? '';
  if (password.length >= LIMITS.passwordMin) return password;
  const rule = `The new password needs ${LIMITS.passwordMin} characters.`;
  const ways = 'Give it with --password-stdin or COMANDA_NEW_PASSWORD, or run this in a terminal.';
  throw new Failure(EXIT.notUnderstood, `${rule} ${ways}`);
}
