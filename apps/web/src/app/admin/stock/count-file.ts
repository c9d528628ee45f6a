import { Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { formatAmount, type StockImportChange, type StockImportReport } from '@comanda/shared';
import { toApiProblem } from '../../core/api/api-problem';
import { newIdempotencyKey } from '../../core/api/idempotency-key';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { problemWords } from '../words/problem-words';
import { handFile } from './hand-file';
import type { StockStore } from './stock-store';
import { COUNT_TEXTS } from './stock-texts';

interface Looked {
  readonly name: string;
  readonly text: string;
  readonly report: StockImportReport;
  readonly key: string;
}

/** The count sheet as a file: out, filled in, back in; what it changes is seen before it is booked. */
@Component({
  selector: 'app-count-file',
  imports: [Banner, Icon],
  templateUrl: './count-file.html',
  styleUrls: ['./stock.css', '../shell/office-list.css'],
})
export class CountFile {
  readonly store = input.required<StockStore>();
  readonly disabled = input.required<boolean>();
  readonly booked = output<StockImportReport>();

  private readonly document = inject(DOCUMENT);
  protected readonly t = COUNT_TEXTS;
  protected readonly looked = signal<Looked | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected async save(): Promise<void> {
    await this.trying(async () => handFile(this.document, await this.store().sheet(), 'stock.csv'));
  }

  protected async picked(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file === undefined) return;
    await this.trying(async () => {
      const text = await file.text();
      this.looked.set({ name: file.name, text, report: await this.store().import(text), key: newIdempotencyKey() });
    });
    // So that the same file, mended, can be picked again.
    field.value = '';
  }

  protected async book({ text, key }: Looked): Promise<void> {
    await this.trying(async () => {
      const report = await this.store().import(text, key);
      this.looked.set(null);
      this.booked.emit(report);
    });
  }

  protected differenceOf({ ingredientId, differenceMilli }: StockImportChange): string {
    const unit = this.store()
      .stock()
      ?.find(({ id }) => id === ingredientId)?.unit;
    if (differenceMilli === 0) return this.t.same;
    return `${differenceMilli > 0 ? '+' : '−'}${formatAmount(Math.abs(differenceMilli), unit ?? 'piece')}`;
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }
}
