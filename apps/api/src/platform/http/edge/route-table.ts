import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

interface KnownPath {
  readonly shape: RegExp;
  readonly methods: Set<string>;
}

/** Which methods each path of the API takes, so that a wrong one is told from a wrong address. */
@Injectable()
export class RouteTable {
  readonly #paths = new Map<string, KnownPath>();

  /** Notes every route that is added from now on. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const known = this.#paths.get(url) ?? { shape: shapeOf(url), methods: new Set<string>() };
      this.#paths.set(url, known);
      for (const each of [method].flat()) known.methods.add(each);
    });
  }

  /** The methods that an address takes, empty when there is nothing at it. */
  methodsOf(url: string): string[] {
    const path = url.split('?')[0] ?? url;
    const methods = [...this.#paths.values()]
      .filter(({ shape }) => shape.test(path))
      .flatMap((each) => [...each.methods]);
    return methods.length === 0 ? [] : [...new Set([...methods, 'OPTIONS'])].sort();
  }

  /** Every route as method and path pattern. */
  routes(): { readonly method: string; readonly path: string }[] {
    return [...this.#paths].flatMap(([path, { methods }]) => [...methods].map((method) => ({ method, path })));
  }
}

function shapeOf(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.\\+?()[\]{}^$|]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}
