import { Books, day } from '../../../test/fakes/books.js';
import { ErpnextServer } from '../../../test/fakes/erpnext.js';
import { KingdeeServer } from '../../../test/fakes/kingdee.js';
import { OdooServer } from '../../../test/fakes/odoo.js';
import type { Outbound } from '../../platform/outbound/index.js';
import type { ErpDocument } from './erp-client.js';
import { ErpClients } from './erp-clients.js';
import { judgeDocument } from './receivable.policy.js';

/** Requests as they are sent, without the rules on addresses. */
const outbound = {
  async send({
    url,
    method,
    headers,
    body,
  }: {
    url: string;
    method: string;
    headers: Record<string, string>;
    body?: string;
  }) {
    const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    };
  },
} as unknown as Outbound;
const clients = new ErpClients(outbound);
const ALL = { since: null, after: null, limit: 500 };

const SERVERS = {
  odoo: (books: Books) => new OdooServer(books),
  erpnext: (books: Books) => new ErpnextServer(books),
  kingdee: (books: Books) => new KingdeeServer(books),
};
const CREDENTIALS = {
  odoo: { apiKey: 'key-one', database: 'harbour' },
  erpnext: { apiKey: 'key', apiSecret: 'secret' },
  kingdee: { accountId: 'acct', username: 'integration', appId: 'app', appSecret: 'app-secret' },
};
type Kind = keyof typeof SERVERS;

async function withErp<T>(kind: Kind, name: string, work: (erp: Awaited<ReturnType<typeof opened>>) => Promise<T>) {
  const erp = await opened(kind, name);
  try {
    return await work(erp);
  } finally {
    await erp.server.stop();
  }
}
async function opened(kind: Kind, name: string) {
  const books = new Books(name);
  const server = await SERVERS[kind](books).start();
  return { books, server, client: clients.open(kind, { baseUrl: server.url, credentials: CREDENTIALS[kind] }) };
}
/** Skip, or `kind day principal/paid` of each line. */
const shown = (document: ErpDocument) => {
  const { skip, status, row } = judgeDocument(document, {}, day(0));
  const lines = (row['lines'] ?? []) as Record<string, string>[];
  const of = lines.map((one) => `${one['kind']} ${one['dueOn']} ${one['principalFen']}/${one['paidFen']}`);
  return skip ? [status, skip.code] : of;
};
const [FIRST, SECOND, THIRD] = [day(-200), day(-100), day(60)] as const;
const THIRDS = [FIRST, SECOND, THIRD].map((dueOn) => ({ dueOn, amount: 3_000, open: 3_000 }));

describe.each<Kind>(['odoo', 'erpnext', 'kingdee'])('%s', (kind) => {
  it('brings the instalments of a document, of which those that fell due are a debt', () =>
    withErp(kind, 'PLAN', async ({ books, client }) => {
      const planned = books.add();
      Object.assign(planned, { total: 9_000, open: 9_000, dueOn: THIRD, plan: THIRDS });
      books.add();
      const [document, plain] = await client.changed(ALL);
      expect(shown(document!)).toEqual([`instalment ${FIRST} 300000/0`, `instalment ${SECOND} 300000/0`]);
      expect(shown(plain!)).toHaveLength(1);
      Object.assign(planned, { open: 6_000, plan: THIRDS.map((one, n) => ({ ...one, open: n === 0 ? 0 : 3_000 })) });
      const [paid] = await client.byKeys([document!.key]);
      expect(shown(paid!)).toEqual([`instalment ${FIRST} 300000/300000`, `instalment ${SECOND} 300000/0`]);
      Object.assign(planned, { open: 3_000, plan: THIRDS.map((one, n) => ({ ...one, open: n === 2 ? 3_000 : 0 })) });
      const [paused] = await client.byKeys([document!.key]);
      expect(shown(paused!)).toEqual(['settled', 'SKIPPED_NOT_DUE']);
    }));

  it('reads everything from a server that gives less at once than it is asked for', () =>
    withErp(kind, 'LESS', async ({ books, server, client }) => {
      for (let n = 0; n < 60; n += 1)
        Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: THIRD, plan: THIRDS });
      server.most = 25;
      const found: ErpDocument[] = [];
      for (let after: string | null = null; ; after = found.at(-1)!.key) {
        const page: ErpDocument[] = await client.changed({ since: null, after, limit: 500 });
        found.push(...page);
        if (page.length < 20) break;
      }
      expect(found).toHaveLength(60);
      for (const one of found) expect(shown(one)).toHaveLength(2);
    }));
});

describe('odoo', () => {
  it('tells a credit note that was set off from a payment, whether or not it names the invoice', () =>
    withErp('odoo', 'SETOFF', async ({ books, client }) => {
      const [one, two] = [books.add(), books.add()];
      for (const each of [one, two]) Object.assign(each, { total: 9_000, open: 9_000, dueOn: FIRST });
      const [free, named] = [books.add('credit_note'), books.add('credit_note')];
      Object.assign(free, { total: 1_000, open: 1_000, issuedOn: SECOND });
      Object.assign(named, { total: 500, open: 500, issuedOn: SECOND, reverses: two.id });
      const shownOf = async ({ id }: { id: number }) => shown((await client.byKeys([`${id}`]))[0]!);
      // What names no invoice and is set off against none lowers none.
      expect(await shownOf(one)).toEqual([`invoice ${FIRST} 900000/0`]);
      expect(await shownOf(free)).toEqual(['open', 'SKIPPED_CREDIT_NOTE']);
      Object.assign(free, { open: 200, setOff: [{ against: one.id, amount: 800 }] });
      Object.assign(one, { open: 8_200 });
      expect(await shownOf(one)).toEqual([`invoice ${FIRST} 900000/0`, `credit_note ${FIRST} -80000/0`]);
      Object.assign(one, { open: 7_200 });
      expect(await shownOf(one)).toEqual([`invoice ${FIRST} 900000/100000`, `credit_note ${FIRST} -80000/0`]);
      // Of one that names another invoice, what was set off here counts here, and what of it was used there is there.
      Object.assign(named, {
        open: 0,
        setOff: [
          { against: one.id, amount: 400 },
          { against: two.id, amount: 100 },
        ],
      });
      Object.assign(one, { open: 6_800 });
      Object.assign(two, { open: 6_000 });
      const lowered = [`credit_note ${FIRST} -80000/0`, `credit_note ${FIRST} -40000/0`];
      expect(await shownOf(one)).toEqual([`invoice ${FIRST} 900000/100000`, ...lowered]);
      expect(await shownOf(two)).toEqual([`invoice ${FIRST} 900000/290000`, `credit_note ${FIRST} -10000/0`]);
    }));

  it('does without what was set off where this user may not read it', () =>
    withErp('odoo', 'DENIED', async ({ books, server, client }) => {
      const invoice = books.add();
      Object.assign(invoice, { total: 9_000, open: 8_000, dueOn: FIRST });
      (server as OdooServer).denied = 'account.partial.reconcile';
      expect(shown((await client.changed(ALL))[0]!)).toEqual([`invoice ${FIRST} 900000/100000`]);
    }));
});

describe.each<Kind>(['odoo', 'erpnext'])('%s', (kind) => {
  it('lowers an invoice by the credit notes that name it, whether they were set off or not', () =>
    withErp(kind, 'NOTE', async ({ books, client }) => {
      const invoice = books.add();
      Object.assign(invoice, { total: 9_000, open: 9_000, dueOn: FIRST });
      const note = books.add('credit_note');
      Object.assign(note, { total: 500, open: 500, reverses: invoice.id, issuedOn: SECOND });
      const [lowered, named] = await client.changed(ALL);
      const lines = [`invoice ${FIRST} 900000/0`, `credit_note ${FIRST} -50000/0`];
      expect(shown(lowered!)).toEqual(lines);
      expect(named!.creditOf).toEqual({ number: invoice.number, key: lowered!.key });
      expect(shown(named!)).toEqual(['open', 'SKIPPED_CREDIT_NOTE_NAMED']);
      // Set off: the invoice shows less as open, and that is no payment.
      Object.assign(invoice, { open: 8_500 });
      Object.assign(note, { open: 0 });
      const [again] = await client.byKeys([lowered!.key]);
      expect(shown(again!)).toEqual(lines);
      Object.assign(invoice, { open: 4_500 });
      expect(shown((await client.byKeys([lowered!.key]))[0]!)).toEqual([`invoice ${FIRST} 900000/400000`, lines[1]]);
      Object.assign(note, { state: 'draft' });
      expect(shown((await client.byKeys([lowered!.key]))[0]!)).toEqual([`invoice ${FIRST} 900000/450000`]);
    }));
});

describe('questions to Frappe', () => {
  it('stay within a request line, however long the names are', () =>
    withErp('erpnext', '海港贸易有限公司销售发票-2025', async ({ books, server, client }) => {
      for (let n = 0; n < 120; n += 1) books.add();
      const found = await client.changed(ALL);
      expect(found).toHaveLength(120);
      const again = await client.byKeys(found.map(({ key }) => key));
      expect(again.map(({ key }) => key).sort()).toEqual(found.map(({ key }) => key).sort());
      const { longestSeen } = server as ErpnextServer;
      expect(longestSeen).toBeGreaterThan(3_000);
      expect(longestSeen).toBeLessThanOrEqual(4_000);
    }));

  it.each([
    ['of 140 characters of four bytes', 70, '𠂇'],
    ['with quotes, brackets and ampersands', 100, '"[&]\\ '],
  ])('stay within it for names %s', (_, count, letters) =>
    withErp('erpnext', letters.repeat(40).slice(0, 120), async ({ books, server, client }) => {
      for (let n = 0; n < count; n += 1) books.add();
      const keys = books.all().map(({ number }) => number);
      expect(await client.byKeys(keys)).toHaveLength(count);
      expect((server as ErpnextServer).longestSeen).toBeLessThanOrEqual(4_000);
    }),
  );

  it('are halved where a server takes less than that', () =>
    withErp('erpnext', '海港贸易有限公司销售发票-2025', async ({ books, server, client }) => {
      for (let n = 0; n < 90; n += 1) books.add();
      (server as ErpnextServer).longest = 2_000;
      const keys = books.all().map(({ number }) => number);
      expect(await client.byKeys(keys)).toHaveLength(90);
      (server as ErpnextServer).longest = 500;
      await expect(client.byKeys(keys)).rejects.toMatchObject({ kind: 'refused', code: 'ERP_REFUSED' });
    }));

  it('do without the terms where the site does not show them: the last due day stands for all', () =>
    withErp('erpnext', 'SHUT', async ({ books, server, client }) => {
      Object.assign(books.add(), { total: 9_000, open: 9_000, dueOn: SECOND, plan: THIRDS.slice(0, 2) });
      (server as ErpnextServer).schedules = false;
      expect(shown((await client.changed(ALL))[0]!)).toEqual([`invoice ${SECOND} 900000/0`]);
    }));
});
