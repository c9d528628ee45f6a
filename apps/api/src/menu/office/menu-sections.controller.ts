import { Body, Controller, Delete, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EditedSectionView, EditOutcome, MenuSectionView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../../platform/openapi/index.js';
import { EntityEditing } from './entity-editing.js';
import { OrderSectionsDto, SectionDto } from './menu-entity.dto.js';
import { requirePrecondition, requirePutPrecondition } from './preconditions.js';

/** The headings of the menu and the order of its dishes. */
@ApiTags('Menu office')
@Controller('locations/:locationId/menu-sections')
export class MenuSectionsController {
  constructor(private readonly entities: EntityEditing) {}

  @Get()
  @Access('menu.read')
  @ApiOperation({
    operationId: 'listMenuSections',
    summary: 'All sections in all languages, each with the version that a change must name',
    description:
      'In the order in which guests see them. Send the `etag` of a section as `If-Match` when you replace it.',
  })
  @AnswersList('MenuSectionView')
  async list(@Param('locationId') locationId: string): Promise<MenuSectionView[]> {
    return this.entities.sections(locationId);
  }

  @Put()
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'orderMenuSections',
    summary: 'Bring the sections into another order; refused unless it names all that there are',
    description: 'Send the ids of all sections in the order in which guests shall see them.',
  })
  @Answers('EditOutcome')
  async order(
    @CurrentActor() staff: Staff,
    @Param('locationId') locationId: string,
    @Body() body: OrderSectionsDto,
  ): Promise<EditOutcome> {
    return this.entities.orderSections(locationId, staff.name, body);
  }

  @Put(':sectionId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'putMenuSection',
    summary: 'Make a section (If-None-Match: *) or replace the whole of it (If-Match)',
    description: 'With `itemIds`, its items in their order. A new section comes last.',
  })
  @Answers('EditedSectionView', { etag: true, alsoWith: 201 })
  async put(
    @CurrentActor() staff: Staff,
    @Param() { locationId, sectionId: id }: Path,
    @Body() body: SectionDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers() headers: Preconditions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedSectionView> {
    const seen = requirePutPrecondition(ifMatch, headers['if-none-match']);
    const view = await this.entities.putSection({ locationId, id, by: staff.name }, seen, body);
    reply.status(seen === 'nothing' ? 201 : 200).header('etag', view.etag);
    return view;
  }

  @Delete(':sectionId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'removeMenuSection',
    summary: 'Remove a section; refused while items stand in it alone',
    description: 'The answer of a refusal names the items; move them first, or delete them.',
  })
  @Answers('EditOutcome')
  @Refuses('in_use')
  async remove(
    @CurrentActor() staff: Staff,
    @Param() { locationId, sectionId: id }: Path,
    @Headers('if-match') seen: string | undefined,
  ): Promise<EditOutcome> {
    return this.entities.remove('section', { locationId, id, by: staff.name }, requirePrecondition(seen));
  }
}

interface Path {
  readonly locationId: string;
  readonly sectionId: string;
}

interface Preconditions {
  readonly 'if-none-match'?: string;
}
