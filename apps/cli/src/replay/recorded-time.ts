import { instantOf, isDate } from '@comanda/shared';

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** The instant of a recorded time; without an offset it is the time on the restaurant's wall. Undefined when it is none. */
export function instantOfRecorded(text: string, timezone: string): number | undefined {
  const [, date = '', hours, minutes, seconds = '0', offset] = TIME.exec(text) ?? [];
  const time = [Number(hours), Number(minutes), Number(seconds)] as const;
  if (!isDate(date) || !(time[0] < 24 && time[1] < 60 && time[2] < 60)) return undefined;
  if (offset === undefined) return instantOf(date, time[0] * 60 + time[1], timezone) + time[2] * 1000;
  const utc = Date.parse(`${date}T${time.map((each) => String(each).padStart(2, '0')).join(':')}Z`);
  return utc - offsetMs(offset);
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
