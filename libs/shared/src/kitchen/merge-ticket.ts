/** Of two pictures of one ticket the newer; news may arrive late or twice. */
export function mergeTicket<Ticket extends { readonly version: number }>(
  existing: Ticket | undefined,
  incoming: Ticket,
): Ticket {
  return existing && existing.version >= incoming.version ? existing : incoming;
}
