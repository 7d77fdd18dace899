import { setTimeout as pause } from 'node:timers/promises';
import { ChannelListener } from '../../src/platform/database/index.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

const CHANNEL = 'recourse_listen_race';
/** Longer than a listener waits before it connects anew, in milliseconds. */
const SETTLED_MS = 1_500;

describe('listening to a channel', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await namedDatabase('recourse_listen', { fresh: true });
  });

  async function connections(): Promise<number> {
    const [found] = await asOwner<{ n: number }>(
      database,
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE query = $1',
      [`LISTEN ${CHANNEL}`],
    );
    return found!.n;
  }
  const until = async (wanted: number) => {
    while ((await connections()) !== wanted) await pause(20);
  };

  it('holds one connection however often the last listener goes and the next comes, and none at its end', async () => {
    const listener = new ChannelListener(
      () => database.appUrl,
      CHANNEL,
      () => undefined,
    );
    listener.start();
    await until(1);
    for (let n = 0; n < 3; n += 1) {
      const stopped = listener.stop();
      listener.start();
      await stopped;
      await until(1);
    }
    await pause(SETTLED_MS);
    expect(await connections()).toBe(1);
    await listener.stop();
    await until(0);
  });

  it('comes back when its connection is cut', async () => {
    let heard = 0;
    const listener = new ChannelListener(
      () => database.appUrl,
      CHANNEL,
      () => {
        heard += 1;
      },
    );
    listener.start();
    await until(1);
    await asOwner(database, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = $1', [
      `LISTEN ${CHANNEL}`,
    ]);
    while (heard < 2) await pause(20);
    expect(await connections()).toBe(1);
    await listener.stop();
  });
});
