import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PushKeyView, PushSubscriptionView } from '@comanda/shared';
import { Access, LimitedTo } from '../platform/http/index.js';
import { Answers, Refuses } from '../platform/openapi/index.js';
import { PushKeys } from './push-keys.js';
import { PushSubscriptions } from './push-subscriptions.js';
import { PushSubscriptionDto } from './push.dto.js';

/** A guest's device that wants to hear of an order while the page is closed. */
@ApiTags('Tracking')
@Controller()
export class PushController {
  constructor(
    private readonly keys: PushKeys,
    private readonly subscriptions: PushSubscriptions,
  ) {}

  @Get('push-key')
  @Access('public')
  @ApiOperation({
    operationId: 'getPushKey',
    summary: 'The key with which a browser subscribes',
    description: 'The `applicationServerKey` of `PushManager.subscribe`; the same for ever.',
  })
  @Answers('PushKeyView')
  async key(): Promise<PushKeyView> {
    return { publicKey: (await this.keys.get()).publicKey };
  }

  @Post('tracking/:trackingToken/push-subscriptions')
  @HttpCode(200)
  @Access('public')
  @LimitedTo('order')
  @ApiOperation({
    operationId: 'subscribeToOrder',
    summary: 'Be told on this device what becomes of the order',
    description:
      'As web push: accepted, ready, on its way, rejected, cancelled, each once. It ends with the order. The same device asks twice and is told once.',
  })
  @Answers('PushSubscriptionView')
  @Refuses('invalid_transition')
  async add(@Param('trackingToken') token: string, @Body() body: PushSubscriptionDto): Promise<PushSubscriptionView> {
    return { id: await this.subscriptions.add(token, body) };
  }

  @Delete('tracking/:trackingToken/push-subscriptions/:subscriptionId')
  @HttpCode(204)
  @Access('public')
  @ApiOperation({
    operationId: 'unsubscribeFromOrder',
    summary: 'Be told no more on this device',
    description: 'Takes the `id` that subscribing answered. One that is not there is gone already.',
  })
  async remove(@Param() { trackingToken, subscriptionId }: SubscriptionPath): Promise<void> {
    await this.subscriptions.remove(trackingToken, subscriptionId);
  }
}

interface SubscriptionPath {
  readonly trackingToken: string;
  readonly subscriptionId: string;
}
