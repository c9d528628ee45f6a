import { Body, Controller, Delete, Get, Headers, Param, Patch, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EditedItemView, EditOutcome, MenuItemsView, MenuItemView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, Refuses } from '../../platform/openapi/index.js';
import { ChangeItemDto, ChangeVariantDto } from './change-item.dto.js';
import { EntityEditing } from './entity-editing.js';
import { ItemEditing } from './item-editing.js';
import { PutItemDto } from './menu-entity.dto.js';
import { isKnown, requirePrecondition, requirePutPrecondition } from './preconditions.js';

/** Single dishes and their sizes in the office. */
@ApiTags('Menu office')
@Controller('locations/:locationId')
export class MenuItemsController {
  constructor(
    private readonly items: ItemEditing,
    private readonly entities: EntityEditing,
  ) {}

  @Get('menu-items')
  @Access('menu.read')
  @ApiOperation({
    operationId: 'listMenuItems',
    summary: 'All items in all languages, each with the version that a change must name',
    description: 'For the office. Send the `etag` of an item as `If-Match` when you change it.',
  })
  @Answers('MenuItemsView')
  async list(@Param('locationId') locationId: string): Promise<MenuItemsView> {
    return this.items.list(locationId);
  }

  @Get('menu-items/:itemId')
  @Access('menu.read')
  @ApiOperation({
    operationId: 'getMenuItem',
    summary: 'One item with the sections in which it stands',
    description: 'In all languages. Send the `ETag` as `If-None-Match` to ask whether it has changed.',
  })
  @Answers('MenuItemView', { etag: true })
  async get(
    @Param('locationId') locationId: string,
    @Param('itemId') itemId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MenuItemView | undefined> {
    const view = await this.items.get(locationId, itemId);
    reply.header('etag', view.etag).header('cache-control', 'no-cache');
    if (!isKnown(known, view.etag)) return view;
    reply.status(304);
    return undefined;
  }

  @Patch('menu-items/:itemId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'changeMenuItem',
    summary: 'Change some fields of an item; the guests see it at once',
    description: 'What is absent stays, null takes a value away. The answer tells what is to be looked at now.',
  })
  @Answers('EditedItemView', { etag: true })
  async change(
    @CurrentActor() staff: Staff,
    @Param() { locationId, itemId }: ItemPath,
    @Body() body: ChangeItemDto,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedItemView> {
    const editor = { seen: requirePrecondition(seen), by: staff.name };
    return tagged(reply, await this.items.change(locationId, itemId, body, editor));
  }

  @Patch('menu-variants/:variantId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'changeMenuVariant',
    summary: "Change price or name of a size; the version is its item's",
    description: 'What is absent stays. Orders that are placed already keep their prices.',
  })
  @Answers('EditedItemView', { etag: true })
  async changeVariant(
    @CurrentActor() staff: Staff,
    @Param() { locationId, variantId }: VariantPath,
    @Body() body: ChangeVariantDto,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedItemView> {
    const editor = { seen: requirePrecondition(seen), by: staff.name };
    return tagged(reply, await this.items.changeVariant(locationId, variantId, body, editor));
  }

  @Put('menu-items/:itemId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'putMenuItem',
    summary: 'Make an item (If-None-Match: *) or replace the whole of it (If-Match)',
    description:
      'What is absent, the item does not have, except for recipes and sections, which stay. A size with a price in an option cannot be left out.',
  })
  @Answers('EditedItemView', { etag: true, alsoWith: 201 })
  @Refuses('in_use')
  async put(
    @CurrentActor() staff: Staff,
    @Param() { locationId, itemId }: ItemPath,
    @Body() body: PutItemDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers() headers: Preconditions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedItemView> {
    const target = { locationId, id: itemId, by: staff.name };
    const seen = requirePutPrecondition(ifMatch, headers['if-none-match']);
    if (seen === 'nothing') reply.status(201);
    return tagged(reply, await this.entities.putItem(target, seen, body));
  }

  @Delete('menu-items/:itemId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'removeMenuItem',
    summary: 'Take an item off the menu; refused while it is an option of something',
    description: 'It leaves its sections too. The answer of a refusal names the options that are this item.',
  })
  @Answers('EditOutcome')
  @Refuses('in_use')
  async remove(
    @CurrentActor() staff: Staff,
    @Param() { locationId, itemId }: ItemPath,
    @Headers('if-match') seen: string | undefined,
  ): Promise<EditOutcome> {
    const target = { locationId, id: itemId, by: staff.name };
    return this.entities.remove('item', target, requirePrecondition(seen));
  }
}

interface Preconditions {
  readonly 'if-none-match'?: string;
}

interface ItemPath {
  readonly locationId: string;
  readonly itemId: string;
}

interface VariantPath {
  readonly locationId: string;
  readonly variantId: string;
}

function tagged(reply: FastifyReply, view: EditedItemView): EditedItemView {
  reply.header('etag', view.etag);
  return view;
}
