import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { ask } from '../support/client.js';
import { daysAgo } from '../support/samples.js';

const LINES = 'lines { kind documentNumber principalFen paidFen openFen dueOn invoicedOn } outstandingFen';

describe('the lines of cases, exported and sent again', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const as = () => ({ authorization: `Bearer ${creditor.owner.token}` });
  async function posted(lines: readonly object[]): Promise<string> {
    const whole = {
      ...{ externalRef: `BACK-${randomUUID()}`, category: 'commercial_receivable', debtorKind: 'enterprise' },
      ...{ debtorName: '江城海港贸易有限公司', legalOrigin: 'trade', evidence: ['contract', 'invoice'] },
    };
    const sent = await app
      .rest()
      .post('/v1/cases')
      .set({ ...as(), 'idempotency-key': randomUUID() })
      .send({ ...whole, lines });
    expect(sent.body).toMatchObject({ state: 'listed' });
    return sent.body.id;
  }
  async function imported(text: string, mode: string) {
    const sent = await app
      .rest()
      .post('/v1/case-batches')
      .query({ mode })
      .set({ ...as(), 'idempotency-key': randomUUID() })
      .attach('file', Buffer.from(text), { filename: 'lines.csv' });
    expect({ status: sent.status, text: sent.text }).toMatchObject({ status: 202 });
    for (;;) {
      const { body } = await app.rest().get(`/v1/case-batches/${sent.body.id}`).set(as()).expect(200);
      if (body.finishedAt) break;
      await sleep(30);
    }
    const { body } = await app.rest().get(`/v1/case-batches/${sent.body.id}/rows`).set(as()).expect(200);
    return body.data as { outcome: string; caseId: string; reasons: { code: string }[] }[];
  }
  const linesOf = (id: string) => ask(app, 'case', { id: ['ID!', id] }, LINES, creditor.owner.token);

  it.each(['zh-CN', 'en'])('change nothing, and what is changed in them changes their case, in %s', async (lang) => {
    const invoice = { kind: 'invoice', invoicedOn: daysAgo(150) };
    const id = await posted([
      { ...invoice, documentNumber: '007001', principalFen: '500000', paidFen: '100000', dueOn: daysAgo(120) },
      { ...invoice, documentNumber: '007002', principalFen: '300000', dueOn: daysAgo(90) },
      { kind: 'credit_note', documentNumber: 'CN-1', principalFen: '-50000', dueOn: daysAgo(80) },
    ]);
    const before = await linesOf(id);
    const query = { format: 'csv', lang };
    const { text } = await app.rest().get('/v1/exports/case-lines').query(query).set(as()).expect(200);
    const outcomes = await imported(text, 'upsert');
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(await linesOf(id)).toEqual(before);

    const changed = text.replaceAll('3000.00', '2900.00');
    expect(changed).not.toBe(text);
    const own = (await imported(changed, 'upsert')).filter(({ caseId }) => caseId === id);
    expect(own.map(({ outcome }) => outcome)).toEqual(['updated', 'updated', 'updated']);
    expect(await linesOf(id)).toMatchObject({ outstandingFen: '640000' });

    const strange = changed.replaceAll('BACK-', 'NEW-');
    for (const mode of ['create', 'upsert']) {
      const [refused] = await imported(strange, mode);
      expect(refused?.outcome).toBe('rejected');
      expect(refused?.reasons.map(({ code }) => code)).toContain('DEBTOR_NAME_MASKED');
    }
  });
});
