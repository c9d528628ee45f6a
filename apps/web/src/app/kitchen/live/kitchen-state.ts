import { Component, inject, input } from '@angular/core';
import { ClockTimePipe } from '../../core/time/clock-time.pipe';
import { Clock } from '../../core/time/clock';
import { KitchenPlace } from '../kitchen-place';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import type { LivePicture } from './live-picture';

/** What stands in place of the slots: still loading, failed with a way on, or nothing to do and the time. */
@Component({
  selector: 'app-kitchen-state',
  imports: [ClockTimePipe],
  templateUrl: './kitchen-state.html',
  host: { style: 'display: contents' },
})
export class KitchenState {
  readonly picture = input.required<Pick<LivePicture<never>, 'loaded' | 'failure' | 'retry'>>();
  /** Said when there is nothing to do. */
  readonly heading = input.required<string>();
  readonly text = input.required<string>();

  protected readonly t = KITCHEN_TEXTS;
  protected readonly place = inject(KitchenPlace);
  protected readonly clock = inject(Clock);
}
