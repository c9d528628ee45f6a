import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import type { LocationView, StaffTableView, TableView } from '@comanda/shared';
import { Access, actorName, CurrentActor } from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { ChangeLocationDto } from './location.dto.js';
import { LocationChange } from './location-change.js';
import { LocationDirectory } from './location-directory.js';
import { PauseOrderingDto } from './pause-ordering.dto.js';
import { OrderingSwitch } from './ordering-switch.js';
import { toStaffTableView, toTableView } from './location-view.js';

@Controller()
export class LocationsController {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly ordering: OrderingSwitch,
    private readonly changing: LocationChange,
  ) {}

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

  @Patch('locations/:locationId')
  @Access('location.edit')
  async change(
    @Param('locationId') id: string,
    @Body() body: ChangeLocationDto,
    @CurrentActor() actor: Actor,
  ): Promise<LocationView> {
    return this.changing.change(id, body, actorName(actor));
  }

  @Get('tables/:tableToken')
  @Access('public')
  async table(@Param('tableToken') token: string): Promise<TableView> {
    return toTableView(await this.locations.tableByToken(token));
  }

  @Get('locations/:locationId/tables')
  @Access('orders.read')
  async tables(@Param('locationId') id: string): Promise<StaffTableView[]> {
    return (await this.locations.tables(id)).map(toStaffTableView);
  }

  @Put('locations/:locationId/ordering')
  @Access('location.edit')
  async pause(
    @Param('locationId') id: string,
    @Body() body: PauseOrderingDto,
    @CurrentActor() actor: Actor,
  ): Promise<LocationView> {
    return this.ordering.set(id, body, actorName(actor));
  }
}
