import { USUAL_HOLD_MINUTES } from '@comanda/shared';
import type {
  ChangeLocationRequest,
  CutleryOffer,
  DeliveryZone,
  LocationOfficeView,
  SlotMinutes,
} from '@comanda/shared';
import { amountText, parseAmount } from '../words/amount';
import { endAfter, parseTime, timeText } from '../words/time-of-day';
import {
  ruleOf,
  timesFault,
  weeklyTimesOf,
  wrongFields,
  type TimesField,
  type WeeklyTimes,
} from '../weekly-times/weekly-times-draft';
import { exceptionsOf, usualOf, withExceptions, type HoursException } from './hours-exceptions';

/** What stands in the fields of the page. */
export interface TimesDraft {
  /** When the restaurant is open in a usual week. */
  readonly hours: readonly WeeklyTimes[];
  readonly slotMinutes: SlotMinutes;
  readonly daysAhead: string;
  readonly lastOrderMinutes: string;
  readonly ordersPerSlot: string;
  readonly holdMinutes: string;
  readonly readyFrom: string;
  readonly readyUntil: string;
  readonly cutlery: CutleryOffer;
  /** By station; empty: no limit. */
  readonly dishes: Readonly<Record<string, string>>;
  readonly exceptions: readonly ExceptionDraft[];
  readonly zones: readonly ZoneDraft[];
}

export interface ExceptionDraft {
  readonly date: string;
  readonly closed: boolean;
  readonly from: string;
  readonly until: string;
}

export interface ZoneDraft {
  readonly id: string;
  readonly name: string;
  readonly postcodes: string;
  readonly fee: string;
  readonly minimum: string;
  readonly freeFrom: string;
  readonly minutes: string;
  /** What the page does not show stays. */
  readonly rest: Pick<DeliveryZone, 'outline' | 'taxClass'>;
}

export function draftOf(location: LocationOfficeView): TimesDraft {
  const { slots, readyMinutes, cutlery, currency } = location;
  const limits = new Map(slots.stationLimits?.map(({ stationId, dishesPerSlot }) => [stationId, dishesPerSlot]));
  return {
    hours: usualOf(location.openingHours).map(weeklyTimesOf),
    slotMinutes: slots.slotMinutes,
    daysAhead: String(slots.daysAhead),
    lastOrderMinutes: String(slots.lastOrderMinutes),
    ordersPerSlot: String(slots.ordersPerSlot ?? ''),
    holdMinutes: String(slots.holdMinutes ?? USUAL_HOLD_MINUTES),
    readyFrom: String(readyMinutes.from),
    readyUntil: String(readyMinutes.until),
    cutlery,
    dishes: Object.fromEntries(location.stations.map(({ id }) => [id, String(limits.get(id) ?? '')])),
    exceptions: exceptionsOf(location.openingHours).map(exceptionDraft),
    zones: location.deliveryZones.map((zone) => zoneDraft(zone, currency)),
  };
}

/** What was saved comes back as `fresh`; the fields that were changed since they were `sent` stay as they are `now`. */
export function keepTyped(fresh: TimesDraft, now: TimesDraft, sent: TimesDraft): TimesDraft {
  const names = Object.keys(now) as (keyof TimesDraft)[];
  return {
    ...fresh,
    ...Object.fromEntries(names.filter((name) => now[name] !== sent[name]).map((name) => [name, now[name]])),
  };
}

/** The id of a field of the opening hours. */
export const hoursId = (index: number, field: TimesField): string => `hours-${index}-${field}`;

export const NEW_EXCEPTION: ExceptionDraft = { date: '', closed: true, from: '12:00', until: '22:00' };

export function newZone(id: string): ZoneDraft {
  return { id, name: '', postcodes: '', fee: '', minimum: '0', freeFrom: '', minutes: '20', rest: {} };
}

/** What is to be saved, or the first fault by the id of its field. */
export type ReadDraft =
  { readonly request: ChangeLocationRequest } | { readonly fault: { readonly field: string; readonly text: string } };

export function readDraft(draft: TimesDraft, { currency }: LocationOfficeView): ReadDraft {
  const faults: { field: string; text: string }[] = draft.hours.flatMap((times, index) =>
    wrongFields(times).map((field) => ({ field: hoursId(index, field), text: timesFault(field) })),
  );
  const whole = (field: string, text: string): number => {
    if (/^\d{1,5}$/.test(text.trim())) return Number(text);
    faults.push({ field, text: 'Enter a whole number.' });
    return 0;
  };
  const money = (field: string, text: string): number => {
    const amount = parseAmount(text, currency);
    if (amount === null) faults.push({ field, text: `Enter an amount in ${currency}, like 3.50.` });
    return amount ?? 0;
  };
  const slots = {
    slotMinutes: draft.slotMinutes,
    daysAhead: whole('days-ahead', draft.daysAhead),
    lastOrderMinutes: whole('last-order', draft.lastOrderMinutes),
    ...(draft.ordersPerSlot.trim() === '' ? {} : { ordersPerSlot: whole('orders-per-slot', draft.ordersPerSlot) }),
    holdMinutes: whole('hold-minutes', draft.holdMinutes),
    stationLimits: Object.entries(draft.dishes)
      .filter(([, text]) => text.trim() !== '')
      .map(([stationId, text]) => ({ stationId, dishesPerSlot: whole(`dishes-${stationId}`, text) })),
  };
  const readyMinutes = { from: whole('ready-from', draft.readyFrom), until: whole('ready-until', draft.readyUntil) };
  const deliveryZones = draft.zones.map((zone, at) => zoneOfDraft(zone, at, { whole, money }));
  draft.exceptions.forEach(({ date }, at) => {
    if (date === '') faults.push({ field: `exception-${at}-date`, text: 'Choose a date.' });
  });
  const [fault] = faults;
  if (fault) return { fault };
  const exceptions = draft.exceptions.map(readException);
  const { cutlery } = draft;
  const openingHours = withExceptions(draft.hours.map(ruleOf), exceptions);
  return { request: { slots, readyMinutes, cutlery, deliveryZones, openingHours } };
}

interface Readers {
  readonly whole: (field: string, text: string) => number;
  readonly money: (field: string, text: string) => number;
}

function zoneOfDraft(zone: ZoneDraft, at: number, { whole, money }: Readers): DeliveryZone {
  const postcodes = zone.postcodes.split(/[,;\n]/).flatMap((each) => each.trim() || []);
  return {
    ...zone.rest,
    id: zone.id,
    name: zone.name.trim(),
    ...(postcodes.length === 0 ? {} : { postcodes: [...new Set(postcodes)] }),
    feeMinor: money(`zone-${at}-fee`, zone.fee),
    minimumMinor: money(`zone-${at}-minimum`, zone.minimum),
    ...(zone.freeFrom.trim() === '' ? {} : { freeFromMinor: money(`zone-${at}-free`, zone.freeFrom) }),
    minutes: whole(`zone-${at}-minutes`, zone.minutes),
  };
}

function zoneDraft({ id, name, postcodes, outline, taxClass, ...zone }: DeliveryZone, currency: string): ZoneDraft {
  return {
    id,
    name,
    postcodes: (postcodes ?? []).join(', '),
    fee: amountText(zone.feeMinor, currency),
    minimum: amountText(zone.minimumMinor, currency),
    freeFrom: zone.freeFromMinor === undefined ? '' : amountText(zone.freeFromMinor, currency),
    minutes: String(zone.minutes),
    rest: { ...(outline ? { outline } : {}), ...(taxClass === undefined ? {} : { taxClass }) },
  };
}

function exceptionDraft({ date, hours }: HoursException): ExceptionDraft {
  if (hours === null) return { ...NEW_EXCEPTION, date };
  return { date, closed: false, from: timeText(hours.fromMinute), until: timeText(hours.toMinute) };
}

function readException({ date, closed, from, until }: ExceptionDraft): HoursException {
  if (closed) return { date, hours: null };
  const fromMinute = parseTime(from) ?? 0;
  return { date, hours: { fromMinute, toMinute: endAfter(fromMinute, parseTime(until) ?? 0) } };
}
