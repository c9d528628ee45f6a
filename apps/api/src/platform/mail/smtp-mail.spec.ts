import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { Logger } from '@nestjs/common';
import { SmtpMail } from './smtp-mail.js';

/** As much of a mail server (RFC 5321) as takes one letter, or refuses whoever it is for. */
function aMailServer(refuses: boolean): { readonly server: Server; readonly heard: string[] } {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let inLetter = false;
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    say('220 mail.example');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString('utf8').split('\r\n').filter(Boolean)) {
        heard.push(line);
        if (inLetter) {
          if (line !== '.') continue;
          inLetter = false;
          say('250 taken');
        } else if (line === 'DATA') {
          inLetter = true;
          say('354 go on');
        } else say(line.startsWith('RCPT') && refuses ? '550 nobody' : '250 mail.example');
      }
    });
  });
  return { server, heard };
}

async function sendTo(refuses: boolean): Promise<readonly string[]> {
  const { server, heard } = aMailServer(refuses);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const mail = new SmtpMail({ url: `smtp://127.0.0.1:${String(port)}`, from: 'Corner <hi@corner.example>' });
  try {
    await mail.send({ to: 'ines@example.org', subject: 'Your log-in', text: 'https://order.example/account/enter#x' });
  } finally {
    mail.onApplicationShutdown();
    server.close();
  }
  return heard;
}

describe('the mail server', () => {
  beforeAll(() => void Logger.overrideLogger(false));
  afterAll(() => void Logger.overrideLogger(['error']));

  it('is handed the letter as plain text', async () => {
    const heard = await sendTo(false);
    expect(heard).toEqual(
      expect.arrayContaining([
        'MAIL FROM:<hi@corner.example>',
        'RCPT TO:<ines@example.org>',
        'Subject: Your log-in',
        'https://order.example/account/enter#x',
      ]),
    );
    expect(heard.join('\n')).toMatch(/Content-Type: text\/plain/i);
  });

  it('that does not take it is told without its words, to be tried again', async () => {
    await expect(sendTo(true)).rejects.toMatchObject({ code: 'service_unavailable' });
  });
});
