/** Where the device keeps what it ordered last; apart, so that the menu can look without loading the rest. */
export function pastOrderKey(locationId: string): string {
  return `comanda.past-order.${locationId}`;
}
