import { passkeySite } from './passkey-site.js';

describe('the site to which passkeys belong', () => {
  it.each([
    ['https://order.example', 'order.example'],
    ['https://order.example:8443', 'order.example'],
    ['http://localhost:3000', 'localhost'],
    ['http://order.example', undefined],
    ['https://192.168.1.7', undefined],
    ['http://[::1]:3000', undefined],
    ['nonsense', undefined],
  ])('at %s is %s', (origin, rpId) => expect(passkeySite(origin)?.rpId).toBe(rpId));
});
