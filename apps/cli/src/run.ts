import { CommanderError, Command } from 'commander';
import { backupCommand } from './commands/backup.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { locationCommand } from './commands/location.js';
import { replayCommand } from './commands/replay.js';
import { restoreCommand } from './commands/restore.js';
import { staffCommand } from './commands/staff.js';
import { EXIT, Failure } from './failure.js';
import type { Terminal } from './terminal.js';

/** Runs one command and resolves to its exit code; never throws, never shows a stack. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync(words, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return tell(error, terminal);
  }
}

function program(terminal: Terminal): Command {
  const comanda = new Command('comanda')
    .description('Menus, orders and restaurants of a Comanda server, from the command line.')
    .configureOutput({ writeOut: terminal.write, writeErr: () => undefined })
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nThe password is read from COMANDA_PASSWORD, or asked for.');
  const commands = [importCommand, exportCommand, replayCommand, locationCommand, staffCommand];
  for (const command of [...commands, backupCommand, restoreCommand]) {
    comanda.addCommand(inherit(command(terminal), comanda));
  }
  return comanda;
}

function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) inherit(below, command);
  return command;
}

function tell(error: unknown, terminal: Terminal): number {
  if (error instanceof Failure) {
    terminal.say(error.message);
    for (const line of error.particulars) terminal.say(`  ${line}`);
    return error.exitCode;
  }
  if (error instanceof CommanderError) return tellCommander(error, terminal);
  const reason = error instanceof Error ? error.message : String(error);
  terminal.say(`Something unforeseen happened: ${reason}. Please report it.`);
  return EXIT.refused;
}

function tellCommander({ code, exitCode, message }: CommanderError, terminal: Terminal): number {
  if (exitCode === 0) return EXIT.done;
  if (code === 'commander.help') terminal.say('Name a command; comanda --help lists them.');
  else terminal.say(`${sentence(message)} See comanda --help.`);
  return EXIT.notUnderstood;
}

function sentence(message: string): string {
  const plain = message.replace(/^error: /, '').replaceAll('\n', ' ');
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.?)!]$/.test(plain) ? '' : '.'}`;
}
