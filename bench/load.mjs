import { readFileSync } from 'node:fs';
import { Connection } from './http-client.mjs';

const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used so far. */
export function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Megabytes of memory that a process holds. */
export function memoryMegabytes(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values) =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/**
 * Sends requests over so many connections for some seconds, each the next as soon as the last is answered. `next` gives
 * a connection, told by its number, its next request. Counts the answers by status.
 */
export async function drive({ origin, connections, seconds, next }) {
  const latencies = [];
  const statuses = {};
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const worker = async (_, number) => {
    const connection = new Connection(origin);
    for (let sent = performance.now(); sent < end;) {
      const { status } = await connection.ask(next(number));
      const answered = performance.now();
      latencies.push(answered - sent);
      statuses[status] = (statuses[status] ?? 0) + 1;
      sent = answered;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const took = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    statuses,
    count: latencies.length,
    perSecond: latencies.length / took,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}
