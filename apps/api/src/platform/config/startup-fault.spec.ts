import { readSettings } from './settings.js';
import { startupSentence } from './startup-fault.js';

const settings = readSettings({});

describe('a start that failed', () => {
  it.each([
    [{ code: 'EADDRINUSE', syscall: 'listen' }, /^Port 3000 is in use\./],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, /^No database server answers/],
    [{ driverError: { code: 'ER_ACCESS_DENIED_ERROR' } }, /refuses the user or password/],
    [{ code: 'SQLITE_NOTADB' }, /not one of Comanda/],
    [{ code: 'EACCES', syscall: 'mkdir' }, /cannot be opened/],
  ])('with %j is told in a sentence', (error, sentence) => {
    expect(startupSentence(error, settings)).toMatch(sentence);
  });

  it('for an unknown reason has no sentence', () => {
    expect(startupSentence(new Error('odd'), settings)).toBeUndefined();
  });
});
