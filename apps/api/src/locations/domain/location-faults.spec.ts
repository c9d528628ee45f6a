import type { ChangeLocationRequest } from '@comanda/shared';
import { locationFaults } from './location-faults.js';

const SPOKEN = { languages: ['en'], defaultLanguage: 'en' };
const HOURS = { days: [1 as const], fromMinute: 600, toMinute: 1560 };
const TAX = { taxClass: 'standard', fulfilment: 'pickup', ratePpm: 70_000, validFrom: '2026-01-01' } as const;

const pointersOf = (settings: Parameters<typeof locationFaults>[0]): string[] =>
  locationFaults(settings, SPOKEN).map(({ pointer }) => pointer);

describe('the settings of a restaurant', () => {
  it('are taken when they are right, past midnight included', () => {
    const settings = {
      timezone: 'Asia/Tokyo',
      currency: 'JPY',
      languages: ['en', 'zh-Hant'],
      openingHours: [HOURS],
      taxRules: [TAX, { ...TAX, fulfilment: 'dine-in' as const }],
      stations: [{ id: 'grill', name: 'Grill', isDefault: true }],
      phone: null,
    };
    expect(locationFaults(settings, SPOKEN)).toEqual([]);
  });

  it.each<[string, ChangeLocationRequest & { currency?: string }, string[]]>([
    ['a time zone that is none', { timezone: 'Mars/Olympus' }, ['/timezone']],
    ['a bare offset', { timezone: '+02:00' }, ['/timezone']],
    ['a currency that is none', { currency: 'EUX' }, ['/currency']],
    ['a language that is none', { languages: ['en', 'english please'] }, ['/languages/1']],
    ['a default language that is not spoken', { defaultLanguage: 'th' }, ['/defaultLanguage']],
    ['hours that end before they start', { openingHours: [{ ...HOURS, toMinute: 600 }] }, ['/openingHours/0/toMinute']],
    ['hours on no day', { openingHours: [{ ...HOURS, days: [] }] }, ['/openingHours/0/days']],
    [
      'dates that do not exist',
      { openingHours: [{ ...HOURS, toDate: '2026-02-30' }], taxRules: [{ ...TAX, validFrom: '2026-13-01' }] },
      ['/openingHours/0/toDate', '/taxRules/0/validFrom'],
    ],
    ['a rule named twice', { taxRules: [TAX, TAX] }, ['/taxRules/1']],
    [
      'two default stations',
      { stations: ['grill', 'bar'].map((id) => ({ id, name: id, isDefault: true })) },
      ['/stations'],
    ],
    [
      'a station called as another page',
      {
        stations: [
          { id: 'bar', name: 'Bar' },
          { id: 'expo', name: 'Pass' },
        ],
      },
      ['/stations/1/id'],
    ],
    ['an estimate that ends before it begins', { readyMinutes: { from: 20, until: 10 } }, ['/readyMinutes/until']],
    [
      'null, however deep',
      JSON.parse('{"languages":null,"stations":[{"id":"a","name":"A","lateSeconds":null}]}') as ChangeLocationRequest,
      ['/languages', '/stations/0/lateSeconds'],
    ],
  ])('are refused with %s', (_name, settings, pointers) => {
    expect(pointersOf(settings)).toEqual(pointers);
  });
});
