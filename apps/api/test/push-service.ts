import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the device reads it, with what came along for the push service. */
export interface Pushed {
  readonly message: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** A push service on this machine with one device behind it, which really decrypts (RFC 8291, RFC 8188). */
export async function openPushService() {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys();
  const auth = randomBytes(16);
  const pushed: Pushed[] = [];
  let status = 201;
  const server = createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = decrypt(Buffer.concat(chunks));
      pushed.push({ message: JSON.parse(text) as unknown, headers: request.headers });
      answer.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  /** One record: salt, its size, the sender's key, then the text behind which stands a 2. */
  function decrypt(body: Buffer): string {
    const [salt, length] = [body.subarray(0, 16), body.readUInt8(20)];
    const sender = body.subarray(21, 21 + length);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender]);
    const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32));
    const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
    const sealed = body.subarray(21 + length);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString();
    return padded.slice(0, padded.lastIndexOf('\u0002'));
  }

  return {
    pushed,
    subscription: {
      endpoint: `http://127.0.0.1:${String(port)}/device`,
      p256dh: p256dh.toString('base64url'),
      auth: auth.toString('base64url'),
    },
    /** What it answers from now on. */
    answer: (next: number) => (status = next),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
