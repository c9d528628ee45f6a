import { Component, input, output } from '@angular/core';
import type { Weekday } from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { WEEKDAYS } from '../words/dietary-names';
import { replaced } from '../words/moved';
import { endsNextDay, newWeeklyTimes, type TimesField, type WeeklyTimes } from './weekly-times-draft';

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
  readonly changed = output<readonly WeeklyTimes[]>();

  protected readonly t = TEXTS;
  protected readonly weekdays = WEEKDAYS;
  protected readonly endsNextDay = endsNextDay;

  protected hasDates({ dates }: WeeklyTimes): boolean {
    return Object.keys(dates).length > 0;
  }

  protected toggle(times: WeeklyTimes, index: number, day: Weekday): void {
    const days = WEEKDAYS.map((each) => each.day).filter((each) => times.days.includes(each) !== (each === day));
    this.change(times, index, { days });
  }

  protected change(times: WeeklyTimes, index: number, change: Partial<WeeklyTimes>): void {
    this.changed.emit(replaced(this.times(), index, { ...times, ...change }));
  }

  protected add(): void {
    const { from, to } = this.begin();
    this.changed.emit([...this.times(), newWeeklyTimes(from, to)]);
  }

  protected remove(index: number): void {
    this.changed.emit(this.times().filter((_, at) => at !== index));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
