import { TestBed } from '@angular/core/testing';
import { convertToParamMap, type ParamMap, type RouterStateSnapshot } from '@angular/router';
import { Unsaved } from './unsaved';

const HERE = '/admin/menu?dish=leeks';

function going(url: string): RouterStateSnapshot {
  const query = Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''));
  return { url, root: { queryParamMap: convertToParamMap(query) } } as RouterStateSnapshot;
}

describe('Unsaved', () => {
  let unsaved: Unsaved;
  let typed: string | null;
  const stays = (params: ParamMap): boolean => params.get('dish') === 'leeks';

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [Unsaved] });
    unsaved = TestBed.inject(Unsaved);
    typed = 'Burnt leeks';
    TestBed.runInInjectionContext(() =>
      unsaved.guard({ dirty: () => typed !== null, discard: () => (typed = null), stays }),
    );
  });

  it('asks nobody while the draft stays open, or when nothing was typed', async () => {
    expect(await unsaved.mayLeave(HERE, going('/admin/menu?dish=leeks&q=x'))).toBe(true);
    typed = null;
    expect(await unsaved.mayLeave(HERE, going('/admin/orders'))).toBe(true);
    expect(unsaved.asking()).toBe(false);
  });

  it.each(['/admin/menu', '/admin/menu?dish=prawns', '/admin/orders?dish=leeks'])(
    'asks before going to %s and keeps what was typed when told to',
    async (url) => {
      const answer = unsaved.mayLeave(HERE, going(url));
      expect(unsaved.asking()).toBe(true);
      unsaved.give(false);
      expect([await answer, typed, unsaved.asking()]).toEqual([false, 'Burnt leeks', false]);
    },
  );

  it('throws it away when that is the answer, and takes a second question as no to the first', async () => {
    const first = unsaved.mayLeave(HERE, going('/admin/orders'));
    const second = unsaved.mayLeave(HERE, going('/admin/staff'));
    expect(await first).toBe(false);
    unsaved.give(true);
    expect([await second, typed]).toEqual([true, null]);
  });
});
