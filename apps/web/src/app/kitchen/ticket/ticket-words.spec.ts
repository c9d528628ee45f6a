import type { TicketLineView, TicketView } from '@comanda/shared';
import { aLine, aTicket } from '../testing/ticket-builders';
import { allergyNotes, speaksOfAllergy } from './allergy';
import {
  dishesOf,
  flagsOf,
  modifierWords,
  sourceOf,
  spokenTicket,
  standingOf,
  stopwatch,
  titleOf,
} from './ticket-words';

const FIRED = Date.parse('2026-06-01T18:00:00Z');
const after = (seconds: number): number => FIRED + seconds * 1000;

describe('the head of a ticket', () => {
  it.each([
    [{ tableName: '12' }, 'Table 12', 'Dine-in · #91'],
    [{ tableName: 'Terrace 3', guestName: 'Ana' }, 'Terrace 3', 'Dine-in · #91 · Ana'],
    [{ fulfilment: 'pickup', guestName: 'Ana' }, '#91', 'Pickup · Ana'],
  ] satisfies [Partial<TicketView>, string, string][])('of %j is %s', (facts, title, source) => {
    const ticket = aTicket({ orderNumber: 91, ...facts });
    expect([titleOf(ticket), sourceOf(ticket)]).toEqual([title, source]);
  });

  it.each([
    [5, {}, ['NEW']],
    [300, {}, []],
    [300, { state: 'started' }, ['COOKING']],
    [960, { state: 'started', recalled: true }, ['DUE SOON', 'RECALLED', 'COOKING']],
    [1422, {}, ['LATE +3:42']],
    [1422, { state: 'cancelled' }, ['CANCELLED']],
  ] satisfies [number, Partial<TicketView>, string[]][])('after %i s with %j says %j', (seconds, facts, flags) => {
    expect(flagsOf(aTicket(facts), after(seconds))).toEqual(flags);
  });

  it.each([
    [0, '0:00'],
    [380, '6:20'],
    [3725, '1:02:05'],
  ])('shows %i seconds as %s', (seconds, text) => expect(stopwatch(seconds)).toBe(text));

  it('stands as its age, or as cancelled', () => {
    expect(standingOf(aTicket({}), after(10))).toBe('normal');
    expect(standingOf(aTicket({}), after(1200))).toBe('late');
    expect(standingOf(aTicket({ state: 'cancelled' }), after(1200))).toBe('cancelled');
  });
});

describe('what is said of a ticket', () => {
  it('is one sentence in whole minutes', () => {
    const ticket = aTicket({ tableName: '12', lines: [aLine({ quantity: 2 }), aLine({ id: 'l2' })] });
    expect(spokenTicket(ticket, after(10))).toBe('Table 12, dine-in, 3 items');
    expect(spokenTicket(ticket, after(1200 + 190))).toBe('Table 12, dine-in, late by 3 minutes, 3 items');
    expect(spokenTicket({ ...ticket, orderNote: 'nut allergy' }, after(10))).toBe(
      'Table 12, dine-in, 3 items, ALLERGY',
    );
  });
});

describe('the lines of a ticket', () => {
  it.each([
    [{ kind: 'removal', name: 'onion', quantity: 1, depth: 0 }, '− onion'],
    [{ kind: 'choice', name: 'cheese', quantity: 1, depth: 0 }, '+ cheese'],
    [{ kind: 'choice', name: 'cheese', quantity: 2, depth: 1 }, '+ 2 × cheese'],
  ] satisfies [TicketLineView['modifiers'][number], string][])('say %j as %s', (modifier, words) => {
    expect(modifierWords(modifier)).toBe(words);
  });

  it('are named in a row', () => {
    expect(dishesOf({ lines: [aLine({ quantity: 2 }), aLine({ name: 'Tea' })] })).toBe('2 × Ramen, Tea');
  });
});

describe('allergies', () => {
  it.each([
    'Severe nut allergy',
    'ALLERGIC to fish',
    'Allergie gegen Nüsse',
    'alérgico a los frutos secos',
    'alergia a amendoim',
    'allergico al glutine',
    'lactose intolerant',
    'coeliac',
    'Zöliakie',
  ])('are seen in "%s"', (note) => expect(speaksOfAllergy(note)).toBe(true));

  it.each(['no onion, please', 'extra nuts', 'gallery table', undefined])('are not seen in "%s"', (note) => {
    expect(speaksOfAllergy(note)).toBe(false);
  });

  it('are collected from the order and its lines; what a dish contains is no warning', () => {
    const lines = [
      aLine({ note: 'no egg: allergy', allergens: ['egg'] }),
      aLine({ note: 'crisp', allergens: ['nuts'] }),
    ];
    expect(allergyNotes({ orderNote: 'coeliac guest', lines })).toEqual(['coeliac guest', 'no egg: allergy']);
  });
});
