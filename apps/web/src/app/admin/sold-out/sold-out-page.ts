import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Clock } from '../../core/time/clock';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { OfficeLocation } from '../shell/office-location';
import { momentWords } from '../words/moment';
import { ago } from '../words/since';
import { alsoFalls, isAbout, keyOf, type SaleTarget } from './menu-targets';
import { SaleMoves } from './sale-moves';
import { SaleStore, type OffSaleRow } from './sale-store';
import { KIND_NAMES, SOLD_OUT_TEXTS } from './sold-out-texts';
import { SuspendForm, type SaleWish } from './suspend-form';

const MOST_FOUND = 8;

/** Everything that is not on sale and what runs low; the same picture as the kitchen's. */
@Component({
  selector: 'app-sold-out-page',
  imports: [Banner, DialogSheet, Icon, RouterLink, SuspendForm],
  providers: [SaleMoves, SaleStore],
  templateUrl: './sold-out-page.html',
  styleUrls: ['./sold-out-page.css', '../shell/office-list.css'],
})
export class SoldOutPage {
  readonly q = input<string>();

  protected readonly store = inject(SaleStore);
  protected readonly moves = inject(SaleMoves);
  protected readonly clock = inject(Clock);
  protected readonly online = inject(Connectivity).online;
  private readonly router = inject(Router);
  private readonly office = inject(OfficeLocation);
  private readonly session = inject(SessionStore);
  protected readonly t = SOLD_OUT_TEXTS;
  protected readonly kinds = KIND_NAMES;
  protected readonly ago = ago;
  protected readonly keyOf = keyOf;
  protected readonly maySeeStock = computed(() => this.session.may('stock.read'));
  protected readonly chosen = signal<SaleTarget | null>(null);

  private readonly matching = computed(() => {
    const text = this.q() ?? '';
    return text.trim() === '' ? [] : this.store.targets().filter((target) => isAbout(target, text));
  });
  protected readonly found = computed(() => this.matching().slice(0, MOST_FOUND));
  protected readonly moreFound = computed(() => this.matching().length - this.found().length);
  protected readonly falls = computed(() => {
    const [target, document] = [this.chosen(), this.store.document()];
    return target?.kind === 'item' && document !== null ? alsoFalls(document, target.id) : [];
  });

  protected causeOf({ suspension: { cause, reason } }: OffSaleRow): string {
    if (cause === 'countdown') return this.t.countdown;
    if (cause === 'ingredient') return this.t.because(reason ?? '');
    return reason ?? '—';
  }

  protected endOf({ suspension: { cause, until } }: OffSaleRow): string {
    if (until !== undefined) return this.when(until);
    return cause === 'ingredient' ? this.t.untilReceived : this.t.untilLifted;
  }

  protected when(instant: string): string {
    return momentWords(instant, this.clock.now(), this.office.timezone());
  }

  protected search(event: Event): void {
    const q = (event.target as HTMLInputElement).value;
    void this.router.navigate([], { queryParams: { q: q || null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected choose(target: SaleTarget): void {
    this.moves.failure.set(null);
    this.chosen.set(target);
  }

  protected async wish(target: SaleTarget, wish: SaleWish): Promise<void> {
    if (this.online() && (await this.moves.wish(target, wish))) this.chosen.set(null);
  }
}
