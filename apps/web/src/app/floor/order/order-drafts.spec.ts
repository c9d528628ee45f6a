import { TestBed } from '@angular/core/testing';
import type { SessionView } from '@comanda/shared';
import { SessionStore } from '../../core/session/session-store';
import { guestsIn, type DraftLine } from './order-draft';
import { OrderDrafts } from './order-drafts';

const SHELF = 'comanda.floor.drafts.loc';
const line = (id: string, more: Partial<DraftLine['dish']> = {}): DraftLine => ({
  id,
  name: 'Leeks',
  dish: { itemId: 'leeks', quantity: 1, ...more },
});

/** As a page that is loaded anew, by this waiter. */
function open(name = 'Ana'): OrderDrafts {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [OrderDrafts] });
  const session = { staff: { name }, locationId: 'loc', permissions: [] } as unknown as SessionView;
  TestBed.inject(SessionStore).set(session);
  return TestBed.inject(OrderDrafts);
}

describe('OrderDrafts', () => {
  beforeEach(() => localStorage.clear());

  it('are still there after the page was loaded anew, with their age, who began them and their key', () => {
    const before = open();
    before.put('t1', line('a'));
    before.change('t1', { guestName: 'Ines', allergies: ['nuts'] });
    const after = open('Leo').of('t1');
    expect(after).toEqual(before.of('t1'));
    expect(after).toMatchObject({ by: 'Ana', lines: [{ id: 'a' }], allergies: ['nuts'] });
    expect(Date.now() - after.begunAt).toBeLessThan(60_000);
  });

  it('are gone from the device once they are sent', () => {
    const drafts = open();
    drafts.put('t1', line('a'));
    drafts.forget('t1');
    expect(localStorage.getItem(SHELF)).toBeNull();
    expect(open().of('t1').lines).toEqual([]);
  });

  it('leave out what is old, foreign or broken', () => {
    const drafts = open();
    drafts.put('t1', line('a'));
    const good = drafts.of('t1');
    const old = { ...good, begunAt: good.begunAt - 13 * 3_600_000 };
    const broken = { ...good, lines: [{ id: 'a', dish: { itemId: 7 } }] };
    localStorage.setItem(
      SHELF,
      JSON.stringify({ t1: old, t2: broken, t3: 'x', t4: { ...good, allergies: ['poison'] } }),
    );
    const after = open();
    expect(['t1', 't2', 't3'].map((place) => after.of(place).lines.length)).toEqual([0, 0, 0]);
    expect(after.of('t4')).toMatchObject({ lines: [{ id: 'a' }], allergies: [] });
    localStorage.setItem(SHELF, '[1, 2');
    expect(open().of('t1').lines).toEqual([]);
  });

  it('go along when the guests take another table, after what is noted there', () => {
    const drafts = open();
    drafts.put('t1', line('a'));
    drafts.change('t1', { allergies: ['egg'] });
    drafts.put('t2', line('b'));
    drafts.move('t1', 't2');
    drafts.move('t3', 't2');
    expect(drafts.of('t2').lines.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(drafts.of('t2').allergies).toEqual(['egg']);
    expect(drafts.of('t1').lines).toEqual([]);
  });

  it('hear what another tab of the device noted', () => {
    const drafts = open();
    drafts.put('t1', line('a'));
    const kept = localStorage.getItem(SHELF) ?? '';
    localStorage.setItem(SHELF, kept.replace('"t1"', '"t9"'));
    dispatchEvent(new StorageEvent('storage', { key: SHELF }));
    expect([drafts.of('t1').lines.length, drafts.of('t9').lines.length]).toEqual([0, 1]);
  });

  it('hold the allergies of a guest for everything that is noted for them', () => {
    const drafts = open();
    drafts.put('t1', line('a', { guestName: 'Seat 2' }));
    drafts.put('t1', line('b', { guestName: 'Seat 1' }));
    drafts.put('t1', line('c', { guestName: 'Seat 2', allergies: ['milk'] }));
    expect(drafts.of('t1').lines.map(({ dish }) => dish.allergies)).toEqual([['milk'], undefined, ['milk']]);
    expect([...guestsIn(drafts.of('t1').lines)]).toEqual([
      ['Seat 2', ['milk']],
      ['Seat 1', []],
    ]);
    drafts.put('t1', line('a', { guestName: 'Seat 2' }));
    expect(drafts.of('t1').lines.map(({ dish }) => dish.allergies)).toEqual([undefined, undefined, undefined]);
  });
});
