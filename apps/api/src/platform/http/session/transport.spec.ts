import { isFromOwnNetwork, transportOf } from './transport.js';

describe('transportOf', () => {
  it.each([
    ['https', 'comanda.example', '203.0.113.7', 'secure'],
    ['http', 'localhost:3000', '127.0.0.1', 'secure'],
    ['http', '127.0.0.1:3000', '127.0.0.1', 'secure'],
    ['http', '192.168.1.20:3000', '192.168.1.31', 'private-network'],
    ['http', 'till.lan', '::ffff:172.31.4.4', 'private-network'],
    ['http', 'till.lan', 'fd00::4', 'private-network'],
    ['http', 'comanda.example', '172.32.0.1', 'open'],
    ['http', 'localhost.example', '203.0.113.7', 'open'],
  ])('takes %s to %s from %s as %s', (protocol, host, ip, transport) => {
    expect(transportOf({ protocol, host, ip })).toBe(transport);
  });
});

describe('what answers the own network alone', () => {
  it.each([
    ['localhost:3000', '127.0.0.1', true],
    ['[::1]:3000', '::1', true],
    ['192.168.1.20:3000', '192.168.1.31', true],
    ['order.example', '127.0.0.1', false],
    ['rebound.example:3000', '192.168.1.31', false],
    ['localhost', '203.0.113.7', false],
    ['203.0.113.9', '192.168.1.31', false],
  ])('is asked as %s from %s: %s', (host, ip, expected) => expect(isFromOwnNetwork({ host, ip })).toBe(expected));
});
