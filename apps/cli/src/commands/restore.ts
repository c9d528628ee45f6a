import { Command } from 'commander';
import { databasePlace } from '../backup/database.js';
import { restoreFile } from '../backup/embedded.js';
import { restoreServer } from '../backup/server-restore.js';
import type { Terminal } from '../terminal.js';

export function restoreCommand(terminal: Terminal): Command {
  return new Command('restore')
    .description('Put a backup into an empty database, before Comanda is started there.')
    .argument('<file>', 'what the command "backup" wrote, for the same kind of database')
    .action(async (file: string) => {
      const place = databasePlace(terminal.environment);
      if (place.kind === 'file') {
        restoreFile(file, place.file);
        return terminal.say(`Restored ${place.file}. Comanda can be started.`);
      }
      const tables = await restoreServer(file, place.url, terminal.progress);
      terminal.say(`Restored ${String(tables)} tables. Comanda can be started.`);
    });
}
