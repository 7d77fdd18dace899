import { ChannelListener } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/sink.js';

/** A listener whose connections can be told from those of others, and how often it was told to look. */
class Watched {
  heard = 0;
  private readonly listener: ChannelListener;

  constructor(
    private readonly database: TestDatabase,
    private readonly name: string,
  ) {
    const url = new URL(database.appUrl);
    url.searchParams.set('application_name', name);
    this.listener = new ChannelListener(
      () => url.toString(),
      name,
      () => {
        this.heard += 1;
      },
    );
  }

  start(): void {
    this.listener.start();
  }

  stop(): Promise<void> {
    return this.listener.stop();
  }

  /** Until it has listened so often, on a new connection each time. */
  async listened(times: number): Promise<void> {
    await eventually(
      async () => this.heard >= times,
      () => `${this.name} listens for the ${times}th time`,
    );
  }

  async cut(): Promise<void> {
    await asOwner(this.database, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      this.name,
    ]);
  }

  async connections(): Promise<number> {
    const [found] = await asOwner<{ n: number }>(
      this.database,
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = $1',
      [this.name],
    );
    return found!.n;
  }

  /** A connection that was let go ends a moment later. */
  async until(wanted: number): Promise<void> {
    await eventually(
      async () => (await this.connections()) === wanted,
      () => `${this.name} has ${wanted} connections`,
    );
  }
}

describe('listening to a channel', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await namedDatabase('recourse_listen', { fresh: true });
  });

  it('holds one connection however often the last listener goes and the next comes, and none at its end', async () => {
    const listener = new Watched(database, 'recourse_listen_race');
    const witness = new Watched(database, 'recourse_listen_witness');
    listener.start();
    witness.start();
    await Promise.all([listener.listened(1), witness.listened(1)]);
    for (let n = 0; n < 3; n += 1) {
      const stopped = listener.stop();
      listener.start();
      await stopped;
      await listener.listened(n + 2);
    }
    // A listener that lost its connection connects anew after a while. One that lost it later has done so, twice over: by now
    // the first would have, too.
    for (const times of [2, 3]) {
      await witness.cut();
      await witness.listened(times);
    }
    await listener.until(1);
    expect(listener.heard).toBe(4);
    await Promise.all([listener.stop(), witness.stop()]);
    await listener.until(0);
  });

  it('comes back when its connection is cut', async () => {
    const listener = new Watched(database, 'recourse_listen_cut');
    listener.start();
    await listener.listened(1);
    await listener.cut();
    await listener.listened(2);
    await listener.until(1);
    await listener.stop();
  });
});
