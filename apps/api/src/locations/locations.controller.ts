import { Controller, Get, Param } from '@nestjs/common';
import type { LocationView, StaffTableView, TableView } from '@comanda/shared';
import { Access, CurrentActor, DomainError } from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { LocationDirectory } from './location-directory.js';
import { toStaffTableView, toTableView } from './location-view.js';

@Controller()
export class LocationsController {
  constructor(private readonly locations: LocationDirectory) {}

  @Get('locations')
  @Access('public')
  async list(): Promise<LocationView[]> {
    return (await this.locations.list()).map((location) => this.locations.toView(location));
  }

  @Get('locations/:locationId')
  @Access('public')
  async get(@Param('locationId') id: string): Promise<LocationView> {
    return this.locations.toView(await this.locations.get(id));
  }

  @Get('tables/:tableToken')
  @Access('public')
  async table(@Param('tableToken') token: string): Promise<TableView> {
    return toTableView(await this.locations.tableByToken(token));
  }

  @Get('locations/:locationId/tables')
  @Access('orders.read')
  async tables(@Param('locationId') id: string, @CurrentActor() actor: Actor): Promise<StaffTableView[]> {
    if (actor.kind !== 'staff' || actor.locationId !== id) {
      throw new DomainError('not_found', 'There is no such restaurant.');
    }
    return (await this.locations.tables(id)).map(toStaffTableView);
  }
}
