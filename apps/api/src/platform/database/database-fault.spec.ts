import { databaseFault, isOutcomeOpen } from './database-fault.js';

describe('databaseFault', () => {
  it.each([
    ['ER_LOCK_DEADLOCK', 'retry'],
    ['ER_LOCK_WAIT_TIMEOUT', 'retry'],
    ['ER_CHECKREAD', 'retry'],
    ['PROTOCOL_CONNECTION_LOST', 'retry'],
    ['ECONNREFUSED', 'away'],
    ['ETIMEDOUT', 'away'],
    ['ER_DUP_ENTRY', 'duplicate'],
    ['ER_PARSE_ERROR', 'other'],
  ])('takes %s for "%s", also inside of an error of TypeORM', (code, fault) => {
    const error = Object.assign(new Error('x'), { code });
    expect([databaseFault(error), databaseFault({ driverError: error })]).toEqual([fault, fault]);
  });

  it('knows a connection that was lost while nobody waited for it, which has no code: nothing was sent', () => {
    const error = new Error("Can't add new command when connection is in closed state");
    expect([databaseFault(error), databaseFault({ driverError: error })]).toEqual(['retry', 'retry']);
    expect(isOutcomeOpen({ driverError: error })).toBe(false);
  });

  it.each([
    ['PROTOCOL_CONNECTION_LOST', true],
    ['ETIMEDOUT', true],
    ['ER_QUERY_INTERRUPTED', true],
    ['ER_LOCK_DEADLOCK', false],
    ['ER_DUP_ENTRY', false],
  ])('knows of "%s" whether it leaves open what became of a commit: %s', (code, open) => {
    expect(isOutcomeOpen(Object.assign(new Error('x'), { code }))).toBe(open);
  });
});
