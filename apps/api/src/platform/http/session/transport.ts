import { isIP, isIPv4 } from 'node:net';
import { DomainError } from '../domain-error.js';

/** How a log-in travels. */
export type Transport = 'secure' | 'private-network' | 'open';

export interface Way {
  readonly protocol: string;
  /** Host of the request's URL, with or without port. */
  readonly host: string;
  /** Address of the caller. */
  readonly ip: string;
}

/** https and localhost are secure; plain http is bearable only inside a private network (RFC 1918, RFC 4193). */
export function transportOf({ protocol, host, ip }: Way): Transport {
  if (protocol === 'https' || isLocalhost(host)) return 'secure';
  return isPrivateAddress(ip) ? 'private-network' : 'open';
}

function isLocalhost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/** RFC 1918 networks, the loopback and link-local addresses (RFC 3927). */
const PRIVATE_IPV4 = [/^10\./, /^127\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^169\.254\./];

export function isPrivateAddress(ip: string): boolean {
  const address = ip.toLowerCase().replace(/^::ffff:/, '');
  if (!isIPv4(address)) return address === '::1' || /^f[cd]/.test(address) || /^fe[89ab]/.test(address);
  return PRIVATE_IPV4.some((pattern) => pattern.test(address));
}

/** How a request travels; throws `insecure_transport` when a log-in would travel in the open. */
export function closedTransport({ protocol, host, ip }: Way, refusal: string): Exclude<Transport, 'open'> {
  const transport = transportOf({ protocol, host, ip });
  if (transport === 'open') throw new DomainError('insecure_transport', refusal);
  return transport;
}

/** Asked from this machine or its own network, under a name that no stranger's page can have (no DNS rebinding). */
export function isFromOwnNetwork({ host, ip }: Pick<Way, 'host' | 'ip'>): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isPrivateAddress(ip) && (isLocalhost(host) || (isIP(name) !== 0 && isPrivateAddress(name)));
}
