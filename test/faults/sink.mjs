import { once } from 'node:events';
import { createServer } from 'node:http';

/** Where the webhooks of every organisation arrive; it can be out of order, silent or away. */
export class Sink {
  constructor() {
    /** Ids of the events that each path took with a 2xx. */
    this.taken = new Map();
    this.manner = 'ok';
    this.turnedAway = 0;
    this.port = 0;
    this.sockets = new Set();
  }

  async open() {
    this.server = createServer((request, response) => {
      request.resume().on('end', () => this.answer(request, response));
      response.on('error', () => undefined);
    });
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = this.server.address().port;
    return this;
  }

  answer({ url, headers }, response) {
    if (this.manner === 'ok') {
      if (!this.taken.has(url)) this.taken.set(url, new Set());
      this.taken.get(url).add(headers['webhook-id']);
      response.writeHead(204).end();
      return;
    }
    this.turnedAway += 1;
    if (this.manner === '500') response.writeHead(500).end();
  }

  urlFor(organisation) {
    return `http://127.0.0.1:${this.port}/hooks/${organisation.id}`;
  }

  has(organisation, eventId) {
    return this.taken.get(`/hooks/${organisation.id}`)?.has(eventId) ?? false;
  }

  count() {
    return [...this.taken.values()].reduce((sum, ids) => sum + ids.size, 0);
  }

  async close() {
    const { server } = this;
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}
