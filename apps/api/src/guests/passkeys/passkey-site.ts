import { isIP } from 'node:net';
import { DomainError } from '../../platform/http/index.js';

/** What a passkey belongs to (WebAuthn: the relying party and its origin). */
export interface PasskeySite {
  readonly rpId: string;
  readonly origin: string;
}

/** Browsers give passkeys to https and localhost alone, and never to a bare address; null elsewhere. */
export function passkeySite(origin: string): PasskeySite | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  const local = hostname === 'localhost' || hostname.endsWith('.localhost');
  return protocol === 'https:' || local ? { rpId: hostname, origin } : null;
}

/** The same; throws `insecure_transport` instead of null. */
export function requirePasskeySite(origin: string): PasskeySite {
  const site = passkeySite(origin);
  if (site) return site;
  throw new DomainError('insecure_transport', 'Passkeys need https and a name. Log in by mail here.');
}
