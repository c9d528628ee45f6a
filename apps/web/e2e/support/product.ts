import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role, SessionView } from '@comanda/shared';
import { expect, test } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';

export interface Product {
  /** Where the site answers, without a slash at the end. */
  address: string;
}

/** Starts the built product with an empty embedded database before the tests of a file, and ends it after them. */
export function startProduct(): Product {
  const product: Product = { address: '' };
  const folder = mkdtempSync(join(tmpdir(), 'comanda-browser-'));
  let stop = (): unknown => undefined;

  test.beforeAll(async () => {
    const port = await freePort();
    product.address = `http://localhost:${String(port)}`;
    const env = {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      // The menu stays as it is while a test looks at it.
      DEMO_PHOTOS: 'off',
      NODE_COMPILE_CACHE: 'test-results/compiled',
    };
    const program = spawn(process.execPath, ['apps/api/dist/main.js'], { env, stdio: 'ignore' });
    stop = () => program.kill();
    await expect.poll(() => statusOf(`${product.address}/readyz`), { timeout: 20_000 }).toBe(200);
  });

  test.afterAll(() => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return product;
}

/** A member of the demo's staff on the API, logged in. */
export interface DemoStaff {
  readonly api: APIRequestContext;
  readonly session: SessionView;
}

/** Logs one of the demo's staff in over the API, apart from the browser. */
export async function logInAs(
  role: Role,
  { address }: Product,
  requests: { newContext(options: object): Promise<APIRequestContext> },
): Promise<DemoStaff> {
  const guest = await requests.newContext({ baseURL: `${address}/api/v1/` });
  const data = { email: `${role}@fennel-and-ember.example`, password: `demo-${role}-pass` };
  const session = (await (await guest.post('session', { data })).json()) as SessionView;
  const api = await requests.newContext({
    baseURL: `${address}/api/v1/`,
    storageState: await guest.storageState(),
    extraHTTPHeaders: { 'x-csrf-token': session.csrfToken },
  });
  return { api, session };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    (answer) => answer.status,
    () => 0,
  );
}
