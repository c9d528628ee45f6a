import { readSettings } from './settings.js';
import { startupSentence } from './startup-fault.js';

const settings = readSettings({ METRICS_PORT: '9464' });

describe('a start that failed', () => {
  it.each([
    [{ code: 'EADDRINUSE', syscall: 'listen' }, /^Port 3000 is in use\./],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, /^No database server answers/],
    [{ driverError: { code: 'ER_ACCESS_DENIED_ERROR' } }, /refuses the user or password/],
    [{ code: 'SQLITE_NOTADB' }, /not one of Comanda/],
    [{ code: 'EACCES', syscall: 'mkdir' }, /cannot be written by this user/],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db' }, /^The host in DATABASE_URL is not known/],
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: '0.0.0.0' }, /^There is no address "0.0.0.0"/],
    [{ code: 'EADDRINUSE', syscall: 'listen', port: 9100 }, /^Port 9100 is in use.* PORT=9101/],
    [{ code: 'EADDRINUSE', syscall: 'listen', port: 9464 }, /^Port 9464 is in use.* METRICS_PORT=9465/],
    [{ driverError: { code: 'SQLITE_IOERR_WRITE' } }, /cannot be read or written/],
    [{ code: 'SQLITE_FULL' }, /^The disk is full/],
    [{ code: 'ER_DISK_FULL' }, /^The disk of the database server is full/],
  ])('with %j is told in a sentence', (error, sentence) => {
    expect(startupSentence(error, settings)).toMatch(sentence);
  });

  it('for an unknown reason has no sentence', () => {
    expect(startupSentence(new Error('odd'), settings)).toBeUndefined();
  });
});
