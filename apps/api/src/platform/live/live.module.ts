import { Global, Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { LiveStream } from './live-stream.js';

@Global()
@Module({ controllers: [EventsController], providers: [LiveStream], exports: [LiveStream] })
export class LiveModule {}
