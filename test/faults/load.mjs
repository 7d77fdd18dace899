import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const TIMEOUT_MS = 20_000;
const GRAPHQL = {
  accept: 'mutation ($grabId: ID!) { result: acceptEntrustment(grabId: $grabId) { __typename ... on Refusal { code } ... on Grab { id state } } }',
  give: 'mutation ($grabId: ID!) { result: returnGrab(grabId: $grabId, reason: "faults") { __typename ... on Refusal { code } ... on Grab { id state } } }',
};
/** Codes that say: ask again. */
const LATER = new Set(['BUSY', 'DATABASE_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'SERVICE_RESTARTING', 'FILES_UNAVAILABLE', 'RATE_LIMITED', 'IDEMPOTENCY_IN_FLIGHT']);

/** Twenty clients that post, grab, accept, return, upload and read, and remember everything they were told. */
export class Load {
  constructor(apps, creditors, agencies) {
    this.apps = apps;
    this.creditors = creditors;
    this.agencies = agencies;
    this.on = true;
    this.n = 0;
    /** Acts without a definite answer, to be asked again. */
    this.unknown = [];
    this.told = { posted: [], grabbed: [], accepted: [], returned: [], uploaded: [] };
    /** Answers that nobody may get. */
    this.odd = new Map();
    this.later = new Map();
    this.requests = 0;
    this.successes = [];
    this.cases = [];
  }

  run(loops) {
    this.loops = Array.from({ length: loops }, (_, n) => this.loop(n));
  }

  async stop() {
    this.on = false;
    await Promise.all(this.loops);
  }

  async loop(n) {
    while (this.on) {
      const dice = Math.random();
      if (n % 4 === 0) await this.act({ kind: 'posted', who: this.any(this.creditors) });
      else if (dice < 0.1) await this.act({ kind: 'uploaded', who: this.any(this.creditors) });
      else if (dice < 0.3) await this.act({ kind: 'read', who: this.any(this.agencies) });
      else await this.holdACase();
    }
  }

  async holdACase() {
    const caseId = this.cases.shift();
    if (caseId === undefined) return pause(20);
    const who = this.any(this.agencies);
    const grab = await this.act({ kind: 'grabbed', who, caseId });
    if (!grab) return;
    await this.act({ kind: 'accepted', who, grabId: grab.id });
    if (Math.random() < 0.3) await this.act({ kind: 'returned', who, grabId: grab.id });
  }

  any(list) {
    return list[Math.floor(Math.random() * list.length)];
  }

  /** Carries out one act; one without a definite answer is kept. */
  async act(act) {
    act.key ??= randomUUID();
    act.body ??= act.kind === 'posted' ? debt(act.key) : undefined;
    const answer = await this.send(act);
    if (answer === 'unknown') {
      if (act.kind !== 'read') this.unknown.push(act);
      await pause(50);
      return undefined;
    }
    if (!answer.ok) return undefined;
    this.successes.push(performance.now());
    this.told[act.kind]?.push({ id: answer.id, who: act.who.id, caseId: act.caseId });
    if (act.kind === 'posted') this.cases.push(answer.id);
    return answer;
  }

  /** Asks every act without an answer again until there is one; false when some stay open for too long. */
  async resolve(patienceMs) {
    const until = performance.now() + patienceMs;
    const count = this.unknown.length;
    while (this.unknown.length > 0 && performance.now() < until) {
      await Promise.all(this.unknown.splice(0, 20).map((act) => this.act(act)));
    }
    return { asked: count, open: this.unknown.length };
  }

  async send(act) {
    this.requests += 1;
    const app = this.apps[this.n++ % this.apps.length];
    const [path, init] = requestOf(act);
    const headers = { authorization: `Bearer ${act.who.key}`, 'idempotency-key': act.key, ...init.headers };
    try {
      const answer = await fetch(app.url + path, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return this.read(act, answer, await answer.json());
    } catch (error) {
      const what = error.name === 'TimeoutError' ? 'no answer' : (error.cause?.code ?? error.name);
      this.count(this.later, what);
      // It never left: nothing to ask again.
      if (what !== 'ECONNREFUSED') return 'unknown';
      await pause(200);
      return { ok: false };
    }
  }

  read(act, { status, headers }, body) {
    const result = body.data?.result;
    const code = body.code ?? result?.code ?? body.errors?.[0]?.extensions?.code;
    if (status >= 500 && (status !== 503 || code === undefined || !headers.get('retry-after'))) {
      this.count(this.odd, `${status} ${code}`);
      return 'unknown';
    }
    if (code === 'INTERNAL') {
      this.count(this.odd, `${status} INTERNAL`);
      return 'unknown';
    }
    if (LATER.has(code)) {
      this.count(this.later, code);
      return 'unknown';
    }
    if (code !== undefined) return { ok: false, code };
    return { ok: true, id: result?.id ?? body.id, act };
  }

  count(where, what) {
    where.set(what, (where.get(what) ?? 0) + 1);
  }
}

function requestOf({ kind, caseId, grabId, body }) {
  const json = (value) => ({ method: 'POST', body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
  if (kind === 'posted') return ['/v1/cases', json(body)];
  if (kind === 'grabbed') return [`/v1/cases/${caseId}/grab`, { method: 'POST' }];
  if (kind === 'accepted') return ['/graphql', json({ query: GRAPHQL.accept, variables: { grabId } })];
  if (kind === 'returned') return ['/graphql', json({ query: GRAPHQL.give, variables: { grabId } })];
  if (kind === 'uploaded') {
    const form = new FormData();
    form.set('purpose', 'evidence');
    form.set('file', new Blob(['%PDF-1.7\n%%EOF\n'], { type: 'application/pdf' }), 'paper.pdf');
    return ['/v1/files', { method: 'POST', body: form }];
  }
  return ['/v1/cases?limit=5', { method: 'GET' }];
}

function debt(ref) {
  const day = (before) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10);
  return {
    externalRef: ref,
    category: 'commercial_receivable',
    debtorKind: 'enterprise',
    debtorName: `海港贸易${ref.slice(0, 6)}有限公司`,
    regionCode: '310000',
    principalFen: '1200000',
    dueOn: day(120),
    invoicedOn: day(180),
    legalOrigin: 'trade',
    evidence: ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'],
    serviceLine: 'agency_dunning',
  };
}
