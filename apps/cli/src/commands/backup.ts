import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { databasePlace } from '../backup/database.js';
import { backUpFile } from '../backup/embedded.js';
import { backUpServer } from '../backup/server-backup.js';
import { EXIT, Failure } from '../failure.js';
import type { Terminal } from '../terminal.js';

export function backupCommand(terminal: Terminal): Command {
  return new Command('backup')
    .description('Write the whole database to a file while Comanda goes on; with the settings of its process.')
    .argument('<file>', 'must not exist; of a server, a name that ends in .gz is compressed')
    .action(async (file: string) => {
      if (existsSync(file)) throw new Failure(EXIT.refused, `${file} exists. Choose another name.`);
      const place = databasePlace(terminal.environment);
      if (place.kind === 'file') {
        backUpFile(place.file, file);
        return terminal.say(`Wrote ${place.file} to ${file}.`);
      }
      const { tables, rows } = await backUpServer(place.url, file, terminal.progress);
      terminal.say(`Wrote ${String(tables)} tables with ${String(rows)} rows to ${file}.`);
    });
}
