// As little as a client can be: keep-alive, one request at a time, no more of an answer looked at than is needed. Load
// that costs the machine more than the program under test measures itself.
import { Buffer } from 'node:buffer';
import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

/** The bytes of a request. */
export function toBytes({ method, path, headers = {}, body }) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries({ host: 'bench', ...headers, ...length }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}${HEAD_END}${body ?? ''}`;
}

/** Where the answer ends, once that can be told. */
function endOf(head, bytes, bodyAt) {
  const status = Number(head.slice(9, 12));
  if (status === 304 || status === 204) return bodyAt;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return bodyAt + Number(length);
  return bytes.subarray(-LAST_CHUNK.length).latin1Slice() === LAST_CHUNK ? bytes.length : Infinity;
}

function toAnswer(bytes) {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = bytes.latin1Slice(0, headEnd);
  const bodyAt = headEnd + HEAD_END.length;
  if (bytes.length < endOf(head, bytes, bodyAt)) return undefined;
  return {
    status: Number(head.slice(9, 12)),
    header: (name) => new RegExp(`\\r\\n${name}: (.*)`, 'i').exec(head)?.[1],
    body: () => bytes.subarray(bodyAt),
  };
}

/** One connection that asks again and again. */
export class Connection {
  #received = [];
  #answered = () => {};
  #failed = () => {};

  constructor(origin) {
    const { hostname, port } = new URL(origin);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk) => this.#hear(chunk));
    const lost = (error) => this.#failed(error ?? new Error('The connection was closed.'));
    this.socket.on('error', lost).on('close', lost);
  }

  ask(request) {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.socket.write(toBytes(request));
    });
  }

  close() {
    this.#failed = () => {};
    this.socket.destroy();
  }

  #hear(chunk) {
    this.#received.push(chunk);
    const answer = toAnswer(this.#received.length === 1 ? chunk : Buffer.concat(this.#received));
    if (!answer) return;
    this.#received = [];
    this.#answered(answer);
  }
}

/** Asks once. */
export async function askOnce(origin, request) {
  const connection = new Connection(origin);
  try {
    return await connection.ask(request);
  } finally {
    connection.close();
  }
}
