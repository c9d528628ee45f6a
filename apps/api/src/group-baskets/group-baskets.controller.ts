import { createHash } from 'node:crypto';
import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { GroupBasketView, GroupMembershipView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, etag, isUnchanged, LimitedTo, unchanged } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { GroupLanguageQuery, GroupPersonDto } from './group-baskets.dto.js';
import { GroupBaskets } from './group-baskets.js';
import { GroupReading } from './group-reading.js';

/** What anybody with the link does: see the basket, and join. */
@ApiTags('Group baskets')
@Controller()
export class GroupBasketsController {
  constructor(
    private readonly baskets: GroupBaskets,
    private readonly reading: GroupReading,
  ) {}

  @Post('locations/:locationId/group-baskets')
  @Access('public')
  @LimitedTo('order')
  @ApiOperation({
    operationId: 'openGroupBasket',
    summary: 'Open a basket that several people fill',
    description:
      'The answer holds two secrets: `groupToken` goes into the link for everybody, `memberToken` stays with the host. It ends eight hours after the last change.',
  })
  @Answers('GroupMembershipView')
  @Refuses('not_available')
  async open(@Param('locationId') locationId: string, @Body() body: GroupPersonDto): Promise<GroupMembershipView> {
    const { basket, person } = await this.baskets.open(locationId, body.name);
    return {
      groupToken: basket.token,
      memberToken: person.token,
      personId: person.id,
      basket: await this.reading.byId(basket.id, body.language),
    };
  }

  @Get('group-baskets/:groupToken')
  @Access('public')
  @ApiOperation({
    operationId: 'getGroupBasket',
    summary: 'Who has what in the basket, and what it costs',
    description:
      'At the prices of the moment, and with all that cannot be had. Ask every few seconds with `If-None-Match`: the answer is 304 as long as nothing has changed.',
  })
  @Answers('GroupBasketView', { etag: true })
  async get(
    @Param('groupToken') groupToken: string,
    @Query() { language }: GroupLanguageQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GroupBasketView | undefined> {
    const view = await this.reading.byLink(groupToken, language);
    const tag = etag(createHash('sha256').update(JSON.stringify(view)).digest('base64url'));
    if (isUnchanged(known, tag)) return unchanged(reply, tag);
    void reply.header('ETag', tag);
    return view;
  }

  @Post('group-baskets/:groupToken/people')
  @Access('public')
  @LimitedTo('order')
  @ApiOperation({
    operationId: 'joinGroupBasket',
    summary: 'Join with a name',
    description: 'No account: the answer holds the secret with which this person changes their own part.',
  })
  @Answers('GroupMembershipView')
  @Refuses('group_locked', 'group_ordered', 'group_expired', 'group_full')
  async join(@Param('groupToken') groupToken: string, @Body() body: GroupPersonDto): Promise<GroupMembershipView> {
    const person = await this.baskets.join(groupToken, body.name);
    const basket = await this.reading.byId(person.basketId, body.language);
    return { groupToken, memberToken: person.token, personId: person.id, basket };
  }
}
