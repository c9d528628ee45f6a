import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from './setting-table.js';
import type { Setting } from './setting-table.js';
import { readSettings, SettingsRefused } from './settings.js';

describe('settings', () => {
  it('without any are port 3000 and an embedded file', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 3000, host: '0.0.0.0' });
    expect(settings.database.url).toBeUndefined();
    expect(settings.database.file).toMatch(/comanda\.sqlite$/);
  });

  it('take a MySQL address', () => {
    const url = 'mysql://cook:secret@db.local:3307/comanda';
    expect(readSettings({ DATABASE_URL: url }).database.url).toBe(url);
  });

  it('that are wrong are all named at once', () => {
    const read = () => readSettings({ PORT: 'eighty', DATABASE_URL: 'postgres://db/comanda' });
    expect(read).toThrow(SettingsRefused);
    expect(read).toThrow(/PORT is "eighty".*DATABASE_URL must look like mysql:/);
  });

  it.each(['0', '-1', '70000', '3000.5', 'eighty', '0x50'])('refuse port %p', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(SettingsRefused);
  });

  it('refuse a MySQL address without a database name', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://db.local' })).toThrow(SettingsRefused);
  });

  it('that are empty count as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', REDIS_URL: '' })).toEqual(readSettings({}));
  });

  it.each([
    ['private', ['loopback', 'linklocal', 'uniquelocal']],
    ['10.0.0.2, 10.1.0.0/16', ['10.0.0.2', '10.1.0.0/16']],
    ['fd00::/8', ['fd00::/8']],
  ])('take the proxies %s', (TRUST_PROXY, proxies) => {
    expect(readSettings({ TRUST_PROXY }).trustedProxies).toEqual(proxies);
  });

  it.each([
    { TRUST_PROXY: 'everybody' },
    { TRUST_PROXY: '10.0.0.0/33' },
    { REDIS_URL: 'localhost:6379' },
    { DEMO: 'yes' },
    { LOG_LEVEL: 'loud' },
    { METRICS_PORT: '3000' },
    { PORT: '9100', METRICS_PORT: '9100' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    { SITE_URL: 'order.example' },
    { SITE_URL: 'https://order.example/menu' },
    { MAIL_FROM: 'Corner Kitchen' },
    { MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' },
    { SMTP_URL: 'mail.example:587', MAIL_FROM: 'a@b.example', SITE_URL: 'https://order.example' },
  ])('refuse %j', (environment) => {
    expect(() => readSettings(environment)).toThrow(SettingsRefused);
  });

  it('take a mail server with who writes and where links lead', () => {
    const SMTP_URL = 'smtps://user:p%40ss@mail.example';
    const { mail } = readSettings({
      SMTP_URL,
      MAIL_FROM: 'Corner <hi@corner.example>',
      SITE_URL: 'https://o.example/',
    });
    expect(mail).toEqual({
      smtp: { url: SMTP_URL, from: 'Corner <hi@corner.example>' },
      siteUrl: 'https://o.example',
    });
  });

  it('name what a mail server needs beside it', () => {
    const SMTP_URL = 'smtp://mail.example';
    expect(() => readSettings({ SMTP_URL })).toThrow('SMTP_URL needs MAIL_FROM and SITE_URL beside it.');
    expect(() => readSettings({ SMTP_URL, MAIL_FROM: 'a@b.example' })).toThrow('SMTP_URL needs SITE_URL beside it.');
  });

  it('never repeat a password that stands in a wrong address', () => {
    const environment = { DATABASE_URL: 'mysq://cook:hunter2@db/comanda', REDIS_URL: 'http://:hunter2@db' };
    expect(() => readSettings(environment)).toThrow(/DATABASE_URL must look like .*REDIS_URL must look like/);
    expect(() => readSettings(environment)).not.toThrow(/hunter2/);
  });
});

describe("the operators' guide", () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../../docs/operations.md'), 'utf8');
  const rows = guide.split('\n').filter((line) => /^\| `[A-Z_]+` \|/.test(line));

  it('has one row for each setting, with its standard and its meaning', () => {
    const expected = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { standard, meaning }]) =>
      `| \`${name}\` | ${standard ?? ''} | ${meaning} |`.replace('|  |', '| |'),
    );
    expect(rows).toEqual(expected);
  });
});
