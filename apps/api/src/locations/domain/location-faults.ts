import type {
  AvailabilityRule,
  ChangeLocationRequest,
  CurrencyCode,
  DeliveryZone,
  ProblemItem,
  SlotSettings,
  StationRequest,
  TaxRule,
} from '@comanda/shared';
import { isDate, pointer, RESERVED_STATION_IDS, SLOT_MINUTES } from '@comanda/shared';

type Settings = ChangeLocationRequest & { readonly currency?: CurrencyCode };

/** What a restaurant speaks already, when only one of the two is changed. */
interface Spoken {
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
}

/** All that is wrong with the settings in themselves; empty when they can be taken. */
export function locationFaults(settings: Settings, spoken: Spoken): ProblemItem[] {
  const { phone: _phone, address: _address, ...mustHaveValues } = settings;
  const nothings = nothingFaults(mustHaveValues, []);
  if (nothings.length > 0) return nothings;
  const { readyMinutes, stations = [], tables = [], taxRules = [] } = settings;
  return [
    ...placeFaults(settings),
    ...languageFaults({ ...spoken, ...settings }),
    ...hoursFaults(settings.openingHours ?? []),
    ...(readyMinutes && readyMinutes.from > readyMinutes.until ? [readyTooEarly(readyMinutes.until)] : []),
    ...slotFaults(settings.slots),
    ...zoneFaults(settings.deliveryZones ?? []),
    ...stationFaults(stations),
    ...doubles('/tables', tables, ({ id, name }) => id ?? name),
    ...taxFaults(taxRules),
  ];
}

function placeFaults({ timezone, currency }: Settings): ProblemItem[] {
  return [
    ...(timezone === undefined || isTimezone(timezone) ? [] : [unknownTimezone(timezone)]),
    ...(currency === undefined || isCurrency(currency) ? [] : [unknownCurrency(currency)]),
  ];
}

/** A field may be absent, but null says nothing. */
function nothingFaults(value: unknown, path: readonly string[]): ProblemItem[] {
  if (value === null) return [fault(pointer(...path), 'no_value', 'Give it a value, or leave it out.')];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, below]) => nothingFaults(below, [...path, key]));
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && name.includes('/');
  } catch {
    return false;
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function languageFaults({ languages, defaultLanguage }: Spoken): ProblemItem[] {
  const unknown = languages.flatMap((tag, at) => (isLanguage(tag) ? [] : [unknownLanguage(at, tag)]));
  return languages.includes(defaultLanguage) ? unknown : [...unknown, defaultNotSpoken(defaultLanguage)];
}

function hoursFaults(rules: readonly AvailabilityRule[]): ProblemItem[] {
  return rules.flatMap((rule, at) => {
    const { fromDate, toDate, exceptDates = [] } = rule;
    const dates = { fromDate, toDate };
    const wrong = Object.entries(dates).filter(([, date]) => date !== undefined && !isDate(date));
    return [
      ...(rule.days.length === 0 ? [fault(`/openingHours/${at}/days`, 'no_days', 'Name at least one day.')] : []),
      ...(rule.toMinute > rule.fromMinute ? [] : [endsBeforeItBegins(at, rule.toMinute)]),
      ...wrong.map(([field]) => unknownDate(`/openingHours/${at}/${field}`)),
      ...exceptDates.flatMap((date, index) =>
        isDate(date) ? [] : [unknownDate(`/openingHours/${at}/exceptDates/${index}`)],
      ),
    ];
  });
}

function slotFaults(slots: SlotSettings | undefined): ProblemItem[] {
  if (!slots) return [];
  const odd = !SLOT_MINUTES.includes(slots.slotMinutes);
  return [
    ...(odd ? [unknownSlotLength(slots.slotMinutes)] : []),
    ...doubles('/slots/stationLimits', slots.stationLimits ?? [], ({ stationId }) => stationId),
  ];
}

function zoneFaults(zones: readonly DeliveryZone[]): ProblemItem[] {
  return [
    ...doubles('/deliveryZones', zones, ({ id }) => id),
    ...zones.flatMap(({ postcodes = [], outline = [] }, at) => [
      ...(postcodes.length === 0 && outline.length === 0 ? [reachesNobody(at)] : []),
      ...(outline.length === 1 || outline.length === 2 ? [noOutline(at, outline.length)] : []),
    ]),
  ];
}

function stationFaults(stations: readonly StationRequest[]): ProblemItem[] {
  const defaults = stations.filter(({ isDefault }) => isDefault);
  return [
    ...doubles('/stations', stations, ({ id }) => id),
    ...stations.flatMap(({ id }, at) => (RESERVED_STATION_IDS.includes(id) ? [reservedId(at, id)] : [])),
    ...(defaults.length > 1 ? [severalDefaults()] : []),
  ];
}

function taxFaults(rules: readonly TaxRule[]): ProblemItem[] {
  return [
    ...rules.flatMap(({ validFrom }, at) => (isDate(validFrom) ? [] : [unknownDate(`/taxRules/${at}/validFrom`)])),
    ...doubles('/taxRules', rules, ({ taxClass, fulfilment, validFrom }) => `${taxClass} ${fulfilment} ${validFrom}`),
  ];
}

function doubles<Entry>(list: string, entries: readonly Entry[], keyOf: (entry: Entry) => string): ProblemItem[] {
  const keys = entries.map(keyOf);
  return keys.flatMap((key, at) =>
    keys.indexOf(key) === at ? [] : [fault(`${list}/${at}`, 'named_twice', `"${key}" is named twice.`)],
  );
}

function fault(pointer: string, code: string, detail: string, actual?: string | number): ProblemItem {
  return { pointer, code, detail, ...(actual === undefined ? {} : { actual }) };
}

const unknownTimezone = (actual: string): ProblemItem =>
  fault('/timezone', 'unknown_timezone', 'Name an IANA time zone, for example Europe/Lisbon.', actual);

const unknownCurrency = (actual: string): ProblemItem =>
  fault('/currency', 'unknown_currency', 'Name a currency of ISO 4217, for example EUR.', actual);

const unknownLanguage = (at: number, actual: string): ProblemItem =>
  fault(`/languages/${at}`, 'unknown_language', 'Name a language by its BCP 47 tag, for example pt-BR.', actual);

const defaultNotSpoken = (actual: string): ProblemItem =>
  fault('/defaultLanguage', 'not_in_languages', 'The default language must be one of the languages.', actual);

const endsBeforeItBegins = (at: number, actual: number): ProblemItem =>
  fault(`/openingHours/${at}/toMinute`, 'ends_before_start', 'The end must come after the start.', actual);

const unknownDate = (pointer: string): ProblemItem =>
  fault(pointer, 'unknown_date', 'There is no such date; write it like 2026-12-31.');

const readyTooEarly = (actual: number): ProblemItem =>
  fault('/readyMinutes/until', 'ends_before_start', 'It must not be below "from".', actual);

const unknownSlotLength = (actual: number): ProblemItem =>
  fault('/slots/slotMinutes', 'unknown_slot_length', `It must be one of ${SLOT_MINUTES.join(', ')}.`, actual);

const reachesNobody = (at: number): ProblemItem =>
  fault(`/deliveryZones/${at}`, 'reaches_nobody', 'Name its postcodes, or the corners of its outline.');

const noOutline = (at: number, actual: number): ProblemItem =>
  fault(`/deliveryZones/${at}/outline`, 'too_few_corners', 'An outline has at least three corners.', actual);

const reservedId = (at: number, actual: string): ProblemItem =>
  fault(
    `/stations/${at}/id`,
    'reserved_id',
    `The kitchen has a page of its own at /kitchen/${actual}. Choose another id, for example ${actual}-station.`,
    actual,
  );

const severalDefaults = (): ProblemItem =>
  fault('/stations', 'several_defaults', 'Only one station can take what names no station.');
