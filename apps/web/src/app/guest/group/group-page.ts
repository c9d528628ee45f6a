import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LIMITS, type GroupLineView, type GroupPersonView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { Attempt } from '../../core/api/attempt';
import { Connectivity } from '../../core/device/connectivity';
import { MenuText } from '../../core/i18n/menu-text';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { Stepper } from '../../ui/stepper/stepper';
import { Amounts, type Bill } from '../basket/amounts';
import { problemsByLine } from '../basket/line-problems';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { COMMON_TEXTS } from '../words/common-texts';
import { WholeBasket } from './group-checkout';
import { GroupNameForm } from './group-name-form';
import { GroupPlace } from './group-place';
import { GroupShare } from './group-share';
import { GroupStore } from './group-store';
import { GROUP_TEXTS, groupRefusal } from './group-texts';

/** Who has what, live: where a group's link leads. */
@Component({
  selector: 'app-group-page',
  imports: [Amounts, Banner, GroupNameForm, GroupShare, Icon, MenuText, MoneyPipe, RouterLink, Stepper],
  templateUrl: './group-page.html',
  styleUrls: ['../back-link.css', './group-page.css', '../dead-end.css'],
})
export class GroupPage {
  readonly groupToken = input.required<string>();

  protected readonly t = GROUP_TEXTS;
  protected readonly common = COMMON_TEXTS;
  protected readonly store = inject(GroupStore);
  protected readonly restaurant = inject(RestaurantStore);
  protected readonly online = inject(Connectivity).online;
  private readonly place = inject(GroupPlace);
  private readonly whole = inject(WholeBasket);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);

  protected readonly maxQuantity = LIMITS.lineQuantity;
  private readonly attempt = new Attempt(groupRefusal);
  protected readonly busy = this.attempt.busy;
  protected readonly refusal = this.attempt.refusal;
  protected readonly unknown = computed(
    () => this.store.failure()?.code === 'not_found' || this.store.failure()?.code === 'invalid_path',
  );
  protected readonly stale = computed(() => !this.online() || (this.store.failure() !== null && !this.unknown()));
  protected readonly bill = computed<Bill | null>(() => {
    const view = this.store.view();
    return view === null ? null : { ...view, tipMinor: 0 };
  });
  protected readonly isEmpty = computed(
    () => this.store.view()?.people.every(({ lines }) => lines.length === 0) ?? true,
  );
  protected readonly faulty = computed(
    () => this.store.view()?.people.some(({ lines }) => lines.some(({ problems }) => problems.length > 0)) ?? false,
  );

  constructor() {
    this.restaurant.watch();
    this.store.watch(() => this.groupToken());
    effect(() => {
      const locationId = this.store.view()?.locationId;
      if (locationId === undefined) return;
      untracked(() => {
        if (this.restaurant.location()?.id !== locationId) this.restaurant.enter({ locationId });
      });
    });
    effect(() => {
      if (this.store.view()?.state === 'locked' && !this.store.isHost()) {
        untracked(() => this.announcer.polite(this.t.lockedGuest));
      }
    });
  }

  protected mayChange(person: GroupPersonView): boolean {
    const self = this.store.self();
    return this.store.view()?.state === 'open' && self !== null && (self.isHost || self.id === person.id);
  }

  protected roleOf(person: GroupPersonView): string {
    const words = [
      ...(person.id === this.store.self()?.id ? [this.t.you] : []),
      ...(person.isHost ? [this.t.host] : []),
    ];
    return words.join(', ');
  }

  protected choicesOf({ modifiers }: GroupLineView): string {
    return modifiers
      .map(({ kind, name, quantity }) =>
        kind === 'removal'
          ? $localize`:@@guest.line.without:without ${name}:option:`
          : quantity === 1
            ? name
            : `${quantity} × ${name}`,
      )
      .join(', ');
  }

  protected problemOf({ problems }: GroupLineView): string | null {
    const ofLine = problems.map((each) => ({ ...each, pointer: `/lines/0${each.pointer}` }));
    return problemsByLine(ofLine).get(0)?.text ?? null;
  }

  protected setQuantity(person: GroupPersonView, line: GroupLineView, quantity: number): Promise<void> {
    return this.attempt.run(() => this.store.setQuantity(person, line, quantity));
  }

  protected join(name: string): Promise<void> {
    return this.attempt.run(() => this.store.join(this.groupToken(), name));
  }

  protected lock(locked: boolean): Promise<void> {
    return this.attempt.run(() => this.store.lock(locked));
  }

  /** What is ordered must stand still, so it is locked first. */
  protected checkOut(): Promise<void> {
    return this.attempt.run(async () => {
      if (this.isEmpty() || this.faulty()) return;
      if (this.store.view()?.state !== 'locked') await this.store.lock(true);
      const view = this.store.view();
      if (view?.state !== 'locked') return;
      this.whole.fill(view);
      await this.router.navigate(['/g', this.groupToken(), 'checkout']);
    });
  }

  protected startAnew(): void {
    this.place.forget();
    const { path, queryParams } = this.restaurant.menuLink();
    void this.router.navigate(path, { queryParams });
  }
}
