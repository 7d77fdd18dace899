import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

/** What a path does with bytes. */
type Mood = 'carries' | 'refuses';

/**
 * A TCP path to a PostgreSQL server that can be broken: it stalls (sockets stay open and nothing comes through), refuses,
 * cuts everything, or cuts a connection at a certain text of the client.
 */
export class Path {
  private readonly server: Server;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private mood: Mood = 'carries';
  private cut: { text: string; when: 'before' | 'after'; times: number } | undefined;

  private constructor(private readonly target: URL) {
    this.server = createServer((client) => this.carry(client));
  }

  static async to(url: string): Promise<Path> {
    const path = new Path(new URL(url));
    path.server.listen(0, '127.0.0.1');
    await once(path.server, 'listening');
    return path;
  }

  /** The same address, over this path. */
  url(original: string): string {
    const url = new URL(original);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Present connections fall silent for good; new ones are carried. */
  stallPresent(): void {
    for (const [client, server] of this.pairs) {
      client.removeAllListeners('data');
      server.removeAllListeners('data');
      client.pause();
      server.pause();
    }
  }

  /** Refuses new connections and resets the present ones. */
  break(): void {
    this.mood = 'refuses';
    this.reset();
  }

  reset(): void {
    for (const [client, server] of this.pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  mend(): void {
    this.mood = 'carries';
  }

  /** Cuts a connection when its client says this text: before the server hears it, or after, so that no answer comes. */
  cutAt(text: string, when: 'before' | 'after', times = 1): void {
    this.cut = { text, when, times };
  }

  async close(): Promise<void> {
    this.reset();
    this.server.close();
  }

  private carry(client: Socket): void {
    if (this.mood === 'refuses') {
      client.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const server = dial(Number(this.target.port), this.target.hostname);
    const pair = [client, server] as const;
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.on('data', (bytes: Buffer) => this.fromClient(pair, bytes));
    server.on('data', (bytes: Buffer) => client.write(bytes));
  }

  private fromClient([client, server]: readonly [Socket, Socket], bytes: Buffer): void {
    const { cut } = this;
    if (!cut || cut.times === 0 || !bytes.includes(cut.text)) {
      server.write(bytes);
      return;
    }
    cut.times -= 1;
    if (cut.when === 'before') {
      client.resetAndDestroy();
      return;
    }
    // The server carries it out; its answer is lost.
    server.removeAllListeners('data');
    server.once('data', () => client.resetAndDestroy());
    server.write(bytes);
  }
}
