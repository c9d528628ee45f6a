import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** `silent` takes connections and passes nothing on, as when a machine hangs; `gone` hangs up on everybody. */
type Mood = 'open' | 'silent' | 'gone';

/** A wire to a server that can be cut and mended. */
export class TcpProxy {
  #mood: Mood = 'open';
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {}

  static async to(host: string, port: number): Promise<TcpProxy> {
    const server = createServer({ pauseOnConnect: true });
    const proxy = new TcpProxy(server, { host, port });
    server.on('connection', (client) => proxy.#take(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on nothing passes, and nobody is told. */
  hang(): void {
    this.#mood = 'silent';
    for (const socket of this.#sockets) socket.pause().unpipe();
  }

  /** All connections end; new ones end at once. */
  cut(): void {
    this.#mood = 'gone';
    this.#endAll();
  }

  /** New connections work; those that hung are lost. */
  mend(): void {
    this.#mood = 'open';
    this.#endAll();
  }

  async close(): Promise<void> {
    this.#endAll();
    this.server.close();
    await once(this.server, 'close');
  }

  #take(client: Socket): void {
    this.#keep(client);
    if (this.#mood === 'gone') client.destroy();
    if (this.#mood !== 'open') return;
    const server = connect(this.target);
    this.#keep(server);
    client.pipe(server);
    server.pipe(client);
    client.once('close', () => server.destroy());
    server.once('close', () => client.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #endAll(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }
}
