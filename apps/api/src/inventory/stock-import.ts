import { Injectable } from '@nestjs/common';
import type { BookStockRequest, StockImportChange, StockImportReport, StockView } from '@comanda/shared';
import { textIn } from '@comanda/shared';
import { MenuStore } from '../menu/index.js';
import type { Tx } from '../platform/database/index.js';
import { StockReading } from './stock-reading.js';
import { readSheet, writeSheet, writeUse } from './stock-sheet.js';
import { Stock } from './stock.js';

/** The stock as a spreadsheet, out and in. */
@Injectable()
export class StockImport {
  constructor(
    private readonly stock: Stock,
    private readonly reading: StockReading,
    private readonly menus: MenuStore,
  ) {}

  async sheet(locationId: string): Promise<string> {
    const { document } = await this.menus.current(locationId);
    return writeSheet(await this.reading.list(locationId), document.defaultLanguage);
  }

  /** What was used from one business date to another, both included. */
  async useSheet(locationId: string, from: string, to: string): Promise<string> {
    const { document } = await this.menus.current(locationId);
    const language = document.defaultLanguage;
    const dishes = new Map(document.items.map(({ id, name }) => [id, textIn(name, language, language)]));
    const [use, stock] = [await this.reading.use(locationId, from, to), await this.reading.list(locationId)];
    return writeUse(use, stock, { language, dishes });
  }

  /** What the spreadsheet would change, as things are now. */
  async look(locationId: string, text: string): Promise<StockImportReport> {
    return this.#report(await this.reading.list(locationId), text, false).report;
  }

  /** Books what can be booked. */
  async book(tx: Tx, locationId: string, { text, by }: { text: string; by: string }): Promise<StockImportReport> {
    const { report, bookings } = this.#report(await this.reading.list(locationId, tx.manager), text, true);
    if (bookings.length > 0) await this.stock.book(tx, locationId, { bookings, by });
    return report;
  }

  #report(
    stock: readonly StockView[],
    text: string,
    booking: boolean,
  ): { report: StockImportReport; bookings: readonly BookStockRequest[] } {
    const { bookings, problems } = readSheet(text, new Map(stock.map(({ id, unit }) => [id, unit])));
    const onHand = new Map(stock.map(({ id, onHandMilli }) => [id, onHandMilli]));
    const changes = bookings.map((each) => changeOf(each, onHand.get(each.ingredientId)));
    return { report: { booked: booking && changes.length > 0, changes, problems }, bookings };
  }
}

function changeOf({ ingredientId, kind, quantityMilli }: BookStockRequest, before?: number): StockImportChange {
  const isCount = kind === 'count';
  return {
    ingredientId,
    kind: isCount ? 'count' : 'receive',
    quantityMilli,
    ...(before === undefined ? {} : { onHandMilli: before }),
    differenceMilli: isCount ? quantityMilli - (before ?? 0) : quantityMilli,
  };
}
