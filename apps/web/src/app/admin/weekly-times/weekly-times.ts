import { Component, input, output } from '@angular/core';
import type { Weekday } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { WEEKDAYS } from '../words/dietary-names';
import { patched } from '../words/moved';
import { endsNextDay, newWeeklyTimes, type TimesField, type WeeklyTimes } from './weekly-times-draft';
import { valueOf } from '../words/value-of';

/** What stands around the lines of a week. */
const TEXTS = {
  add: 'Add times',
  remove: (number: number) => `Remove times ${number}`,
  days: (number: number) => `Days of times ${number}`,
  from: 'From',
  to: 'Until',
  nextDay: 'on the next day',
  dated: 'Holds only on certain dates, which stay as they are.',
} as const;

/** On which weekdays and at what times something holds: a dish is on sale, a restaurant is open. */
@Component({
  selector: 'app-weekly-times',
  imports: [Field, FieldControl, Icon],
  templateUrl: './weekly-times.html',
  styleUrl: './weekly-times.css',
})
export class WeeklyTimesEditor {
  readonly times = input.required<readonly WeeklyTimes[]>();
  /** What a week without a line means. */
  readonly empty = input.required<string>();
  /** The id of a field. */
  readonly idOf = input.required<(index: number, field: TimesField) => string>();
  readonly errorOf = input.required<(index: number, field: TimesField) => string | null>();
  /** With which times a new line begins. */
  readonly begin = input.required<{ readonly from: string; readonly to: string }>();
  /** What to do to the lines as they are by then: of two changes before the page is drawn anew both hold. */
  readonly changed = output<(times: readonly WeeklyTimes[]) => readonly WeeklyTimes[]>();

  protected readonly valueOf = valueOf;
  protected readonly t = TEXTS;
  protected readonly weekdays = WEEKDAYS;
  protected readonly endsNextDay = endsNextDay;

  protected hasDates({ dates }: WeeklyTimes): boolean {
    return Object.keys(dates).length > 0;
  }

  protected toggle(index: number, day: Weekday): void {
    this.changed.emit((times) => patched(times, index, { days: toggled(times[index]?.days ?? [], day) }));
  }

  protected change(index: number, change: Partial<WeeklyTimes>): void {
    this.changed.emit((times) => patched(times, index, change));
  }

  protected add(): void {
    const { from, to } = this.begin();
    this.changed.emit((times) => [...times, newWeeklyTimes(from, to)]);
  }

  protected remove(index: number): void {
    this.changed.emit((times) => times.filter((_, at) => at !== index));
  }
}

/** In the order of the week. */
function toggled(days: readonly Weekday[], day: Weekday): readonly Weekday[] {
  return WEEKDAYS.map((each) => each.day).filter((each) => days.includes(each) !== (each === day));
}
