import type { FastifyRequest } from 'fastify';

/** Where guests reach the site: where links in letters lead, and to what passkeys belong. */
export class SiteAddress {
  /** `fixed` is what the operator has set: a caller could name any host. */
  constructor(private readonly fixed?: string) {}

  /** Scheme, host and port, without a slash at the end. */
  originFor({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
    return this.fixed ?? `${protocol}://${host}`;
  }
}
