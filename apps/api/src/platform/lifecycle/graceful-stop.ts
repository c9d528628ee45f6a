import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Readiness } from '../health/index.js';

/** What is still running then is cut off: longer than any request of ours takes. */
const LONGEST_STOP_MS = 20_000;
/** How often connections that have fallen idle are looked for. */
const SWEEP_MS = 50;

export interface StopPlan {
  /** How long it goes on serving after SIGTERM although it says that it is not ready. */
  readonly drainSeconds: number;
  /** What is closed after the last request: metrics, traces. */
  readonly afterwards: readonly (() => Promise<void>)[];
  readonly tell: (sentence: string) => void;
}

/** While the process drains, each answer asks its caller to open the next connection elsewhere. */
export function askToReconnectWhileDraining(fastify: FastifyInstance, readiness: Readiness): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (readiness.draining) void reply.header('Connection', 'close');
    done();
  });
}

/**
 * On SIGTERM: says that it is not ready, goes on serving until the proxy has noticed, finishes what has begun and ends
 * with 0. SIGINT (Ctrl-C) does not wait for a proxy. A second signal ends it at once.
 */
export function stopOnSignals(app: NestFastifyApplication, plan: StopPlan): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void stopGracefully(app, signal === 'SIGTERM' ? plan.drainSeconds * 1000 : 0, plan).then((code) =>
      process.exit(code),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function stopGracefully(app: NestFastifyApplication, drainMs: number, plan: StopPlan): Promise<0 | 1> {
  app.get(Readiness).drain();
  await sleep(drainMs);
  const { server } = app.getHttpAdapter().getInstance();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const late = sleep(LONGEST_STOP_MS, 'late' as const, { ref: false });
  const closed = closeAll(app, plan).then(() => 'closed' as const);
  const outcome = await Promise.race([closed, late]);
  clearInterval(sweep);
  if (outcome === 'closed') return 0;
  plan.tell('Requests were still running when the time to stop was over; they were cut off.');
  return 1;
}

async function closeAll(app: NestFastifyApplication, { afterwards, tell }: StopPlan): Promise<void> {
  const steps = [() => app.close(), ...afterwards];
  for (const step of steps) await step().catch((error: unknown) => tell(`While stopping: ${String(error)}`));
}
