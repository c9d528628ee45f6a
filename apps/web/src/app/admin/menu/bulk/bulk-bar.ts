import { Component, computed, inject, signal } from '@angular/core';
import { formatMinor } from '@comanda/shared';
import { DialogSheet } from '../../../ui/dialog-sheet/dialog-sheet';
import { Field, FieldControl } from '../../../ui/field/field';
import { valueOf } from '../../words/value-of';
import { MenuSurroundings } from '../menu-surroundings';
import { OfficeMenuStore } from '../office-menu-store';
import { parsePercent, planOf, type BulkValue, type BulkWish } from './bulk-plan';
import { BulkRun } from './bulk-run';
import { BULK_TEXTS } from './bulk-texts';
import { Selection } from './selection';

const KINDS = ['station', 'tax', 'price'] as const;

/** What can be done with the chosen dishes, with a look at old and new before it is done. */
@Component({
  selector: 'app-bulk-bar',
  imports: [DialogSheet, Field, FieldControl],
  providers: [BulkRun, MenuSurroundings],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.css',
})
export class BulkBar {
  private readonly menu = inject(OfficeMenuStore);
  protected readonly surroundings = inject(MenuSurroundings);
  protected readonly selection = inject(Selection);
  protected readonly bulk = inject(BulkRun);
  protected readonly t = BULK_TEXTS;
  protected readonly kinds = KINDS;
  protected readonly valueOf = valueOf;
  protected readonly open = signal(false);
  protected readonly kind = signal<BulkWish['kind']>('price');
  protected readonly stationId = signal('');
  protected readonly taxClass = signal('');
  protected readonly percent = signal('');
  private readonly language = computed(() => this.menu.menu()?.defaultLanguage ?? 'en');

  private readonly wish = computed<BulkWish | null>(() => {
    switch (this.kind()) {
      case 'station':
        return { kind: 'station', stationId: this.stationId() || null };
      case 'tax':
        return this.taxClass() === '' ? null : { kind: 'tax', taxClass: this.taxClass() };
      case 'price': {
        const percent = parsePercent(this.percent());
        return percent === null ? null : { kind: 'price', percent };
      }
    }
  });
  protected readonly steps = computed(() => {
    const wish = this.wish();
    return wish === null ? null : planOf(this.selection.views(), wish, this.language());
  });
  protected readonly percentError = computed(() =>
    this.percent().trim() !== '' && parsePercent(this.percent()) === null ? this.t.percentWrong : null,
  );

  protected show(): void {
    this.bulk.failed.set([]);
    this.percent.set('');
    this.open.set(true);
  }

  protected words(value: BulkValue): string {
    if (typeof value === 'number') return formatMinor(value, this.menu.menu()?.currency ?? 'EUR', 'en');
    if (this.kind() !== 'station') return value ?? '';
    return value === null ? this.t.defaultStation : this.stationName(value);
  }

  protected async apply(event: Event): Promise<void> {
    event.preventDefault();
    const steps = this.steps();
    if (steps === null || steps.length === 0 || !(await this.bulk.run(steps))) return;
    this.open.set(false);
    this.selection.clear();
  }

  private stationName(stationId: string): string {
    return this.surroundings.stations().find(({ id }) => id === stationId)?.name ?? stationId;
  }
}
