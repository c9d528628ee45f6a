import type { SlotReason, SlotReasonCode } from '@comanda/shared';

const HOUR = 60;
const DAY = 1440;

/** Reasons that need no name. */
const PLAIN: Readonly<Partial<Record<SlotReasonCode, string>>> = {
  slot_full: $localize`:@@guest.slot.full:full`,
  restaurant_closed: $localize`:@@guest.slot.closed:closed now`,
  ordering_paused: $localize`:@@guest.slot.paused:the kitchen has paused`,
  outside_delivery_zone: $localize`:@@guest.slot.outside:not to this address`,
};

/** Why a time cannot be had, in a few words: "full", "grill full", "cake needs 24 h". */
export function slotReasonWords({ code, name = '', limit = 0 }: SlotReason): string {
  switch (code) {
    case 'station_full':
      return $localize`:@@guest.slot.stationFull:${name}:station: full`;
    case 'needs_lead_time':
      return $localize`:@@guest.slot.leadTime:${name}:dish: needs ${leadTime(limit)}:time:`;
    case 'past_cutoff':
      return $localize`:@@guest.slot.cutoff:${name}:dish: only until ${clock(limit)}:time:`;
    case 'outside_hours':
      return $localize`:@@guest.slot.hours:${name}:dish: is not served then`;
    case 'suspended':
    case 'sold_out':
      return $localize`:@@guest.slot.soldOut:${name}:dish: is sold out`;
    default:
      return PLAIN[code] ?? '';
  }
}

function leadTime(minutes: number): string {
  if (minutes % DAY === 0 && minutes > DAY) return $localize`:@@guest.slot.days:${minutes / DAY}:count: days`;
  if (minutes % HOUR === 0) return $localize`:@@guest.slot.hoursLong:${minutes / HOUR}:count: h`;
  return $localize`:@@guest.slot.minutes:${minutes}:count: min`;
}

function clock(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / HOUR), minute % HOUR];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
