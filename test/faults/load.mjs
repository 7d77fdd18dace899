import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isKeyed, requestOf, WRITES } from './acts.mjs';
import { chances } from './random.mjs';

const TIMEOUT_MS = 20_000;
const LOOPS = 20;
const IMPORT_ROWS = 5;
/** Codes that say: ask again. */
const LATER = new Set(['BUSY', 'DATABASE_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'SERVICE_RESTARTING', 'FILES_UNAVAILABLE', 'RATE_LIMITED', 'IDEMPOTENCY_IN_FLIGHT']);

/** Twenty clients that do everything a creditor and an agency do with a case, and remember all they were told. */
export class Load {
  constructor(apps, creditors, agencies, seed) {
    this.apps = apps;
    this.creditors = creditors;
    this.agencies = agencies;
    this.seed = seed;
    this.chances = chances(seed);
    this.on = true;
    this.n = 0;
    /** Acts without a definite answer, to be asked again. */
    this.unknown = [];
    /** By kind: what was acknowledged, each with the act and the id it was told. */
    this.told = Object.fromEntries(WRITES.map((kind) => [kind, []]));
    /** Answers that nobody may get. */
    this.odd = new Map();
    /** Honest ones that say: not now. */
    this.later = new Map();
    /** Plain refusals, for whoever wonders what the load is doing. */
    this.refused = new Map();
    this.requests = 0;
    this.successes = [];
    this.failures = [];
    this.cases = [];
    this.owners = new Map();
  }

  run() {
    this.loops = Array.from({ length: LOOPS }, (_, n) => this.loop(n, chances(this.seed * 1_000 + n)));
  }

  async stop() {
    this.on = false;
    await Promise.all(this.loops);
  }

  /** The kinds of acts that nobody has been told to be done. */
  undone() {
    return WRITES.filter((kind) => this.told[kind].length === 0);
  }

  async loop(n, chance) {
    while (this.on) {
      const dice = chance.next();
      if (n % 4 === 0) await this.act({ kind: 'posted', who: chance.one(this.creditors) });
      // One creditor uploads one file at a time: more are told to come later, which only a fault may tell them here.
      else if (n % 4 === 1 && dice < 0.2) await this.act({ kind: 'imported', who: this.creditors[(n - 1) / 4], rows: IMPORT_ROWS });
      else if (dice < 0.25) await this.read(chance);
      else await this.workOnACase(chance);
    }
  }

  read(chance) {
    const who = chance.one([...this.creditors, ...this.agencies]);
    return this.act({ kind: 'read', who, path: chance.one(['/v1/cases?limit=5', '/v1/repayments?limit=5']) });
  }

  async workOnACase(chance) {
    const caseId = this.cases.shift();
    if (caseId === undefined) return pause(20);
    const held = await this.grab(chance, caseId);
    if (!held) return;
    const { who, id: grabId } = held;
    await this.act({ kind: 'accepted', who, grabId });
    if (chance.next() < 0.25) return void (await this.act({ kind: 'returned', who, grabId }));
    await this.collect(chance, { who, grabId, caseId, creditor: this.owners.get(caseId) });
  }

  /** One agency grabs, or two at once, of which one has to lose. */
  async grab(chance, caseId) {
    const first = chance.below(this.agencies.length);
    const both = [first, (first + 1) % this.agencies.length].slice(0, chance.next() < 0.3 ? 2 : 1);
    const grabs = both.map(async (n) => {
      const who = this.agencies[n];
      const won = await this.act({ kind: 'grabbed', who, caseId });
      return won && { who, id: won.id };
    });
    return (await Promise.all(grabs)).find((won) => won !== undefined);
  }

  /** From the debtor's payment to the end of the case, or to a payment that was none. */
  async collect(chance, { who, grabId, caseId, creditor }) {
    const voucher = await this.act({ kind: 'uploaded', who, purpose: 'repayment-voucher' });
    if (!voucher) return;
    const report = await this.act({ kind: 'reported', who, caseId, voucherFileId: voucher.id });
    if (!report) return;
    const repaymentId = report.id;
    if (!(await this.act({ kind: 'confirmed', who: creditor, repaymentId }))) return;
    if (chance.next() < 0.3) await this.act({ kind: 'reversed', who: creditor, repaymentId });
    else if (chance.next() < 0.5) await this.act({ kind: 'completed', who, grabId });
  }

  /** Carries out one act; one without a definite answer is kept. */
  async act(act) {
    act.key ??= randomUUID();
    const answer = await this.send(act);
    if (answer === 'unknown') {
      if (act.kind !== 'read') this.unknown.push(act);
      await pause(50);
      return undefined;
    }
    if (!answer.ok) return undefined;
    this.successes.push(performance.now());
    this.told[act.kind]?.push({ id: answer.id, act });
    if (act.kind === 'posted') {
      this.owners.set(answer.id, act.who);
      this.cases.push(answer.id);
    }
    return answer;
  }

  /** Asks every act without an answer again until there is one. Answers how many there were, and how many stay open. */
  async resolve(patienceMs) {
    const until = performance.now() + patienceMs;
    const asked = this.unknown.length;
    while (this.unknown.length > 0 && performance.now() < until) {
      await Promise.all(this.unknown.splice(0, 20).map((act) => this.act(act)));
    }
    return { asked, open: this.unknown.length };
  }

  /** Asks again, with its key, what was answered before, and tells whose second answer is another. */
  async repeat(count) {
    const keyed = Object.values(this.told).flat().filter(({ act }) => isKeyed(act));
    const some = Array.from({ length: count }, () => this.chances.one(keyed));
    const second = await Promise.all(some.map(({ act }) => this.send(act)));
    return some.flatMap(({ act, id }, n) =>
      second[n].id === id ? [] : [`${act.kind} ${id} asked again: ${second[n].id ?? second[n].code ?? second[n]}`],
    );
  }

  async send(act) {
    this.requests += 1;
    const app = this.apps[this.n++ % this.apps.length];
    const [path, init] = requestOf(act);
    const headers = { authorization: `Bearer ${act.who.key}`, ...(isKeyed(act) ? { 'idempotency-key': act.key } : {}), ...init.headers };
    try {
      const answer = await fetch(app.url + path, { ...init, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return this.meaning(act, answer, await answer.json());
    } catch (error) {
      const what = error.name === 'TimeoutError' ? 'no answer' : (error.cause?.code ?? error.name);
      this.fail(this.later, what);
      // It never left: nothing to ask again.
      if (what !== 'ECONNREFUSED') return 'unknown';
      await pause(200);
      return { ok: false };
    }
  }

  meaning(act, { status, headers }, body) {
    const result = body.data?.result;
    const code = body.code ?? result?.code ?? body.errors?.[0]?.extensions?.code;
    const honest = status < 500 || (status === 503 && code !== undefined && headers.get('retry-after') !== null);
    if (!honest || code === 'INTERNAL') return this.fail(this.odd, `${act.kind}: ${status} ${code}`);
    if (LATER.has(code)) return this.fail(this.later, code);
    if (code === undefined) return { ok: true, id: result?.id ?? body.id };
    tally(this.refused, `${act.kind}: ${code}`);
    return { ok: false, code };
  }

  fail(where, what) {
    tally(where, what);
    this.failures.push(performance.now());
    return 'unknown';
  }
}

function tally(where, what) {
  where.set(what, (where.get(what) ?? 0) + 1);
}
