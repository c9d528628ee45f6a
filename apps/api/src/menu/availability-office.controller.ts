import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AvailabilityView, SuspendableKind } from '@comanda/shared';
import { Transactions } from '../platform/database/index.js';
import type { Tx } from '../platform/database/index.js';
import { Access, CurrentActor, DomainError } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers } from '../platform/openapi/index.js';
import { AvailabilityStore } from './availability-store.js';
import { CountdownDto, SuspendDto } from './availability.dto.js';
import { MenuStore } from './menu-store.js';

interface Target<Kind> {
  readonly kind: Kind;
  readonly id: string;
}

/** Takes things off sale ("86"), puts them back and counts portions. */
@ApiTags('Availability')
@Controller('locations/:locationId')
export class AvailabilityOfficeController {
  constructor(
    private readonly store: AvailabilityStore,
    private readonly menus: MenuStore,
    private readonly transactions: Transactions,
  ) {}

  @Put('suspensions/:kind/:id')
  @Access('menu.suspend')
  @ApiOperation({
    operationId: 'suspend',
    summary: 'Take an item, variant or option off sale',
    description:
      'At once and on every screen. With `until` it comes back by itself; an order that is placed already stays.',
  })
  @Answers('AvailabilityView')
  async suspend(
    @CurrentActor() staff: Staff,
    @Param() { locationId, kind, id }: PathOfTarget,
    @Body() { until, reason }: SuspendDto,
  ): Promise<AvailabilityView> {
    const target = await this.#suspendable(locationId, kind, id);
    const suspension = {
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { untilMs: Date.parse(until) }),
    };
    return this.#run(locationId, (tx) => this.store.suspend(tx, locationId, target, suspension, staff.name));
  }

  @Delete('suspensions/:kind/:id')
  @Access('menu.suspend')
  @ApiOperation({
    operationId: 'liftSuspension',
    summary: 'Put it back on sale',
    description: 'Lifts what a person or a countdown has taken off sale. On sale already, it is answered as it is.',
  })
  @Answers('AvailabilityView')
  async lift(@CurrentActor() staff: Staff, @Param() { locationId, kind, id }: PathOfTarget): Promise<AvailabilityView> {
    const target = await this.#suspendable(locationId, kind, id);
    return this.#run(locationId, (tx) => this.store.lift(tx, locationId, target, staff.name));
  }

  @Put('countdowns/:kind/:id')
  @Access('menu.suspend')
  @ApiOperation({
    operationId: 'setCountdown',
    summary: 'Say how many portions are left',
    description: 'Each order counts them down; the last one takes it off sale.',
  })
  @Answers('AvailabilityView')
  async count(
    @CurrentActor() staff: Staff,
    @Param() { locationId, kind, id }: PathOfTarget,
    @Body() { remaining }: CountdownDto,
  ): Promise<AvailabilityView> {
    const target = await this.#countable(locationId, kind, id);
    return this.#run(locationId, (tx) => this.store.setCountdown(tx, locationId, target, remaining, staff.name));
  }

  @Delete('countdowns/:kind/:id')
  @Access('menu.suspend')
  @ApiOperation({
    operationId: 'clearCountdown',
    summary: 'Count no longer',
    description: 'It is sold without a limit again; what a countdown had taken off sale comes back.',
  })
  @Answers('AvailabilityView')
  async uncount(
    @CurrentActor() staff: Staff,
    @Param() { locationId, kind, id }: PathOfTarget,
  ): Promise<AvailabilityView> {
    const target = await this.#countable(locationId, kind, id);
    return this.#run(locationId, (tx) => this.store.clearCountdown(tx, locationId, target, staff.name));
  }

  async #run(locationId: string, work: (tx: Tx) => Promise<void>): Promise<AvailabilityView> {
    await this.transactions.run(work);
    return this.store.current(locationId);
  }

  async #suspendable(locationId: string, kind: string, id: string): Promise<Target<SuspendableKind>> {
    if (kind !== 'option') return this.#countable(locationId, kind, id);
    const { index } = await this.menus.current(locationId);
    if (!index.options.has(id)) throw notOnTheMenu();
    return { kind, id };
  }

  async #countable(locationId: string, kind: string, id: string): Promise<Target<'item' | 'variant'>> {
    const { index } = await this.menus.current(locationId);
    if (kind === 'item' && index.items.has(id)) return { kind, id };
    if (kind === 'variant' && index.variants.has(id)) return { kind, id };
    throw notOnTheMenu();
  }
}

interface PathOfTarget {
  readonly locationId: string;
  readonly kind: string;
  readonly id: string;
}

function notOnTheMenu(): DomainError {
  return new DomainError('not_found', 'There is no such item, variant or option on the menu.');
}
