import { request } from 'node:http';
import { WebSocket } from 'ws';
import { serveAsContender } from '../lib/contender-process.js';

export interface FollowerSettings {
  readonly url: string;
  readonly kind: 'socket' | 'stream';
  readonly tokens: readonly string[];
  /** Where to begin, for a server that has cursors. */
  readonly after: string | undefined;
}

/** When each event came: its case and the machine's monotonic clock in microseconds. */
export type Arrival = readonly [caseId: string, micros: number];

const CASE = /"caseId":"(case_[0-9A-Z]{26})"/;
const PATIENCE_MS = 60_000;

/** Many followers in one process, which do nothing but note when what came. */
serveAsContender(async (settings: FollowerSettings) => {
  const arrivals: Arrival[][] = settings.tokens.map(() => []);
  const note = (mine: Arrival[]) => (text: string) => {
    const found = CASE.exec(text);
    if (found) mine.push([found[1]!, Number(process.hrtime.bigint() / 1000n)]);
  };
  const open = settings.kind === 'socket' ? openSocket : openStream;
  for (let from = 0; from < settings.tokens.length; from += 50) {
    const some = settings.tokens.slice(from, from + 50);
    await Promise.all(some.map((token, n) => open(settings, token, note(arrivals[from + n]!))));
  }
  return {
    url: '',
    /** Answers every follower's arrivals once each has so many. */
    async order(wanted: number) {
      const deadline = performance.now() + PATIENCE_MS;
      while (arrivals.some((mine) => mine.length < wanted) && performance.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return arrivals;
    },
    stop: async () => process.exit(0),
  };
});

const QUERY = (after: string) =>
  `subscription { hallEvents(after: "${after}") { id cursor type occurredAt caseId batchId data } }`;

function openSocket(settings: FollowerSettings, token: string, note: (text: string) => void): Promise<void> {
  const socket = new WebSocket(`${settings.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  const say = (message: object) => socket.send(JSON.stringify(message));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    socket.once('message', () => {
      say({ id: '1', type: 'subscribe', payload: { query: QUERY(settings.after ?? '') } });
      socket.on('message', (data) => note(String(data)));
      resolve();
    });
  });
}

function openStream(settings: FollowerSettings, token: string, note: (text: string) => void): Promise<void> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (settings.after) headers['last-event-id'] = settings.after;
  return new Promise((resolve, reject) => {
    const sent = request(`${settings.url}/v1/hall/events/stream`, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`HTTP ${answer.statusCode}`));
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          note(text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
      resolve();
    });
    sent.on('error', reject).end();
  });
}
