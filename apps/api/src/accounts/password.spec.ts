import { hashPassword, isPassword } from './password.js';

describe('password', () => {
  it('knows the right password from a wrong one', async () => {
    const hash = await hashPassword('charred leeks');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('charred leeks', hash)).toBe(true);
    expect(await isPassword('charred leek', hash)).toBe(false);
  });

  it('takes an accent written in two ways as the same', async () => {
    expect(await isPassword('cre\u0300me bru\u0302le\u0301e', await hashPassword('crème brûlée'))).toBe(true);
  });

  it('opens nothing with a hash that cannot be read', async () => {
    expect(await isPassword('anything', 'plain')).toBe(false);
  });
});
