import { isRefusal, Recourse, type Tokens, yuan } from '@recourse/client';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, aListedCase, anAgency, anApiKey, type Organisation, PASSWORD } from '../support/builders.js';
import { daysAgo, PDF, sampleDebt } from '../support/samples.js';

const RETRY = { baseMs: 20, maxMs: 50 };
const CSV_HEAD =
  '单据编号,客户,未核销金额,价税合计,到期日,单据状态,债务类别,债务成因,债务人类型,省市区,合同编号,证据文件';
const row = (ref: string, due = '2025/4/30') =>
  `${ref},宁波市远航物流有限公司,"12,400.00","12,400.00",${due},已审核,应收账款,货物买卖,企业,浙江省宁波市,HT-21,合同;发票`;

describe('integrators use the client', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let erp: Recourse;
  let bot: Recourse;

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    [erp, bot] = await Promise.all([
      clientOf(creditor, ['cases:read', 'cases:write', 'repayments:write', 'repayments:read', 'statements:read']),
      clientOf(agency, [
        'hall:read',
        'grabs:write',
        'grabs:read',
        'repayments:write',
        'files:write',
        'collection:write',
      ]),
    ]);
  });
  afterAll(() => app.close());

  async function clientOf(organisation: Organisation, scopes: string[], more: object = {}): Promise<Recourse> {
    const { key } = await anApiKey(app, organisation, scopes);
    return new Recourse({ baseUrl: app.url, apiKey: key, retry: RETRY, ...more });
  }

  /** A network that loses every first answer of an act, after the platform has done it. */
  function losing(): typeof fetch {
    const lost = new Set<string>();
    return async (input, init) => {
      const answer = await fetch(input, init);
      const key = new Headers(init?.headers).get('idempotency-key');
      if (key === null || lost.has(key)) return answer;
      lost.add(key);
      await answer.text();
      throw new TypeError('fetch failed');
    };
  }

  it('from the case to the commission, with amounts as bigint', async () => {
    const posted = await erp.cases.post({
      ...sampleDebt({ principalFen: undefined }),
      principalFen: yuan(8_000),
    } as never);
    expect(posted).toMatchObject({ state: 'listed', outstandingFen: 800_000n });
    const grab = await bot.grabs.grab({ caseId: posted.id });
    expect((await bot.grabs.accept({ grabId: grab.id })).acceptedAt).not.toBeNull();
    await bot.collection.logActivity({ grabId: grab.id, kind: 'call', outcome: 'reached' });
    const voucher = await bot.files.upload(PDF, { purpose: 'repayment-voucher', filename: 'voucher.pdf' });
    const reported = await bot.repayments.report({
      caseId: posted.id,
      amountFen: yuan(3_000),
      paidOn: daysAgo(0),
      channel: 'bank_transfer',
      payee: 'creditor',
      voucherFileId: voucher.id,
    });
    const confirmed = await erp.repayments.confirm({ repaymentId: reported.id });
    expect(confirmed.commissionFen).toBe((300_000n * BigInt(grab.terms.commissionBps)) / 10_000n);
    const period = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    const statement = await erp.settlement.statement({ period });
    expect(statement.lines.map((line) => line.amountFen)).toContain(-confirmed.commissionFen!);
    expect((await erp.rest('getStatement', { path: { period } })).closingFen).toBe(statement.closingFen);
  });

  it('once, whatever the network does to the answers', async () => {
    const [unluckyErp, unluckyBot] = await Promise.all([
      clientOf(creditor, ['cases:read', 'cases:write', 'repayments:write'], { fetch: losing() }),
      clientOf(agency, ['grabs:write', 'grabs:read', 'repayments:write', 'repayments:read'], { fetch: losing() }),
    ]);
    const posted = await unluckyErp.cases.post(sampleDebt() as never);
    expect(unluckyErp.lastAnswer?.replayed).toBe(true);
    const grab = await unluckyBot.grabs.grab({ caseId: posted.id });
    expect(unluckyBot.lastAnswer?.replayed).toBe(true);
    expect((await bot.grabs.list({ state: 'active' }).toArray()).filter(({ caseId }) => caseId === posted.id)).toEqual([
      expect.objectContaining({ id: grab.id }),
    ]);
    await bot.grabs.accept({ grabId: grab.id });
    const paid = {
      caseId: posted.id,
      amountFen: 5_000n,
      paidOn: daysAgo(0),
      channel: 'cash',
      payee: 'creditor',
    } as const;
    await unluckyErp.repayments.report(paid);
    expect(unluckyErp.lastAnswer?.replayed).toBe(true);
    expect(await unluckyBot.repayments.list({ filter: { caseId: posted.id } }).toArray()).toHaveLength(1);
    const batch = await unluckyErp.batches.import(`${CSV_HEAD}\n${row('ONCE-1')}\n`);
    expect(batch).toMatchObject({ state: 'completed', totalRows: 1, admittedRows: 1 });
    expect((await erp.batches.list().toArray()).filter(({ id }) => id === batch.id)).toHaveLength(1);
  });

  it('once, what it does with a grab as well', async () => {
    const unlucky = await clientOf(agency, ['grabs:write', 'grabs:read'], { fetch: losing() });
    const caseId = await aListedCase(app, creditor);
    const grabId = await aGrab(app, agency, caseId);
    expect(await unlucky.grabs.return({ grabId, reason: 'too far' })).toMatchObject({ state: 'returned' });
    expect(unlucky.lastAnswer?.replayed).toBe(true);
    expect(await bot.grabs.get({ id: grabId })).toMatchObject({ state: 'returned', endReason: 'too far' });
  });

  it('with refusals that say what, where and how to ask about it', async () => {
    const rival = await clientOf(await anAgency(app), ['grabs:write']);
    const caseId = await aListedCase(app, creditor);
    await bot.grabs.grab({ caseId });
    const taken = await rival.grabs.grab({ caseId }).catch((error: unknown) => error);
    expect(isRefusal(taken, 'CASE_ALREADY_GRABBED')).toBe(true);
    expect(taken).toMatchObject({
      requestId: expect.stringMatching(/\w{8}/),
      message: expect.stringMatching(/another provider/i),
    });
    await expect(erp.cases.get({ id: 'case_nonsense' })).rejects.toMatchObject({ path: 'id' });
    await expect(bot.cases.post(sampleDebt() as never)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const stranger = new Recourse({ baseUrl: app.url, apiKey: 'rk_live_nonsense' });
    await expect(stranger.me()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const nowhere = new Recourse({ baseUrl: 'http://127.0.0.1:2', retry: { ...RETRY, retries: 1 } });
    await expect(nowhere.me()).rejects.toMatchObject({ code: 'NETWORK', unsent: true });
  });

  it('page by page, as far as one wants', async () => {
    const refs = Array.from({ length: 5 }, (_, i) => `PAGE-${i}`);
    for (const externalRef of refs) await erp.cases.post(sampleDebt({ externalRef }) as never);
    const asked: string[] = [];
    const client = await clientOf(creditor, ['cases:read'], {
      onAnswer: ({ url }: { url: string }) => asked.push(url),
    });
    const found = await client.cases.list({}, { pageSize: 2 }).toArray(5);
    expect(found.map(({ externalRef }) => externalRef)).toEqual([...refs].reverse());
    expect(asked).toHaveLength(3);
  });

  it('with a file, told of its progress and of every row', async () => {
    const seen: number[] = [];
    const csv = [CSV_HEAD, row('FILE-1'), row('FILE-2', '2025/13/40'), row('FILE-3')].join('\n');
    const batch = await erp.batches.import(csv, { onProgress: ({ processedRows }) => seen.push(processedRows) });
    expect(batch).toMatchObject({ state: 'completed', totalRows: 3, admittedRows: 2, rejectedRows: 1 });
    expect(seen.at(-1)).toBe(3);
    const outcomes = await erp.batches.rows({ batchId: batch.id }).toArray();
    expect(outcomes.map(({ externalRef, outcome }) => [externalRef, outcome])).toEqual([
      ['FILE-1', 'admitted'],
      ['FILE-2', 'rejected'],
      ['FILE-3', 'admitted'],
    ]);
  });

  it('as a member, whose session is renewed under way and goes on elsewhere', async () => {
    const kept: Tokens[] = [];
    const onSession = (tokens: Tokens) => void kept.push(tokens);
    const login = { email: creditor.owner.email, password: PASSWORD };
    const member = new Recourse({ baseUrl: app.url, login, onSession });
    expect((await member.me()).member?.email).toBe(login.email);
    const stale = { ...kept[0]!, accessTokenExpiresAt: '2020-01-01T00:00:00Z' };
    const elsewhere = new Recourse({ baseUrl: app.url, session: stale, onSession });
    const both = await Promise.all([elsewhere.me(), elsewhere.me()]);
    expect(both.map(({ organisation }) => organisation.id)).toEqual([creditor.id, creditor.id]);
    expect(kept).toHaveLength(2);
    expect(kept[1]!.refreshToken).not.toBe(kept[0]!.refreshToken);
    const spoiled = new Recourse({ baseUrl: app.url, session: { ...kept[1]!, accessToken: 'x.y.z' }, onSession });
    expect((await spoiled.me()).organisation.id).toBe(creditor.id);
    expect(kept).toHaveLength(3);
  });
});
