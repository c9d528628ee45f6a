import { Component, computed, inject } from '@angular/core';
import type { Weekday } from '@comanda/shared';
import { Field, FieldControl } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { WEEKDAYS } from '../../words/dietary-names';
import { replaced } from '../../words/moved';
import { parseTime } from '../../words/time-of-day';
import { newTimes, type TimesDraft } from './dish-draft';
import { DishEditor } from './dish-editor';
import { DISH_TEXTS } from './dish-texts';
import { valueOf } from './text-of';

/** On which weekdays and at what time the dish is on sale. */
@Component({
  selector: 'app-dish-times',
  imports: [Field, FieldControl, Icon],
  templateUrl: './dish-times.html',
  styleUrl: './dish-part.css',
})
export class DishTimes {
  protected readonly editor = inject(DishEditor);
  protected readonly t = DISH_TEXTS;
  protected readonly weekdays = WEEKDAYS;
  protected readonly valueOf = valueOf;
  protected readonly times = computed(() => this.editor.draft()?.times ?? []);

  protected hasDates({ dates }: TimesDraft): boolean {
    return Object.keys(dates).length > 0;
  }

  protected endsNextDay({ from, to }: TimesDraft): boolean {
    const [begin, end] = [parseTime(from), parseTime(to)];
    return begin !== null && end !== null && end <= begin;
  }

  protected toggle(times: TimesDraft, index: number, day: Weekday): void {
    const days = WEEKDAYS.map((each) => each.day).filter((each) => times.days.includes(each) !== (each === day));
    this.change(times, index, { days });
  }

  protected change(times: TimesDraft, index: number, change: Partial<TimesDraft>): void {
    this.editor.patch({ times: replaced(this.times(), index, { ...times, ...change }) });
  }

  protected add(): void {
    this.editor.patch({ times: [...this.times(), newTimes()] });
  }

  protected remove(index: number): void {
    this.editor.patch({ times: this.times().filter((_, at) => at !== index) });
  }
}
