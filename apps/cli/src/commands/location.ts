import type { CreatedLocationView, LocationView } from '@comanda/shared';
import { Command, InvalidArgumentError } from 'commander';
import { onThisMachine } from '../api/machine.js';
import { EXIT, Failure } from '../failure.js';
import { readTextFile } from '../files/text-file.js';
import type { Terminal } from '../terminal.js';
import { atHouse, withAccess, withHere } from './access.js';
import type { AccessOptions } from './access.js';
import { newPassword, withNewPassword } from './new-password.js';
import type { NewPasswordOptions } from './new-password.js';

interface SettingOptions extends AccessOptions {
  readonly name?: string;
  readonly timezone?: string;
  readonly languages?: readonly string[];
  readonly fulfilment?: readonly string[];
  readonly dayEnds?: number;
  readonly tables?: number;
  readonly taxOnTop?: boolean;
  readonly settings?: string;
}

interface CreateOptions extends SettingOptions, NewPasswordOptions {
  readonly name: string;
  readonly timezone: string;
  readonly currency: string;
  readonly languages: readonly string[];
  readonly adminEmail: string;
  readonly adminName: string;
}

export function locationCommand(terminal: Terminal): Command {
  return new Command('location')
    .description('Open a restaurant, or change the one of the log-in.')
    .addCommand(createCommand(terminal))
    .addCommand(changeCommand(terminal));
}

function createCommand(terminal: Terminal): Command {
  const command = new Command('create')
    .description(
      'Open a restaurant with its first admin, whose password is in COMANDA_NEW_PASSWORD or asked for. The very first one with --here.',
    )
    .requiredOption('--name <name>', 'of the restaurant')
    .requiredOption('--timezone <zone>', 'IANA name, for example Europe/Lisbon')
    .requiredOption('--currency <code>', 'ISO 4217, for example EUR; it stays for good')
    .requiredOption('--languages <tags>', 'the first is the default: en,th', commaList)
    .requiredOption('--admin-email <e-mail>', 'of the first admin')
    .option('--admin-name <name>', 'of the first admin', 'Admin');
  return withHere(withAccess(withNewPassword(withSettings(command)))).action(async (options: CreateOptions) => {
    const { name, timezone, currency, adminEmail: email, adminName } = options;
    const admin = { name: adminName, email, password: await newPassword(terminal, email, options) };
    const body = {
      ...settingsOf(options),
      ...{ name, timezone, currency, languages: options.languages, defaultLanguage: options.languages[0] ?? '', admin },
    };
    const { location } = await (options.here
      ? onThisMachine<CreatedLocationView>(terminal, { do: 'open-location', body })
      : atHouse(terminal, options, (house) => house.post<CreatedLocationView>('/locations', body)));
    terminal.say(`${location.name} is open, ${email} is its admin. Work on it with --user ${email}.`);
    terminal.write(`${location.id}\n`);
  });
}

function changeCommand(terminal: Terminal): Command {
  const command = new Command('change')
    .description('Change the restaurant of the log-in; what is not named stays.')
    .option('--name <name>')
    .option('--timezone <zone>', 'IANA name')
    .option('--languages <tags>', 'all of them, the first is the default: en,th', commaList);
  return withAccess(withSettings(command)).action(async (options: SettingOptions) => {
    const { name, timezone, languages } = options;
    const body = {
      ...settingsOf(options),
      ...(name === undefined ? {} : { name }),
      ...(timezone === undefined ? {} : { timezone }),
      ...(languages === undefined ? {} : { languages, defaultLanguage: languages[0] ?? '' }),
    };
    if (Object.keys(body).length === 0) throw new Failure(EXIT.notUnderstood, 'Say what to change.');
    const { name: now } = await atHouse(terminal, options, (house) => house.patch<LocationView>(house.path, body));
    terminal.say(`Changed ${now}.`);
  });
}

function withSettings(command: Command): Command {
  return command
    .option('--fulfilment <types>', 'some of dine-in,pickup,delivery', commaList)
    .option('--day-ends <hh:mm>', 'until when an order belongs to the day before', minuteOfDay)
    .option('--tables <count>', 'so many tables, numbered from 1', tableCount)
    .option('--tax-on-top', 'prices are without tax')
    .option('--settings <file>', 'JSON with further settings: openingHours, stations, tables, taxRules, ...');
}

function settingsOf(options: SettingOptions): object {
  const { fulfilment, dayEnds, tables, taxOnTop, settings } = options;
  return {
    ...(settings === undefined ? {} : readSettings(settings)),
    ...(fulfilment === undefined ? {} : { fulfilmentTypes: fulfilment }),
    ...(dayEnds === undefined ? {} : { businessDayCutoffMinute: dayEnds }),
    ...(tables === undefined ? {} : { tables: Array.from({ length: tables }, (_, at) => ({ name: String(at + 1) })) }),
    ...(taxOnTop ? { taxInclusive: false } : {}),
  };
}

function readSettings(path: string): object {
  try {
    const value: unknown = JSON.parse(readTextFile(path));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (error instanceof Failure) throw error;
  }
  throw new Failure(EXIT.notUnderstood, `${path} must hold one JSON object with settings.`);
}

function commaList(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

function minuteOfDay(text: string): number {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) throw new InvalidArgumentError('Write it like 04:00.');
  return Number(hours) * 60 + Number(minutes);
}

function tableCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 500) throw new InvalidArgumentError('It must be from 1 to 500.');
  return count;
}
