import { Body, Controller, Delete, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { EditedGroupView, EditOutcome, ModifierGroupView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../../platform/openapi/index.js';
import { EntityEditing } from './entity-editing.js';
import { GroupDto } from './menu-entity.dto.js';
import { requirePrecondition, requirePutPrecondition } from './preconditions.js';

/** What guests choose from, leave out and add. */
@ApiTags('Menu office')
@Controller('locations/:locationId/modifier-groups')
export class ModifierGroupsController {
  constructor(private readonly entities: EntityEditing) {}

  @Get()
  @Access('menu.read')
  @ApiOperation({
    operationId: 'listModifierGroups',
    summary: 'All groups in all languages, each with the version that a change must name',
    description: 'For the office. Send the `etag` of a group as `If-Match` when you replace it.',
  })
  @AnswersList('ModifierGroupView')
  async list(@Param('locationId') locationId: string): Promise<ModifierGroupView[]> {
    return this.entities.groups(locationId);
  }

  @Put(':groupId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'putModifierGroup',
    summary: 'Make a group (If-None-Match: *) or replace the whole of it (If-Match)',
    description: 'What is absent, the group does not have, except for recipes of options, which stay.',
  })
  @Answers('EditedGroupView', { etag: true, alsoWith: 201 })
  async put(
    @CurrentActor() staff: Staff,
    @Param() { locationId, groupId: id }: Path,
    @Body() body: GroupDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers() headers: Preconditions,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedGroupView> {
    const seen = requirePutPrecondition(ifMatch, headers['if-none-match']);
    const view = await this.entities.putGroup({ locationId, id, by: staff.name }, seen, body);
    reply.status(seen === 'nothing' ? 201 : 200).header('etag', view.etag);
    return view;
  }

  @Delete(':groupId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'removeModifierGroup',
    summary: 'Remove a group; refused while something asks with it',
    description: 'The answer of a refusal names the items, sizes and options that ask with it.',
  })
  @Answers('EditOutcome')
  @Refuses('in_use')
  async remove(
    @CurrentActor() staff: Staff,
    @Param() { locationId, groupId: id }: Path,
    @Headers('if-match') seen: string | undefined,
  ): Promise<EditOutcome> {
    return this.entities.remove('modifier-group', { locationId, id, by: staff.name }, requirePrecondition(seen));
  }
}

interface Path {
  readonly locationId: string;
  readonly groupId: string;
}

interface Preconditions {
  readonly 'if-none-match'?: string;
}
