import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isFromOwnNetwork } from '../http/index.js';
import type { OutboxLetterEntity } from './outbox-letter.entity.js';
import { Outbox } from './outbox.js';

export const OUTBOX_PATH = '/dev/outbox';

/**
 * Shows the letters that were sent nowhere, for whoever tries the product. Whoever reads them can log in as anybody, so
 * that it answers this machine and its own network alone.
 */
export function serveOutboxPage(app: NestFastifyApplication): void {
  const outbox = app.get(Outbox);
  outbox.works = true;
  app
    .getHttpAdapter()
    .getInstance()
    .get(OUTBOX_PATH, async (request, reply) => {
      if (!isFromOwnNetwork(request)) return reply.callNotFound();
      const page = outboxPage(await outbox.list());
      return reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8').send(page);
    });
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-inline-size: 44rem; margin-inline: auto; padding: 1rem; }
article { padding-block: 1rem; border-block-start: 1px solid; }
h2 { margin: 0; font-size: 1.125rem; }
p { margin-block: 0.25rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

function outboxPage(letters: readonly OutboxLetterEntity[]): string {
  const shown = letters.length === 0 ? '<p>Nothing was sent yet.</p>' : letters.map(toArticle).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>Outbox · Comanda</title><style>${STYLE}</style>
</head>
<body><main>
<h1>Outbox</h1>
<p>No mail server is set (SMTP_URL), so letters end here. The newest is first; after a day they are gone.</p>
${shown}
</main></body>
</html>
`;
}

function toArticle({ recipient, subject, body, writtenAt }: OutboxLetterEntity): string {
  const at = new Date(writtenAt).toISOString();
  return `<article>
<h2 dir="auto">${escape(subject)}</h2>
<p>To ${escape(recipient)}, <time datetime="${at}">${at}</time></p>
<p class="text" dir="auto">${withLinks(body)}</p>
</article>`;
}

function withLinks(text: string): string {
  return escape(text).replace(/https?:\/\/\S+/g, (url) => `<a href="${url}">${url}</a>`);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
