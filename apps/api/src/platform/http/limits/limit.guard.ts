import { Injectable, SetMetadata } from '@nestjs/common';
import type { CanActivate, CustomDecorator, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../access.js';
import { refuse, standingsOf, tell } from './limit-requests.js';
import type { Standing } from './rate-limits.js';
import { RateLimits } from './rate-limits.js';

const LIMITED = 'comanda:limited';
type Limited = 'order' | 'hold' | 'pairing' | 'log-in' | 'mail';

/** Gives a route a tighter limit than the rest: log-ins, mails, the pairing of screens, orders and held times of guests. */
export const LimitedTo = (limited: Limited): CustomDecorator => SetMetadata(LIMITED, limited);

/** Counts staff by who they are instead of where they sit, and what is tighter limited; runs after the AccessGuard. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const byAddress = standingsOf(request);
    if (!byAddress) return true;
    const limited = this.reflector.get<Limited | undefined>(LIMITED, context.getHandler());
    const standings = await this.#count(request, byAddress, limited);
    const reply = http.getResponse<FastifyReply>();
    if (standings.some(({ exceeded }) => exceeded)) refuse(reply, standings);
    tell(request, reply, standings);
    return true;
  }

  async #count(
    request: FastifyRequest,
    byAddress: readonly Standing[],
    limited: Limited | undefined,
  ): Promise<readonly Standing[]> {
    const actor = actorOf(request);
    if (actor.kind === 'staff' && limited !== 'log-in') {
      for (const each of byAddress) await this.limits.giveBack(each);
      const own = [await this.limits.take('staff', actor.id)];
      return limited === 'pairing' ? [...own, await this.limits.take('pairing', actor.id)] : own;
    }
    if (limited === 'log-in') return [...byAddress, ...(await this.#logIn(request, byAddress))];
    if (limited === 'mail') return [...byAddress, ...(await this.#mail(request, byAddress))];
    const tighter = limited !== undefined && byAddress.some(({ policy }) => policy === 'address');
    return tighter ? [...byAddress, await this.limits.take(limited, request.ip)] : byAddress;
  }

  async #mail({ body, ip }: FastifyRequest, byAddress: readonly Standing[]): Promise<Standing[]> {
    const ofAddress = byAddress.some(({ policy }) => policy === 'address')
      ? [await this.limits.take('mail-address', ip)]
      : [];
    return [...ofAddress, await this.limits.take('mail', accountIn(body))];
  }

  async #logIn({ body, ip }: FastifyRequest, byAddress: readonly Standing[]): Promise<Standing[]> {
    const account = accountIn(body);
    const ofAddress = byAddress.some(({ policy }) => policy === 'address')
      ? [await this.limits.take('log-in-address', ip)]
      : [];
    return [
      ...ofAddress,
      await this.limits.take('log-in', `${ip} ${account}`),
      await this.limits.take('log-in-account', account),
    ];
  }
}

function accountIn(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}
