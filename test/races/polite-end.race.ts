import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { aCreditor, type Organisation } from '../support/builders.js';
import { buildProduct, Product } from '../support/process.js';

const CLIENTS = 24;
/** How often the process is restarted under load; `RESTARTS=20` for a long look. */
const RESTARTS = Number.parseInt(process.env['RESTARTS'] ?? '2', 10);

jest.setTimeout(1_800_000 + 300_000 * RESTARTS);

/** What became of the requests of clients that keep their connections, as browsers and balancers do. */
interface Met {
  answered: number;
  /** Answers that told the client to come back over another connection. */
  closing: number;
  /** Answers other than 200. */
  odd: string[];
  /** Requests without an answer that the process had let in. */
  cut: string[];
}

describe('a process that is told to end', () => {
  const product = new Product({ SHUTDOWN_LAME_DUCK_MS: '30000' });
  let creditor: Organisation;

  beforeAll(async () => {
    await buildProduct();
    await product.start();
    creditor = await aCreditor(product.app);
  });
  afterAll(async () => {
    // Politely it would take its time once more.
    await product.kill();
    await product.end();
  });

  const get = (agent: Agent, path: string) =>
    new Promise<{ status: number; closing: boolean }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${creditor.owner.token}` };
      const asked = request(`${product.url}${path}`, { agent, headers }, (answer: IncomingMessage) => {
        answer.resume();
        answer.once('end', () =>
          resolve({ status: answer.statusCode!, closing: answer.headers.connection === 'close' }),
        );
        answer.once('error', reject);
      });
      asked.once('error', reject);
      asked.end();
    });

  /** Asks over and over until nobody listens any more. */
  async function client(met: Met): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (;;) {
      try {
        const { status, closing } = await get(agent, '/v1/cases');
        met.answered += 1;
        if (closing) met.closing += 1;
        if (status !== 200) met.odd.push(String(status));
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== 'ECONNREFUSED') met.cut.push(code ?? String(error));
        else break;
      }
    }
    agent.destroy();
  }

  it('answers every request it let in, says where it stands, ends streams with a code, and then itself', async () => {
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      const met: Met = { answered: 0, closing: 0, odd: [], cut: [] };
      const stream = await fetch(`${product.url}/v1/events/stream`, {
        headers: { authorization: `Bearer ${creditor.owner.token}`, accept: 'text/event-stream' },
      });
      const streamed = stream.text();
      const clients = Array.from({ length: CLIENTS }, () => client(met));
      while (met.answered < CLIENTS * 3) await pause(20);
      const ended = product.terminate();
      let unready = false;
      while (!unready) unready = await get(new Agent(), '/readyz').then(({ status }) => status === 503);
      await Promise.all(clients);
      expect(await ended).toBe(0);
      expect({ cut: met.cut, odd: met.odd }).toEqual({ cut: [], odd: [] });
      expect(met.closing).toBeGreaterThan(0);
      expect(await streamed).toMatch(/event: end\ndata: \{"code":"SERVICE_RESTARTING"/);
      await product.start();
    }
  });

  it('ends at once when it is told twice', async () => {
    const ended = product.terminate();
    const agent = new Agent();
    while ((await get(agent, '/readyz')).status !== 503) await pause(5);
    void product.terminate();
    expect(await ended).toBe(1);
    await product.start();
  });
});
