import { Injectable } from '@nestjs/common';
import type { CreatedLocationView, StaffView } from '@comanda/shared';
import { CreateStaffDto, StaffAccounts } from '../accounts/index.js';
import { LocationDirectory } from '../locations/index.js';
import { DomainError, requestValidation } from '../platform/http/index.js';
import { CreateLocationDto } from './installation.dto.js';
import { RestaurantOpening } from './restaurant-opening.js';

type Class = new () => object;

/** What an operator does on the machine itself: who reaches the database needs no log-in. */
@Injectable()
export class OperatorDesk {
  readonly #validation = requestValidation();

  constructor(
    private readonly opening: RestaurantOpening,
    private readonly accounts: StaffAccounts,
    private readonly locations: LocationDirectory,
  ) {}

  /** Takes the body of `POST /locations`. */
  async openLocation(body: unknown): Promise<CreatedLocationView> {
    return this.opening.open(await this.#checked(body, CreateLocationDto));
  }

  /** Takes the body of `POST /locations/{id}/staff-accounts`; the restaurant by id or name, or the only one. */
  async createStaff(body: unknown, location: string | undefined): Promise<StaffView> {
    const request = await this.#checked(body, CreateStaffDto);
    return this.accounts.create(await this.#locationId(location), request);
  }

  async #locationId(wanted: string | undefined): Promise<string> {
    const all = await this.locations.list();
    const found = all.filter(
      ({ id, name }) => wanted === undefined || id === wanted || name.toLowerCase() === wanted.toLowerCase(),
    );
    const [only] = found;
    if (only && found.length === 1) return only.id;
    if (all.length === 0) throw new DomainError('not_found', 'There is no restaurant yet. Open one: location create.');
    const names = all.map(({ id, name }) => `${name} (${id})`).join(', ');
    throw new DomainError('not_found', `Say which restaurant with --location. There are: ${names}.`);
  }

  async #checked<Request extends object>(body: unknown, type: Class & (new () => Request)): Promise<Request> {
    return (await this.#validation.transform(body, { type: 'body', metatype: type })) as Request;
  }
}
