import type { ImportCounts, ImportMode, ImportReport, MenuDocument, MenuFinding } from '@comanda/shared';
import { IMPORT_MODES } from '@comanda/shared';
import { Command, Option } from 'commander';
import type { House } from '../api/house.js';
import { MENU_FORMATS, readMenuFile } from '../files/menu-file.js';
import type { MenuFile, MenuFormat } from '../files/menu-file.js';
import { stationsFromSections } from '../stations-from-sections.js';
import { table } from '../table.js';
import type { Terminal } from '../terminal.js';
import { atHouse, withAccess } from './access.js';
import type { AccessOptions } from './access.js';

interface ImportOptions extends AccessOptions {
  readonly language?: string;
  readonly mode: ImportMode;
  readonly dryRun?: boolean;
  readonly format?: MenuFormat;
  readonly allFindings?: boolean;
  readonly stationPerSection?: boolean;
}

const SHOWN_FINDINGS = 20;

export function importCommand(terminal: Terminal): Command {
  const command = new Command('import')
    .description('Take a menu over from a JSON or CSV file; importing it again changes only what differs.')
    .argument('<file>', 'the menu')
    .option('--language <tag>', 'language of a menu that does not name its own')
    .addOption(new Option('--mode <mode>', 'replace also removes what the file does not have').choices(IMPORT_MODES))
    .addOption(new Option('--format <format>', 'when the name of the file does not tell').choices(MENU_FORMATS))
    .option('--dry-run', 'tell what would change, change nothing')
    .option('--station-per-section', 'send the dishes of each section to a station of its own')
    .option('--all-findings', `list all that should be looked at, not the first ${SHOWN_FINDINGS}`)
    .setOptionValue('mode', 'merge');
  return withAccess(command).action(async (path: string, options: ImportOptions) => {
    const file = readMenuFile(path, options.format);
    await atHouse(terminal, options, (house) => importFile(house, { path, file, options, terminal }));
  });
}

interface Job {
  readonly path: string;
  readonly file: MenuFile;
  readonly options: ImportOptions;
  readonly terminal: Terminal;
}

async function importFile(house: House, { path, file, options, terminal }: Job): Promise<void> {
  const report = await sendMenu(house, file, options);
  for (const line of reportLines(report, `${path} into ${house.location.name}`, options)) terminal.say(line);
  if (options.dryRun) return;
  if (options.stationPerSection) terminal.say(await stationsFromSections(house));
  const { languages } = await house.get<MenuDocument>(`${house.path}/menu-document`);
  const unspoken = languages.filter((language) => !house.location.languages.includes(language));
  if (unspoken.length === 0) return;
  const all = [...house.location.languages, ...unspoken].join(',');
  terminal.say(
    `Guests cannot choose ${unspoken.join(', ')} yet. To offer it: comanda location change --languages ${all}`,
  );
}

/** Hands a menu to the server; throws a failure with its words when it refuses. */
export async function sendMenu(
  house: House,
  { format, text }: MenuFile,
  { language, mode, dryRun }: Pick<ImportOptions, 'language' | 'mode' | 'dryRun'>,
): Promise<ImportReport> {
  const query = new URLSearchParams({
    mode,
    dryRun: String(dryRun === true),
    ...(language === undefined ? {} : { language }),
  });
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json';
  return house.post<ImportReport>(`${house.path}/menu-imports?${query.toString()}`, text, { 'content-type': type });
}

function reportLines(
  { dryRun, changed, revision, counts, findings }: ImportReport,
  what: string,
  { allFindings }: ImportOptions,
): string[] {
  const outcome = changed ? `the menu is now revision ${revision}` : `nothing differs, it stays revision ${revision}`;
  const kinds: readonly (readonly [string, ImportCounts])[] = [
    ['sections', counts.sections],
    ['dishes', counts.items],
    ['sizes', counts.variants],
    ['groups', counts.modifierGroups],
    ['options', counts.options],
  ];
  const rows = kinds.map(([kind, count]) => [kind, count.created, count.updated, count.unchanged, count.removed]);
  const shown = allFindings ? findings : findings.slice(0, SHOWN_FINDINGS);
  return [
    dryRun ? `Only looked at: this is what ${what} would change.` : `Imported ${what}: ${outcome}.`,
    ...table(['', 'new', 'changed', 'same', 'removed'], rows),
    ...(findings.length > 0 ? [`To be looked at (${countsOf(findings)}):`] : []),
    ...shown.map(({ severity, entity, detail }) => {
      const name = entity.name === undefined ? '' : ` "${entity.name}"`;
      return `  ${severity}: ${entity.kind} ${entity.id}${name}: ${detail}`;
    }),
    ...(shown.length < findings.length ? [`  and ${findings.length - shown.length} more (--all-findings)`] : []),
  ];
}

function countsOf(findings: readonly MenuFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${errors} errors, ${findings.length - errors} warnings`;
}
