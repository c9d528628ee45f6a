import { TestBed } from '@angular/core/testing';
import type { GuestSessionView } from '@comanda/shared';
import { ASK } from '../../core/api/public-api';
import { CheckoutDrafts } from '../checkout/checkout-draft';
import { KnownAddress } from '../fulfilment/known-address';
import { DietFilter } from '../menu/diet-filter';
import { ApiDouble } from '../testing/api-double';
import { AccountStore } from './account-store';

const HERE = '/api/v1/guest-account';
const SESSION: GuestSessionView = {
  account: {
    id: '1',
    email: 'ines@example.org',
    name: 'Ines',
    language: 'en',
    diets: ['vegan'],
    without: ['nuts'],
    createdAt: '2026-01-01T00:00:00Z',
  },
  csrfToken: 'proof',
  expiresAt: '2026-04-01T00:00:00Z',
};
const HOME = { street: 'Torstrasse 1', postcode: '10115' };
const nextTurn = (): Promise<void> => new Promise((resume) => setTimeout(resume));

describe('AccountStore', () => {
  let api: ApiDouble;
  let store: AccountStore;

  function arrive(): void {
    api = new ApiDouble();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: ASK, useValue: api.ask }] });
    store = TestBed.inject(AccountStore);
  }

  async function logIn(): Promise<void> {
    const entering = store.redeem('secret');
    api.expectOne(`${HERE}/session`).flush(SESSION, 201);
    await nextTurn();
    api.expectOne(`${HERE}/addresses`).flush([{ id: '1', address: HOME, isDefault: true }]);
    await entering;
  }

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    arrive();
  });

  it('asks nobody on a device that never had an account', async () => {
    await store.look();
    api.expectNone(`${HERE}/session`);
    expect(store.state()).toBe('out');
  });

  it('lets menu and checkout begin with what the guest has said, in later visits too', async () => {
    await logIn();
    expect(TestBed.inject(DietFilter).without()).toEqual(['nuts']);
    sessionStorage.clear();
    arrive();
    expect(TestBed.inject(DietFilter).diets()).toEqual(['vegan']);
    expect(TestBed.inject(CheckoutDrafts).read().name).toBe('Ines');
    expect(TestBed.inject(KnownAddress).read()).toEqual(HOME);
  });

  it('proves every change with the token of the session', async () => {
    await logIn();
    const changing = store.change({ name: 'Ana' });
    const request = api.expectOne(HERE);
    expect([request.header('X-CSRF-Token'), request.body]).toEqual(['proof', { name: 'Ana' }]);
    request.flush({ ...SESSION.account, name: 'Ana' });
    await changing;
    expect(store.account()?.name).toBe('Ana');
  });

  it('forgets the guest on this device when the session has ended elsewhere', async () => {
    await logIn();
    arrive();
    const looking = store.look();
    api.expectOne(`${HERE}/session`).flush({ code: 'unauthenticated', detail: 'Log in first.' }, 401);
    await looking;
    expect(store.state()).toBe('out');
    expect(TestBed.inject(CheckoutDrafts).read().name).toBe('');
    expect(TestBed.inject(KnownAddress).read()).toEqual({});
    expect(TestBed.inject(DietFilter).count()).toBe(0);
  });

  it('knows nothing, and forgets nothing, when nobody answers', async () => {
    await logIn();
    arrive();
    const looking = store.look();
    api.expectOne(`${HERE}/session`).lose();
    await looking;
    expect(store.state()).toBe('failed');
    expect(TestBed.inject(CheckoutDrafts).read().name).toBe('Ines');
  });
});
