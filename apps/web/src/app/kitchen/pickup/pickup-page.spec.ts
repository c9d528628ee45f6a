import { jest } from '@jest/globals';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { PickupBoardView } from '@comanda/shared';
import { FeedDouble, logIn, provideKitchenDouble, settle } from '../testing/kitchen-double';
import { PickupPage } from './pickup-page';

const numbers = (...all: number[]) => all.map((number) => ({ number, since: '2026-06-01T18:00:00Z' }));
const board = (facts: Partial<PickupBoardView>): PickupBoardView => ({
  at: '2026-06-01T18:00:00Z',
  preparing: [],
  ready: [],
  collected: [],
  ...facts,
});

describe('the numbers above the counter', () => {
  let http: HttpTestingController;
  let feed: FeedDouble;
  let page: ComponentFixture<PickupPage>;

  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  const words = (): string => (page.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const columns = (): string[] =>
    [...(page.nativeElement as HTMLElement).querySelectorAll('section')].map((column) =>
      [...column.querySelectorAll('h2, li')].map((each) => each.textContent.trim()).join(' '),
    );
  const answer = async (body: PickupBoardView): Promise<void> => {
    http.expectOne('/api/v1/locations/loc/pickup-board').flush(body);
    await settle(pass);
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    feed = new FeedDouble();
    TestBed.configureTestingModule({ providers: provideKitchenDouble(feed) });
    http = logIn();
    page = TestBed.createComponent(PickupPage);
    page.componentRef.setInput('location', 'loc');
    await settle(pass);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('tell who waits, who may come and who has been', async () => {
    await answer(board({ preparing: numbers(12), ready: numbers(10, 11), collected: numbers(9) }));
    expect(columns()).toEqual(['Preparing 12', 'Ready 10 11 9 collected']);
  });

  it('follow the feed of the board', async () => {
    await answer(board({ preparing: numbers(12) }));
    expect(feed.urls).toEqual(['/api/v1/locations/loc/pickup-board/live']);
    feed.say('pickup-board', board({ ready: numbers(12) }));
    await settle(pass);
    expect(columns()).toEqual(['Preparing', 'Ready 12']);
  });

  it('are not shown any more when they are a minute old: guests are sent to the counter', async () => {
    await answer(board({ ready: numbers(12) }));
    for (let look = 0; look < 5; look += 1) {
      await pass(15_000);
      for (const request of http.match('/api/v1/locations/loc/pickup-board')) request.error(new ProgressEvent('error'));
      await settle(pass);
    }
    expect(words()).toContain('Please ask at the counter');
    expect(columns()).toEqual([]);
  });
});
