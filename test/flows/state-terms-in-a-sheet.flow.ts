import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, anAgency, type Organisation } from '../support/builders.js';
import { ask } from '../support/client.js';
import { daysAgo } from '../support/samples.js';

const TERMS = 'contractOn overdueRateBps penaltyRateBps feesFen creditorScale debtorScale paymentTermDays payWhenPaid';

const aReference = () => `TERMS-${randomUUID()}`;

describe('interest and terms in a sheet', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const as = () => ({ authorization: `Bearer ${creditor.owner.token}` });
  async function imported(text: string, query: Record<string, string> = {}, fields: Record<string, string> = {}) {
    const request = app
      .rest()
      .post('/v1/case-batches')
      .query(query)
      .set({ ...as(), 'idempotency-key': randomUUID() });
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    const sent = await request.attach('file', Buffer.from(text), { filename: 'rows.csv' });
    expect({ status: sent.status, text: sent.text }).toMatchObject({ status: 202 });
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${sent.body.id}`).set(as()).expect(200);
      if (body.finishedAt) break;
      await sleep(30);
    }
    const { body } = await app.rest().get(`/v1/case-batches/${sent.body.id}/rows`).set(as()).expect(200);
    return body.data as { outcome: string; caseId: string; reasons: { code: string; field: string }[] }[];
  }
  const HEAD = '外部单号,债务人名称,债务人类型,本金(元),到期日,开票日,债务成因,证据文件';
  const row = (ref: string) => `${ref},江城海港贸易有限公司,企业,8000.00,${daysAgo(90)},${daysAgo(120)},货款,合同;发票`;
  const termsOf = async (id: string) =>
    ((await ask(app, 'case', { id: ['ID!', id] }, `claimTerms { ${TERMS} }`, creditor.owner.token)) as any).claimTerms;

  it('are stated by row and by default, and a later sheet changes them on a case that nobody holds', async () => {
    const ref = aReference();
    const head = `${HEAD},违约金年利率(%),其他费用(元),债权人规模,约定付款期限(天)`;
    const defaults = JSON.stringify({ claimTerms: { debtorScale: 'large', penaltyRateBps: 900 } });
    const [posted] = await imported(`${head}\n${row(ref)},6,12.50,中小企业,30`, {}, { defaults });
    expect(posted).toMatchObject({ outcome: 'admitted', reasons: [] });
    const stated = { penaltyRateBps: 600, feesFen: '1250', creditorScale: 'sme', debtorScale: 'large' };
    expect(await termsOf(posted!.caseId)).toMatchObject({ ...stated, paymentTermDays: 30, payWhenPaid: null });

    const later = `${HEAD},违约金年利率(%),合同签订日,背靠背付款\n${row(ref)},5,${daysAgo(130)},否`;
    expect((await imported(later))[0]).toMatchObject({ outcome: 'duplicate' });
    expect(await termsOf(posted!.caseId)).toMatchObject({ penaltyRateBps: 600 });
    expect((await imported(later, { mode: 'upsert' }))[0]).toMatchObject({
      outcome: 'updated',
      caseId: posted!.caseId,
    });
    const changed = { ...stated, penaltyRateBps: 500, contractOn: daysAgo(130), payWhenPaid: false };
    expect(await termsOf(posted!.caseId)).toMatchObject(changed);
    expect((await imported(later, { mode: 'upsert' }))[0]).toMatchObject({ outcome: 'unchanged' });

    const agency = await anAgency(app);
    await aGrab(app, agency, posted!.caseId);
    const held = await imported(`${HEAD},违约金年利率(%)\n${row(ref)},4`, { mode: 'upsert' });
    expect(held[0]).toMatchObject({ outcome: 'rejected', reasons: [{ code: 'CASE_IS_HELD' }] });
    expect(await termsOf(posted!.caseId)).toMatchObject(changed);
  });

  it('that cannot be are refused by their header', async () => {
    const [refused] = await imported(`${HEAD},逾期年利率(%),合同签订日\n${row(aReference())},120,${daysAgo(-5)}`);
    expect(refused?.reasons.map(({ code, field }) => [code, field])).toEqual([['RATE_UNREADABLE', '逾期年利率(%)']]);
    const [future] = await imported(`${HEAD},合同签订日\n${row(aReference())},${daysAgo(-5)}`);
    expect(future?.reasons.map(({ code, field }) => [code, field])).toEqual([['DATE_IN_FUTURE', '合同签订日']]);
  });
});
