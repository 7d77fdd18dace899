import { drive, type Measured } from '../lib/load.js';
import type { Stand, Stands } from './stands.js';

export interface Result extends Measured {
  readonly serverCpu: number;
  readonly postgresCpu: number;
}

const WARM_UP = 0.1;

/** One round of prepared questions; every answer must be a page. */
export async function ask(
  stands: Stands,
  stand: Stand,
  requests: readonly Buffer[],
  connections: number,
): Promise<Result> {
  const before = await stands.cpuOf(stand);
  const measured = await drive({
    url: stand.server.url,
    connections,
    requests,
    warmUp: Math.floor(requests.length * WARM_UP),
    judge: ({ status }) => (status === 200 ? 'win' : 'other'),
  });
  if (measured.others > 0) {
    throw new Error(`${stand.face.name}: ${measured.others} failed, first: ${measured.firstOther}`);
  }
  const after = await stands.cpuOf(stand);
  return {
    ...measured,
    serverCpu: (after.server - before.server) / requests.length,
    postgresCpu: (after.postgres - before.postgres) / requests.length,
  };
}
