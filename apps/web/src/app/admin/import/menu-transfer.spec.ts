import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ImportReport } from '@comanda/shared';
import { FeedDouble, logIn, provideOffice, refusal, settle } from '../testing/office-double';
import { MenuTransfer } from './menu-transfer';

const NONE = { created: 0, updated: 0, unchanged: 0, removed: 0 };
const REPORT: ImportReport = {
  revision: 4,
  changed: true,
  dryRun: true,
  counts: {
    sections: NONE,
    items: { created: 2, updated: 1, unchanged: 9, removed: 3 },
    variants: { ...NONE, removed: 1 },
    modifierGroups: NONE,
    options: NONE,
  },
  findings: [],
};

/** jsdom's files have no `text()`. */
function fileOf(name: string, text: string, size = text.length): File {
  return { name, size, text: () => Promise.resolve(text) } as File;
}

describe('MenuTransfer', () => {
  let http: HttpTestingController;
  let transfer: MenuTransfer;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideOffice(new FeedDouble()), MenuTransfer] });
    http = logIn('manager');
    transfer = TestBed.inject(MenuTransfer);
  });

  const sent = () => http.expectOne((request) => request.url === '/api/v1/locations/loc/menu-imports');

  it('only asks what would change, then imports as chosen', async () => {
    const taking = transfer.take(fileOf('menu.json', '{"format":1}'));
    await settle();
    const dry = sent();
    expect(dry.request.params.toString()).toBe('mode=merge&dryRun=true');
    expect([dry.request.body, dry.request.headers.get('Content-Type')]).toEqual(['{"format":1}', 'application/json']);
    dry.flush(REPORT);
    await taking;
    expect([transfer.report()?.revision, transfer.removals()]).toEqual([4, 4]);
    const choosing = transfer.choose('replace');
    const again = sent();
    expect(again.request.params.toString()).toBe('mode=replace&dryRun=true');
    again.flush(REPORT);
    await choosing;
    const importing = transfer.importNow();
    const real = sent();
    expect(real.request.params.toString()).toBe('mode=replace&dryRun=false');
    real.flush({ ...REPORT, revision: 5, dryRun: false });
    await importing;
    expect(transfer.report()).toMatchObject({ revision: 5, dryRun: false });
  });

  it('sends CSV as CSV', async () => {
    void transfer.take(fileOf('Prices.CSV', 'a,b'));
    await settle();
    expect(sent().request.headers.get('Content-Type')).toBe('text/csv');
  });

  it.each([
    [fileOf('menu.pdf', 'x'), 'Only .json and .csv files.'],
    [fileOf('menu.json', 'x', 17_000_000), 'The file is larger than 16 MB.'],
  ])('refuses file %# before it travels', async (file, words) => {
    await transfer.take(file);
    http.expectNone(() => true);
    expect(transfer.failure()).toBe(words);
  });

  it('says what the server did not like', async () => {
    const taking = transfer.take(fileOf('menu.json', '{'));
    await settle();
    sent().flush(...refusal('unreadable_body', 400, 'The body is no JSON.'));
    await taking;
    expect([transfer.failure(), transfer.report(), transfer.busy()]).toEqual(['The body is no JSON.', null, false]);
  });
});
