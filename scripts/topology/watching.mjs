import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { place, visit } from '../installation/guests.mjs';
import { freePort } from '../installation/processes.mjs';
import { check } from '../installation/report.mjs';

/** As much of an OpenTelemetry collector as keeps what it is sent, and the settings that make a process send there. */
export class Watcher {
  bodies = [];

  static async open() {
    const watcher = new Watcher();
    const server = createServer(async (request, response) => {
      watcher.bodies.push(Buffer.concat(await request.toArray()).toString());
      response.setHeader('Content-Type', 'application/json').end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    watcher.metricsPort = await freePort();
    watcher.env = {
      METRICS_PORT: String(watcher.metricsPort),
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.address().port}`,
      OTEL_SERVICE_NAME: 'comanda-watched',
    };
    return watcher;
  }
}

/** A process that is told to by its environment sends traces and can be scraped. */
export async function watched({ api, watcher }) {
  const restaurant = await visit(api.address);
  const { body } = await place(api.address, restaurant);
  const scraped = await (await fetch(`http://127.0.0.1:${watcher.metricsPort}/metrics`)).text();
  const counted = /http_request_duration_seconds_count\{method="POST",route="[^"]*\/orders",status="201"\} [1-9]/;
  check('Prometheus can scrape it', counted.test(scraped), `${scraped.split('\n').length} lines`);
  // Spans are sent together, every five seconds.
  await wait(6000);
  const sent = watcher.bodies.join('');
  const spans = sent.match(/"spanId"/g)?.length ?? 0;
  const whole = ['comanda-watched', 'POST /api/v1/locations/:locationId/orders', 'COMMIT'];
  check(
    'its traces reach the collector',
    whole.every((text) => sent.includes(text)),
    `${spans} spans`,
  );
  check('they tell no secret', !sent.includes(body.trackingToken) && !scraped.includes(body.trackingToken));
}
