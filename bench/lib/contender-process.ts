import type { Usage } from './contender.js';

/** The child's side of a contender: says when it is ready, answers what it has used, carries out orders, ends on SIGTERM. */
export function serveAsContender(
  start: (
    settings: never,
  ) => Promise<{ url: string; order?: (order: never) => Promise<unknown>; stop(): Promise<void> }>,
): void {
  const say = (message: object) => process.send?.(message);
  const fail = (error: Error) => say({ failed: error.stack ?? error.message });
  process.on('disconnect', () => process.exit(1));
  start(JSON.parse(process.env['CONTENDER_SETTINGS'] ?? '{}') as never)
    .then(({ url, order, stop }) => {
      process.on('message', (message: unknown) => {
        if (message === 'usage') say({ usage: usage() });
        else if (order) order(message as never).then((done) => say({ done }), fail);
      });
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 15_000).unref();
        void stop().finally(() => process.exit(0));
      });
      say({ ready: url });
    })
    .catch(fail);
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMicros: user + system, peakBytes: process.resourceUsage().maxRSS * 1024 };
}
