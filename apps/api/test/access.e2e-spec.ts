import { ModulesContainer, Reflector } from '@nestjs/core';
import { startTestApp } from './test-app.js';
import type { TestApp } from './test-app.js';

const ACCESS = 'comanda:access';
const PATH = 'path';

describe('access', () => {
  let running: TestApp;
  beforeAll(async () => (running = await startTestApp()));
  afterAll(() => running.close());

  it('is declared on every route', () => {
    const reflector = running.app.get(Reflector);
    const controllers = [...running.app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    const undeclared = controllers.flatMap(({ metatype, name }) => {
      if (typeof metatype !== 'function') return [];
      const methods = Object.getOwnPropertyNames(metatype.prototype).filter((name) => name !== 'constructor');
      return methods
        .map((method) => [method, (metatype.prototype as Record<string, unknown>)[method]] as const)
        .filter((entry): entry is readonly [string, () => unknown] => typeof entry[1] === 'function')
        .filter(([, handler]) => Reflect.hasMetadata(PATH, handler))
        .filter(([, handler]) => reflector.getAllAndOverride(ACCESS, [handler, metatype]) === undefined)
        .map(([method]) => `${String(name)}.${method}`);
    });
    expect(undeclared).toEqual([]);
    expect(controllers.length).toBeGreaterThan(2);
  });

  it('to the event stream asks a guest to log in', async () => {
    const answer = await running.app.inject({ url: '/api/v1/locations/casa/events/stream' });
    expect(answer.statusCode).toBe(401);
    expect(answer.json<{ code: string }>().code).toBe('unauthenticated');
  });
});
