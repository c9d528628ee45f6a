import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { LocationOfficeView } from '@comanda/shared';
import { SessionStore } from '../../core/session/session-store';
import { FeedDouble, logIn, provideOffice, refusal, sessionOf, settle } from '../testing/office-double';
import { TimesPage } from './times-page';

const LOCATION = {
  currency: 'EUR',
  slots: { slotMinutes: 15, daysAhead: 3, lastOrderMinutes: 15 },
  readyMinutes: { from: 15, until: 25 },
  cutlery: 'ask',
  stations: [],
  deliveryZones: [],
  openingHours: [{ days: [2, 3, 4, 5, 6], fromMinute: 1020, toMinute: 1380 }],
} as unknown as LocationOfficeView;
const SETTINGS = '/api/v1/locations/loc/settings';

let http: HttpTestingController;
let page: ComponentFixture<TimesPage>;

async function rest(): Promise<void> {
  await settle();
  page.detectChanges();
  await settle();
}

const field = (id: string): HTMLInputElement => {
  const found = (page.nativeElement as HTMLElement).querySelector<HTMLInputElement>(`#${id}`);
  if (found === null) throw new Error(`There is no field "${id}".`);
  return found;
};

async function type(id: string, text: string): Promise<void> {
  field(id).value = text;
  field(id).dispatchEvent(new Event('input'));
  await rest();
}

/** Presses Save and leaves the answer open. */
async function save() {
  (page.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit'));
  await rest();
  return http.expectOne(({ method }) => method === 'PATCH');
}

/** Goes to another restaurant of the house. */
async function goTo(locationId: string): Promise<void> {
  TestBed.inject(SessionStore).set({ ...sessionOf('manager'), locationId });
  await rest();
}

const saved = (daysAhead: number): LocationOfficeView => ({ ...LOCATION, slots: { ...LOCATION.slots, daysAhead } });

describe('the times of a restaurant while they are saved', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideOffice(new FeedDouble()) });
    http = logIn('manager');
    page = TestBed.createComponent(TimesPage);
    await rest();
    http.expectOne(SETTINGS).flush(LOCATION);
    await rest();
    await type('days-ahead', '5');
  });

  it('keep what is typed before the answer comes, and save it with the next press', async () => {
    const first = await save();
    await type('hours-0-fromMinute', '18:30');
    first.flush({});
    await rest();
    http.expectOne(SETTINGS).flush(saved(5));
    await rest();
    expect([field('hours-0-fromMinute').value, field('days-ahead').value]).toEqual(['18:30', '5']);
    expect((await save()).request.body).toMatchObject({
      slots: { daysAhead: 5 },
      openingHours: [{ fromMinute: 1110 }],
    });
  });

  it('are shown as the restaurant has them by then where nothing was typed since', async () => {
    (await save()).flush({});
    await rest();
    http.expectOne(SETTINGS).flush(saved(6));
    await rest();
    expect(field('days-ahead').value).toBe('6');
  });

  it('stay typed when they cannot be read anew', async () => {
    const first = await save();
    await type('days-ahead', '7');
    first.flush({});
    await rest();
    http.expectOne(SETTINGS).flush(...refusal('unavailable', 503));
    await rest();
    expect(field('days-ahead').value).toBe('7');
    expect((await save()).request.body).toMatchObject({ slots: { daysAhead: 7 } });
  });

  it('of one restaurant are never those of another', async () => {
    (await save()).flush({});
    await rest();
    http.expectOne(SETTINGS).flush(saved(5));
    await rest();
    await goTo('other');
    const openingHours = [{ days: [1] as const, fromMinute: 600, toMinute: 840 }];
    http.expectOne('/api/v1/locations/other/settings').flush({ ...LOCATION, openingHours });
    await rest();
    expect([field('hours-0-fromMinute').value, field('days-ahead').value]).toEqual(['10:00', '3']);
  });
});
