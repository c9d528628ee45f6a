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

  it.each(['0', '-1', '70000', '3000.5', ''])('refuse port %p', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(SettingsRefused);
  });

  it('refuse a MySQL address without a database name', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://db.local' })).toThrow(SettingsRefused);
  });
});
