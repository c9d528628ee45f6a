import { Injectable } from '@nestjs/common';
import { FULFILMENT_TYPES, ROLES } from '@comanda/shared';
import { StaffAccounts } from '../accounts/index.js';
import { Stock } from '../inventory/index.js';
import { LocationDirectory, LocationSetup } from '../locations/index.js';
import { MenuStore } from '../menu/index.js';
import { newId, newToken } from '../platform/clock/index.js';
import { databaseFault, Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { demoMenu } from './demo-menu.js';
import { DEMO_SLOTS, DEMO_ZONES } from './demo-places.js';
import { DEMO_COUNTS, DEMO_WARNINGS } from './demo-recipes.js';

const DOMAIN = 'fennel-and-ember.example';
const TABLES = 8;

/** What the start-up prints, so that somebody can try the demo. */
export interface DemoAccess {
  readonly locationId: string;
  readonly staff: readonly { readonly email: string; readonly password: string }[];
  readonly tablePaths: readonly string[];
}

/** An invented restaurant to try everything with. */
@Injectable()
export class Demo {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly setup: LocationSetup,
    private readonly menus: MenuStore,
    private readonly stock: Stock,
    private readonly accounts: StaffAccounts,
    private readonly transactions: Transactions,
  ) {}

  /** Fills an empty database; null when there is a restaurant already, also one that another process makes just now. */
  async seed(): Promise<DemoAccess | null> {
    if (await this.locations.first()) return null;
    const locationId = newId();
    const tokens = Array.from({ length: TABLES }, newToken);
    const logins = ROLES.map((role) => ({ role, email: `${role}@${DOMAIN}`, password: `demo-${role}-pass` }));
    const accounts = await Promise.all(
      logins.map((login) => this.accounts.prepare(locationId, { name: `Demo ${login.role}`, ...login })),
    );
    try {
      await this.transactions.run(async (tx) => {
        // First, because an e-mail exists once: a rival waits here and then makes nothing.
        for (const account of accounts) await this.accounts.add(tx, account);
        await this.setup.create(tx, restaurant(locationId, tokens));
        await this.menus.publish(tx, locationId, demoMenu(), {
          expected: 0,
          cause: 'demo',
          summary: 'Demo menu',
          by: 'system',
        });
      });
    } catch (error) {
      if (databaseFault(error) === 'duplicate') return null;
      throw error;
    }
    await this.transactions.run((tx) => this.#fillPantry(tx, locationId));
    const staff = logins.map(({ email, password }) => ({ email, password }));
    return { locationId, staff, tablePaths: tokens.map((token) => `/t/${token}`) };
  }

  async #fillPantry(tx: Tx, locationId: string): Promise<void> {
    await this.stock.book(tx, locationId, { bookings: DEMO_COUNTS, by: 'system' });
    for (const { ingredientId, lowMilli } of DEMO_WARNINGS) {
      await this.stock.warnAt(tx, locationId, ingredientId, lowMilli);
    }
  }
}

function restaurant(id: string, tokens: readonly string[]): Parameters<LocationSetup['create']>[1] {
  const station = { dueSoonSeconds: 480, lateSeconds: 720 };
  const taxRules = FULFILMENT_TYPES.flatMap((fulfilment) => [
    { taxClass: 'standard', fulfilment, validFrom: '2021-01-01', ratePpm: 190_000 },
    { taxClass: 'reduced', fulfilment, validFrom: '2021-01-01', ratePpm: 70_000 },
  ]);
  return {
    location: {
      id,
      name: 'Fennel & Ember',
      description: { en: 'Small plates and a wood fire.', de: 'Kleine Teller und ein Holzfeuer.' },
      phone: null,
      address: null,
      timezone: 'Europe/Berlin',
      currency: 'EUR',
      languages: ['en', 'de'],
      defaultLanguage: 'en',
      fulfilmentTypes: ['dine-in', 'pickup', 'delivery'],
      taxInclusive: true,
      openingHours: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
      businessDayCutoffMinute: 240,
      autoAccept: true,
      pacing: true,
      orderingPaused: false,
      orderingPausedUntil: null,
      seedColour: '#b5361c',
      tipPercents: [5, 10, 15],
      cutlery: 'default-off',
      readyMinutes: { from: 15, until: 25 },
      slots: DEMO_SLOTS,
      deliveryZones: DEMO_ZONES,
      version: 0,
    },
    stations: [
      { id: 'grill', name: 'Grill', position: 1, isDefault: true, ...station },
      { id: 'cold', name: 'Cold', position: 2, isDefault: false, ...station },
      { id: 'bar', name: 'Bar', position: 3, isDefault: false, ...station },
    ],
    tables: tokens.map((token, index) => ({ name: String(index + 1), token, position: index + 1 })),
    taxRules,
  };
}
