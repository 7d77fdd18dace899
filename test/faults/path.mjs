import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** A TCP path to PostgreSQL that can be reset, can stall for a while, or can lose its present connections in silence. Each tells of how many. */
export async function openPath(port) {
  const pairs = new Set();
  const server = createServer((client) => {
    const there = connect(port, '127.0.0.1');
    const pair = [client, there];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.pipe(there).pipe(client);
    if (path.stalled) for (const socket of pair) socket.pause();
  });
  const path = {
    stalled: false,
    reset: () => {
      const count = pairs.size;
      for (const [client] of pairs) client.resetAndDestroy();
      return count;
    },
    stall: () => {
      path.stalled = true;
      for (const [client, there] of pairs) {
        client.unpipe();
        there.unpipe();
        client.pause();
        there.pause();
      }
      return pairs.size;
    },
    resume: () => {
      path.stalled = false;
      for (const [client, there] of pairs) client.pipe(there).pipe(client);
    },
    /** Those open now never speak again; new ones are carried. */
    loseThePresent: () => {
      const count = path.stall();
      path.stalled = false;
      pairs.clear();
      return count;
    },
    close: () => {
      path.reset();
      server.close();
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  path.port = server.address().port;
  return path;
}
