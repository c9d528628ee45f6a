import { Global, Module } from '@nestjs/common';
import { RouteTable } from './edge/route-table.js';
import { IdempotencyKeyRepository } from './idempotency/idempotency-key.repository.js';
import { IdempotencySweeper } from './idempotency/idempotency-sweeper.js';
import { Idempotency } from './idempotency/idempotency.js';

@Global()
@Module({
  providers: [Idempotency, IdempotencyKeyRepository, IdempotencySweeper, RouteTable],
  exports: [Idempotency, IdempotencyKeyRepository, RouteTable],
})
export class HttpModule {}
