import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LONG_MS = 5_000;
const HOURS = 3_600_000;

export const surroundingKinds = {
  'redis-kill': {
    what: 'SIGKILL to a Redis that keeps nothing on disk; started again after 5 s',
    with: { redis: true },
    strike: async ({ redis }) => {
      await redis.kill();
      await pause(LONG_MS);
      await redis.start();
      return 'Redis killed and empty again';
    },
  },
  'redis-flush': {
    what: 'FLUSHALL ten times within 5 s',
    with: { redis: true },
    strike: async ({ redis }) => {
      let keys = 0;
      for (let n = 0; n < 10; n += 1) {
        keys += await redis.flush();
        await pause(LONG_MS / 10);
      }
      return keys > 0 && `${keys} keys forgotten`;
    },
  },
  'redis-stop': {
    what: 'SIGSTOP to Redis for 5 s',
    with: { redis: true },
    strike: async ({ redis }) => {
      redis.signal('SIGSTOP');
      await pause(LONG_MS);
      redis.signal('SIGCONT');
      return 'Redis stopped for 5 s';
    },
  },
  'sink-500': { what: 'the receiver of all webhooks answers 500 for 5 s', strike: turningAway('500') },
  'sink-hang': { what: 'the receiver of all webhooks never answers, for 5 s', strike: turningAway('hang') },
  'sink-down': {
    what: 'nobody listens where all webhooks go, for 5 s',
    strike: async ({ sink, owner }) => {
      await sink.close();
      await pause(LONG_MS);
      const { rows } = await owner.query(`SELECT count(*)::int AS n FROM webhook_attempts WHERE error = 'CONNECTION'`);
      await sink.open();
      return rows[0].n > 0 && `${rows[0].n} attempts found nobody`;
    },
  },
  'clock-back': { what: 'the wall clock of the process is set back by two hours', strike: clock(-2) },
  'clock-forward': { what: 'the wall clock of the process is set forward by two hours', strike: clock(2) },
  'files-away': {
    what: 'the folder of the files is gone for 5 s, a file stands in its place',
    felt: 'FILES_UNAVAILABLE',
    strike: async ({ dataDir }) => {
      const files = join(dataDir, 'files');
      if (!existsSync(files)) return undefined;
      renameSync(files, `${files}-kept`);
      writeFileSync(files, 'no folder');
      await pause(LONG_MS);
      rmSync(files);
      renameSync(`${files}-kept`, files);
      return 'folder away for 5 s';
    },
  },
};

function turningAway(manner) {
  return async ({ sink }) => {
    const before = sink.turnedAway;
    sink.manner = manner;
    await pause(LONG_MS);
    sink.manner = 'ok';
    const count = sink.turnedAway - before;
    return count > 0 && `${count} webhooks turned away`;
  };
}

/** The preload says in a file of its own, by process, that its clock has moved. */
function clock(hours) {
  return async ({ clockFile }) => {
    writeFileSync(clockFile, String(hours * HOURS));
    await pause(LONG_MS);
    const moved = readdirSync(dirname(clockFile)).filter((name) => name.startsWith(`${basename(clockFile)}.seen.`));
    writeFileSync(clockFile, '0');
    return moved.length > 0 && `clock off by ${hours} h for 5 s`;
  };
}
