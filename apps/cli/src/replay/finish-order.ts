import type { EventView, StaffOrderView, TicketView } from '@comanda/shared';
import { problemOf } from '../api/answer.js';
import type { Answer } from '../api/answer.js';
import { jsonCall } from '../api/house.js';
import type { House } from '../api/house.js';
import { EXIT, Failure } from '../failure.js';
import { sentencesOf } from '../api/answer.js';

const WHATEVER_VERSION = { 'if-match': '*' };

/** Takes an order of the past to its end: bumps its tickets and hands it over. What has been done already stays done. */
export async function finishOrder(house: House, orderId: string): Promise<void> {
  const { state } = await house.get<StaffOrderView>(`/orders/${orderId}`);
  if (state === 'placed') await step(house, `/orders/${orderId}/acceptance`);
  if (state === 'placed' || state === 'in-kitchen') {
    for (const ticketId of await ticketsOf(house, orderId)) await step(house, `/tickets/${ticketId}/bump`);
  }
  if (state === 'placed' || state === 'in-kitchen' || state === 'ready') {
    await step(house, `/orders/${orderId}/hand-over`);
  }
}

async function ticketsOf(house: House, orderId: string): Promise<string[]> {
  const events = await house.get<EventView[]>(`/orders/${orderId}/events`);
  return events
    .filter(({ type }) => type === 'ticket.fired')
    .map(({ data }) => (data as { ticket: TicketView }).ticket.id);
}

async function step(house: House, path: string): Promise<void> {
  const answer = await house.send(jsonCall('POST', path, {}, WHATEVER_VERSION));
  if (answer.status < 300 || isDone(answer)) return;
  const { sentence, particulars } = sentencesOf(answer);
  throw new Failure(EXIT.refused, sentence, particulars);
}

function isDone(answer: Answer): boolean {
  return problemOf(answer)?.code === 'invalid_transition';
}
