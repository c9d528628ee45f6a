import { renameSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { House } from '../api/house.js';
import { EXIT, Failure } from '../failure.js';
import { MENU_FORMATS } from '../files/menu-file.js';
import type { MenuFormat } from '../files/menu-file.js';
import type { Terminal } from '../terminal.js';
import { atHouse, withAccess } from './access.js';
import type { AccessOptions } from './access.js';

interface ExportOptions extends AccessOptions {
  readonly format?: MenuFormat;
  readonly output?: string;
}

export function exportCommand(terminal: Terminal): Command {
  const command = new Command('export')
    .description('Write the whole menu as JSON or CSV; the import reads both.')
    .addOption(new Option('--format <format>', 'json unless --output ends in .csv').choices(MENU_FORMATS))
    .option('--output <file>', 'where to; without it the menu goes to the standard output');
  return withAccess(command).action(async (options: ExportOptions) => {
    const { output } = options;
    const format = options.format ?? (output?.toLowerCase().endsWith('.csv') ? 'csv' : 'json');
    const text = await atHouse(terminal, options, (house) => menuText(house, format));
    if (output === undefined) return terminal.write(text);
    writeWhole(output, text);
    terminal.say(`Wrote the menu to ${output}.`);
  });
}

async function menuText(house: House, format: MenuFormat): Promise<string> {
  const accept = format === 'csv' ? 'text/csv' : 'application/json';
  const call = { method: 'GET', path: `${house.path}/menu-document`, headers: { accept } } as const;
  const { text, headers } = await house.expect(call);
  if (!headers.get('content-type')?.startsWith(accept)) {
    throw new Failure(
      EXIT.refused,
      `This server does not write menus as ${format.toUpperCase()}. Nothing was written.`,
    );
  }
  return format === 'csv' ? text : `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
}

/** Never leaves half a file behind. */
function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new Failure(EXIT.notUnderstood, `${path} cannot be written (${code}).`);
  }
}
