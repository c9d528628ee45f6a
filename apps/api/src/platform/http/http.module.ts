import { Global, Module } from '@nestjs/common';
import { RouteTable } from './edge/route-table.js';
import { Idempotency } from './idempotency/idempotency.js';

@Global()
@Module({ providers: [Idempotency, RouteTable], exports: [Idempotency, RouteTable] })
export class HttpModule {}
