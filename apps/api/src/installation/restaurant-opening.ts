import { Injectable } from '@nestjs/common';
import type { CreatedLocationView, CreateLocationRequest } from '@comanda/shared';
import { StaffAccounts } from '../accounts/index.js';
import { LocationDirectory, LocationSetup } from '../locations/index.js';
import { newId } from '../platform/clock/index.js';
import { databaseFault, Transactions } from '../platform/database/index.js';
import { DomainError } from '../platform/http/index.js';

/** Opens a further restaurant in this installation, together with the account of its first admin. */
@Injectable()
export class RestaurantOpening {
  constructor(
    private readonly setup: LocationSetup,
    private readonly locations: LocationDirectory,
    private readonly accounts: StaffAccounts,
    private readonly transactions: Transactions,
  ) {}

  /** Throws `invalid_request` with all that is wrong, `already_exists` for a known e-mail; then nothing is stored. */
  async open(request: CreateLocationRequest): Promise<CreatedLocationView> {
    const id = newId();
    const restaurant = this.setup.plan(id, request);
    const admin = await this.accounts.prepare(id, { ...request.admin, role: 'admin' });
    try {
      await this.transactions.run(async (tx) => {
        await this.setup.create(tx, restaurant);
        await this.accounts.add(tx, admin);
      });
    } catch (error) {
      if (databaseFault(error) !== 'duplicate') throw error;
      throw new DomainError('already_exists', 'Somebody has this e-mail already.', [
        { pointer: '/admin/email', code: 'already_exists', detail: 'Use another e-mail.', actual: request.admin.email },
      ]);
    }
    return { location: this.locations.toView(restaurant.location), admin: this.accounts.toView(admin) };
  }
}
