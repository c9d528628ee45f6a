import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { LocationOfficeView, LocationView, StaffTableView, TableView } from '@comanda/shared';
import { Access, actorName, CurrentActor } from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { Answers, AnswersList } from '../platform/openapi/index.js';
import { ChangeLocationDto } from './location.dto.js';
import { LocationChange } from './location-change.js';
import { LocationDirectory } from './location-directory.js';
import { PauseOrderingDto } from './pause-ordering.dto.js';
import { OrderingSwitch } from './ordering-switch.js';
import { toStaffTableView, toTableView } from './location-view.js';

@ApiTags('Locations')
@Controller()
export class LocationsController {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly ordering: OrderingSwitch,
    private readonly changing: LocationChange,
  ) {}

  @Get('locations')
  @Access('public')
  @ApiOperation({
    operationId: 'listLocations',
    summary: 'All restaurants of this installation',
    description: 'With address, hours, currency, languages and whether they take orders just now.',
  })
  @AnswersList('LocationView')
  async list(): Promise<LocationView[]> {
    return (await this.locations.list()).map((location) => this.locations.toView(location));
  }

  @Get('locations/:locationId')
  @Access('public')
  @ApiOperation({
    operationId: 'getLocation',
    summary: 'One restaurant',
    description: '`acceptingOrders` says whether orders are taken just now, `opensAt` from when on if not.',
  })
  @Answers('LocationView')
  async get(@Param('locationId') id: string): Promise<LocationView> {
    return this.locations.toView(await this.locations.get(id));
  }

  @Get('locations/:locationId/settings')
  @Access('location.edit')
  @ApiOperation({
    operationId: 'getLocationSettings',
    summary: 'The settings of a restaurant',
    description: 'What anybody may know of it, and its delivery zones and stations.',
  })
  @Answers('LocationOfficeView')
  async settings(@Param('locationId') id: string): Promise<LocationOfficeView> {
    return this.locations.toOfficeView(await this.locations.get(id));
  }

  @Patch('locations/:locationId')
  @Access('location.edit')
  @ApiOperation({
    operationId: 'changeLocation',
    summary: 'Change settings, stations, tables and tax rules',
    description:
      'What is left out stays. Stations, tables and tax rules that are named are added or changed; others stay.',
  })
  @Answers('LocationView')
  async change(
    @Param('locationId') id: string,
    @Body() body: ChangeLocationDto,
    @CurrentActor() actor: Actor,
  ): Promise<LocationView> {
    return this.changing.change(id, body, actorName(actor));
  }

  @Get('tables/:tableToken')
  @Access('public')
  @ApiOperation({
    operationId: 'getTable',
    summary: 'The table behind a QR code',
    description: 'The token in the path is what the QR code at the table holds: it stands for sitting there.',
  })
  @Answers('TableView')
  async table(@Param('tableToken') token: string): Promise<TableView> {
    return toTableView(await this.locations.tableByToken(token));
  }

  @Get('locations/:locationId/tables')
  @Access('orders.read')
  @ApiOperation({
    operationId: 'listTables',
    summary: 'Tables with the path of their QR codes',
    description: 'The path of a QR code holds a secret token; print it for the table and give it to nobody else.',
  })
  @AnswersList('StaffTableView')
  async tables(@Param('locationId') id: string): Promise<StaffTableView[]> {
    return (await this.locations.tables(id)).map(toStaffTableView);
  }

  @Put('locations/:locationId/ordering')
  @Access('location.edit')
  @ApiOperation({
    operationId: 'setOrdering',
    summary: 'Pause ordering, or go on',
    description: 'Guests may still read the menu. With `until` it goes on by itself.',
  })
  @Answers('LocationView')
  async pause(
    @Param('locationId') id: string,
    @Body() body: PauseOrderingDto,
    @CurrentActor() actor: Actor,
  ): Promise<LocationView> {
    return this.ordering.set(id, body, actorName(actor));
  }
}
