import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Attempt } from '../../core/api/attempt';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { GuestSheets } from '../guest-sheets';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { GroupNameForm } from './group-name-form';
import { GroupPlace } from './group-place';
import { GroupStore } from './group-store';
import { GROUP_TEXTS, groupRefusal } from './group-texts';

/** On the menu: the way to the group's basket, and how one begins. */
@Component({
  selector: 'app-group-part',
  imports: [Banner, DialogSheet, GroupNameForm, Icon, MoneyPipe, RouterLink],
  template: `
    @if (place.here(); as here) {
      @if (gone(); as words) {
        <app-banner kind="warning">
          {{ words }}
          <button bannerAction type="button" class="button button--small" (click)="place.forget()">OK</button>
        </app-banner>
      } @else {
        <a class="group" [routerLink]="['/g', here.groupToken]">
          <span>
            <strong>{{ t.heading }}</strong>
            <span class="names">{{ names() }}</span>
          </span>
          @if (store.view(); as view) {
            <span class="amount">{{ view.totalMinor | money: view.currency }}</span>
          }
          <app-icon name="chevron-right" />
        </a>
        @if (store.view()?.state === 'locked') {
          <app-banner kind="note">{{ store.isHost() ? t.lockedHost : t.lockedGuest }}</app-banner>
        }
      }
    }
    <app-dialog-sheet [open]="sheets.groupOpen()" [heading]="t.together" (closed)="sheets.groupOpen.set(false)">
      @if (sheets.groupOpen()) {
        <p class="lead">{{ t.lead }}</p>
        <app-group-name-form [action]="t.start" [busy]="busy()" [refusal]="refusal()" (named)="start($event)" />
      }
    </app-dialog-sheet>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .group {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      gap: var(--space-3);
      min-block-size: 3.25rem;
      padding: var(--space-2) var(--space-4);
      border-radius: 12px;
      background: var(--accent-soft);
      color: var(--accent-strong);
      text-decoration: none;
    }
    .group:hover strong {
      text-decoration: underline;
    }
    .names {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: var(--text-15);
    }
    .lead {
      margin-block: 0 var(--space-4);
      color: var(--ink-2);
    }
  `,
})
export class GroupPart {
  protected readonly t = GROUP_TEXTS;
  protected readonly place = inject(GroupPlace);
  protected readonly store = inject(GroupStore);
  protected readonly sheets = inject(GuestSheets);
  private readonly restaurant = inject(RestaurantStore);
  private readonly router = inject(Router);
  private readonly attempt = new Attempt(groupRefusal);
  protected readonly busy = this.attempt.busy;
  protected readonly refusal = this.attempt.refusal;
  protected readonly names = computed(() => (this.store.view()?.people ?? []).map(({ name }) => name).join(', '));
  protected readonly gone = computed(() => {
    if (this.store.view()?.state === 'expired') return this.t.expired;
    return this.store.failure()?.code === 'not_found' ? this.t.unknown : null;
  });

  constructor() {
    this.store.watch(() => this.place.here()?.groupToken ?? null);
  }

  protected start(name: string): Promise<void> {
    return this.attempt.run(async () => {
      const location = this.restaurant.location();
      if (location === null) return;
      const groupToken = await this.store.open(location.id, name);
      this.sheets.groupOpen.set(false);
      await this.router.navigate(['/g', groupToken]);
    });
  }
}
