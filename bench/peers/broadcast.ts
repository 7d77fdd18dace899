import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { serveAsContender } from '../lib/contender-process.js';

export interface BroadcastSettings {
  readonly databaseUrl: string;
  readonly tokens: readonly string[];
}

/** Where the publisher notifies, with what is to be broadcast. */
const BROADCAST_CHANNEL = 'bench_live';

/**
 * What one writes in an afternoon: LISTEN, and every payload to every socket or stream as it is. No cursor, no history, no
 * rights looked at again, no limit on what waits for a slow receiver.
 */
serveAsContender(async ({ databaseUrl, tokens }: BroadcastSettings) => {
  const known = new Set(tokens.map((token) => `Bearer ${token}`));
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!known.has(request.headers.authorization ?? '')) return response.writeHead(401).end();
    streams.add(response);
    request.on('close', () => streams.delete(response));
    return response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 2000\n\n');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.once('message', (text) => {
      if (known.has(JSON.parse(String(text)).payload.authorization)) socket.send('{"type":"connection_ack"}');
      else socket.close(4401);
    });
  });
  const listener = new pg.Client({ connectionString: databaseUrl });
  await listener.connect();
  listener.on('notification', ({ payload = '' }) => {
    const { id, cursor, type } = JSON.parse(payload) as Record<string, string>;
    const message = `{"id":"1","type":"next","payload":{"data":{"hallEvents":${payload}}}}`;
    for (const socket of sockets.clients) socket.send(message);
    const text = `id: ${cursor ?? id}\nevent: ${type}\ndata: ${payload}\n\n`;
    for (const stream of streams) stream.write(text);
  });
  await listener.query(`LISTEN ${BROADCAST_CHANNEL}`);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await listener.end();
      server.closeAllConnections();
      server.close();
    },
  };
});
