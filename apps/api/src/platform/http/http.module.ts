import { Global, Module } from '@nestjs/common';
import { RouteTable } from './edge/route-table.js';
import { IdempotencyKeyRepository } from './idempotency/idempotency-key.repository.js';
import { IdempotencySweeper } from './idempotency/idempotency-sweeper.js';
import { Idempotency } from './idempotency/idempotency.js';
import { RateLimits } from './limits/rate-limits.js';

@Global()
@Module({
  providers: [Idempotency, IdempotencyKeyRepository, IdempotencySweeper, RateLimits, RouteTable],
  exports: [Idempotency, IdempotencyKeyRepository, RateLimits, RouteTable],
})
export class HttpModule {}
