import type { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { MenuDocument, Role, StockMovementPage, StockView } from '@comanda/shared';
import { RecipesPage } from '../recipes/recipes-page';
import { OfficeLocation } from '../shell/office-location';
import { FeedDouble, logIn, provideOffice, settle } from '../testing/office-double';
import { CountPage } from './count-page';
import { LogPage } from './log-page';
import { StockPage } from './stock-page';

const MENU: MenuDocument = {
  format: 'comanda-menu/1',
  currency: 'EUR',
  defaultLanguage: 'en',
  languages: ['en'],
  sections: [{ id: 's', name: { en: 'Grill' }, itemIds: ['leeks'] }],
  items: [
    {
      id: 'leeks',
      name: { en: 'Charred leeks' },
      variants: [{ id: 'leeks-v', priceMinor: 890 }],
      modifierGroupIds: [],
      taxClass: 'food',
      recipe: [{ ingredientId: 'leek', quantityMilli: 2000 }],
    },
  ],
  modifierGroups: [],
  ingredients: [
    { id: 'leek', name: { en: 'Leek' }, unit: 'piece', allergens: ['celery'] },
    { id: 'salt', name: { en: 'Salt' }, unit: 'g' },
  ],
};
const LEEKS = { kind: 'item', id: 'leeks' } as const;
const STOCK: readonly StockView[] = [
  {
    id: 'leek',
    name: { en: 'Leek' },
    unit: 'piece',
    onHandMilli: 1000,
    lowMilli: 5000,
    low: true,
    usedBy: [LEEKS],
    offSale: [LEEKS],
  },
  { id: 'salt', name: { en: 'Salt' }, unit: 'g', onHandMilli: 1_500_000, low: false, usedBy: [], offSale: [] },
];
const MOVEMENTS: StockMovementPage = {
  data: [
    {
      id: '1',
      ingredientId: 'leek',
      kind: 'waste',
      quantityMilli: -2000,
      note: 'Dropped',
      at: '2026-03-02T12:00:00Z',
      by: 'Mara',
    },
  ],
  hasMore: false,
};

let http: HttpTestingController;
let page: ComponentFixture<unknown>;

async function open(component: Type<unknown>, role: Role = 'manager', inputs: Record<string, string> = {}) {
  TestBed.configureTestingModule({ providers: [...provideOffice(new FeedDouble()), OfficeLocation] });
  http = logIn(role);
  page = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) page.componentRef.setInput(name, value);
  await settle();
  answer('/stock', STOCK);
  answer('/menu-document', MENU);
  await rest();
}

function answer(end: string, body: object): void {
  for (const request of http.match(({ url, method }) => method === 'GET' && url.endsWith(end))) request.flush(body);
}

async function rest(): Promise<void> {
  await settle();
  page.detectChanges();
  await settle();
}

const text = () => (page.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
const row = (name: string) =>
  [...(page.nativeElement as HTMLElement).querySelectorAll('tr')]
    .map((each) => each.textContent.replace(/\s+/g, ' ').trim())
    .find((words) => words.startsWith(name)) ?? '';

function find<T extends HTMLElement>(selector: string): T {
  const found = (page.nativeElement as HTMLElement).querySelector<T>(selector);
  if (found === null) throw new Error(`There is no ${selector}.`);
  return found;
}

async function type(selector: string, value: string): Promise<void> {
  const field = find<HTMLInputElement>(selector);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  await rest();
}

async function press(selector: string): Promise<void> {
  find(selector).click();
  await rest();
}

describe('the list of the stock', () => {
  it('says what is low, what has fallen with it, and what there is enough of', async () => {
    await open(StockPage);
    expect(row('Leek')).toMatch(/1 piece Low ?Takes off sale: Charred leeks/);
    expect(row('Salt')).toContain('1.5 kg enough');
    expect(text()).toContain('1 ingredient is low or has run out.');
  });

  it('shows only what is low when it is asked to', async () => {
    await open(StockPage, 'kitchen', { show: 'low' });
    expect(row('Salt')).toBe('');
    expect(row('Leek')).not.toBe('');
  });

  it('books a delivery in the unit that was written, and shows what is there then', async () => {
    await open(StockPage);
    await press('button[aria-label="Receive: Leek"]');
    await type('#stock-amount', 'many');
    find<HTMLFormElement>('app-book-form form').dispatchEvent(new Event('submit'));
    await rest();
    expect(text()).toContain('Write a number like 12 or 2.5.');
    await type('#stock-amount', '1');
    const unit = find<HTMLSelectElement>('#stock-unit');
    unit.value = 'dozen';
    unit.dispatchEvent(new Event('change'));
    await rest();
    find<HTMLFormElement>('app-book-form form').dispatchEvent(new Event('submit'));
    const { request, flush } = bound(http.expectOne(({ method }) => method === 'POST'));
    expect(request.body).toEqual({ ingredientId: 'leek', kind: 'receive', quantityMilli: 12_000 });
    expect(request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    flush({ ...STOCK[0], onHandMilli: 13_000, low: false, offSale: [] });
    await rest();
    expect(row('Leek')).toContain('13 pieces enough');
  });
});

describe('the count sheet', () => {
  it('shows every difference before it books all counts at once', async () => {
    await open(CountPage, 'kitchen');
    await type('input[aria-label="Counted Leek, in piece"]', '3');
    await type('input[aria-label="Counted Salt, in kg"]', 'x');
    expect(row('Leek')).toContain('+2 pieces');
    expect(text()).toContain('1 field is no number. Mend it first.');
    await press('.bar .button--primary');
    http.expectNone(({ method }) => method === 'POST');
    await type('input[aria-label="Counted Salt, in kg"]', '1.5');
    expect(row('Salt')).toContain('as expected');
    await press('.bar .button--primary');
    const { request, flush } = bound(http.expectOne(({ method }) => method === 'POST'));
    expect(request.body).toEqual({
      counts: [
        { ingredientId: 'leek', quantityMilli: 3000 },
        { ingredientId: 'salt', quantityMilli: 1_500_000 },
      ],
    });
    flush([{ ...STOCK[0], onHandMilli: 3000 }, STOCK[1]]);
    await rest();
    expect(row('Leek')).toContain('3 pieces');
    expect(text()).toContain('Nothing is counted yet.');
  });
});

it('the waste log says what was thrown away, why and by whom', async () => {
  await open(LogPage, 'kitchen');
  const [request] = http.match(({ url }) => url.endsWith('/stock-movements'));
  expect(request?.request.params.get('kind')).toBe('waste');
  request?.flush(MOVEMENTS);
  await rest();
  expect(row('Leek')).toMatch(/−2 pieces ?Thrown away ?Dropped.*Mara/);
});

it('a recipe is changed line by line and saved as a whole', async () => {
  await open(RecipesPage, 'manager', { dish: 'leeks' });
  expect(text()).toContain('By its ingredients it contains: celery.');
  await type('input[aria-label="Amount of Leek"]', '2,5');
  find<HTMLFormElement>('app-recipe-editor form').dispatchEvent(new Event('submit'));
  const { request, flush } = bound(http.expectOne(({ method }) => method === 'PUT'));
  expect([request.url, request.body]).toEqual([
    '/api/v1/locations/loc/recipes/item/leeks',
    { lines: [{ ingredientId: 'leek', quantityMilli: 2500 }] },
  ]);
  flush({ revision: 2, findings: [] });
  await rest();
  expect(text()).not.toContain('Write an amount');
});

type Expected = ReturnType<HttpTestingController['expectOne']>;

function bound(sent: Expected): { request: Expected['request']; flush: (body: object) => void } {
  return { request: sent.request, flush: (body) => sent.flush(body) };
}
