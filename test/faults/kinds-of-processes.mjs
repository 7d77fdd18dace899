import { setTimeout as pause } from 'node:timers/promises';

const LONG_MS = 5_000;

export const processKinds = {
  'kill-app': {
    what: 'SIGKILL to the process; started again',
    felt: true,
    strike: ({ apps }) => again(apps[0], 'SIGKILL'),
  },
  'kill-app-thrice': {
    what: 'the same three times, the last two while it recovers',
    felt: true,
    strike: async ({ apps }) => {
      for (let n = 0; n < 3; n += 1) {
        if (n > 0) await pause(500);
        await again(apps[0], 'SIGKILL');
      }
      return 'killed three times';
    },
  },
  'kill-one-of-two': {
    what: 'two processes, one gets SIGKILL; started again',
    with: { apps: 2 },
    felt: true,
    strike: ({ apps, chances }) => again(chances.one(apps), 'SIGKILL'),
  },
  'kill-worker': {
    what: 'an api and a worker; the worker gets SIGKILL, stays away for 5 s and is started again',
    with: { worker: true },
    strike: ({ worker }) => again(worker, 'SIGKILL', LONG_MS),
  },
  'stop-app': {
    what: 'SIGSTOP for 5 s, then SIGCONT',
    strike: async ({ apps }) => {
      apps[0].signal('SIGSTOP');
      await pause(LONG_MS);
      apps[0].signal('SIGCONT');
      return 'stopped for 5 s';
    },
  },
  'sigterm-load': {
    what: 'SIGTERM under load; started again',
    felt: true,
    strike: ({ apps }) => again(apps[0], 'SIGTERM'),
  },
  rolling: {
    what: 'two processes, SIGTERM and start, one after the other',
    with: { apps: 2 },
    felt: true,
    strike: async ({ apps }) => {
      for (const app of apps) await again(app, 'SIGTERM');
      return 'both restarted';
    },
  },
};

async function again(app, name, awayMs = 0) {
  const code = await app.end(name);
  await pause(awayMs);
  await app.start();
  return `${name}, ended with ${code ?? 'the signal'}`;
}
