import { randomUUID } from 'node:crypto';
import { creditCheckCharacter, residentCheckCharacter, sampleMobile } from '@recourse/identifiers';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aFile, anOrganisation, aPlatform, type Organisation, type Platform } from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { DOCUMENTS, fresh, sampleDebt, sampleFacts } from '../support/samples.js';

/** Valid as a credit code and as a resident identity number, by chance. */
const BOTH = '130200197006120911';
const CASE = '... on Case { id state debtorMaskedName reviewReasons { code field en zh } }';

describe('parties and their numbers', () => {
  let app: TestApp;
  let creditor: Organisation;
  let platform: Platform;

  beforeAll(async () => {
    app = await testApp();
    [creditor, platform] = await Promise.all([aCreditor(app), aPlatform(app)]);
  });
  afterAll(() => app.close());

  const loan = (over: Answer): Answer =>
    sampleDebt({
      ...{ category: 'private_loan', debtorKind: 'person', debtorPhone: sampleMobile(fresh()), regionCode: null },
      ...{ legalOrigin: 'lending', evidence: ['loan_note', 'payment_record', 'id_copy', 'contract'] },
      ...over,
    });

  async function post(debt: Answer): Promise<Answer> {
    const input = { input: ['PostCaseInput!', debt] as const };
    const options = { token: creditor.owner.token, idempotencyKey: randomUUID() };
    return act(app, 'postCase', input, CASE, options);
  }

  async function imported(debts: readonly Answer[]): Promise<Answer[]> {
    const headers = { authorization: `Bearer ${creditor.owner.token}`, 'idempotency-key': randomUUID() };
    const sent = await app.rest().post('/v1/case-batches').set(headers).send({ rows: debts });
    expect([sent.status, sent.text]).toEqual([202, expect.any(String)]);
    let batch = sent.body;
    while (!batch.finishedAt) {
      batch = (await app.rest().get(`/v1/case-batches/${batch.id}`).set(headers).expect(200)).body;
    }
    const rows = await app.rest().get(`/v1/case-batches/${batch.id}/rows`).query({ limit: 100 }).set(headers);
    return rows.body.data;
  }

  const shown = (id: string) => ask(app, 'case', { id: ['ID!', id] }, 'id debtorMaskedName', creditor.owner.token);

  it('sends a credit code that does not hold to a reviewer, who lists it', async () => {
    const posted = await post(
      sampleDebt({ debtorName: '厦门思明旧城贸易有限公司', debtorIdNumber: '91350203M0097Q4T09' }),
    );
    expect(posted).toMatchObject({ state: 'submitted', reviewReasons: [{ code: 'DEBTOR_ID_CHECK_DIFFERS' }] });
    const token = platform.reviewer.token;
    await done(app, 'claimCaseReview', { caseId: ['ID!', posted['id']] }, CASE, { token });
    const accepted = await done(
      app,
      'admitCase',
      { caseId: ['ID!', posted['id']], reason: ['String!', '与营业执照一致'] },
      CASE,
      { token },
    );
    expect(accepted).toMatchObject({ state: 'listed' });
  });

  it.each([
    ['陈大文', '810000198506121238'],
    ['何小龙', '820000198506121248'],
    ['林志明', '830000198506121258'],
    ['JOHN EXAMPLE', '911840198506121261'],
    ['李四', '13020019850612004Ｘ'],
  ])('lists the debt of %s, a person, at once', async (debtorName, debtorIdNumber) => {
    expect(await post(loan({ debtorName, debtorIdNumber }))).toMatchObject({ state: 'listed', reviewReasons: [] });
  });

  it('takes a travel permit when its kind is stated, and else says what is wanted', async () => {
    const debt = loan({ debtorName: '王五', debtorIdNumber: 'H12345678' });
    const refused = await post(debt);
    expect(refused).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE' });
    expect(refused['details'].reasons).toContain('DEBTOR_ID_NEEDS_KIND');
    expect(await post({ ...debt, debtorIdKind: 'hmt_travel_permit' })).toMatchObject({ state: 'listed' });
  });

  it('never shows a person as an enterprise, through whichever door', async () => {
    const name = { debtorName: '王小明', debtorIdNumber: BOTH };
    expect(await post(loan(name))).toMatchObject({ state: 'listed', debtorMaskedName: '王**' });
    const twice = await post(sampleDebt(name));
    expect(twice['details'].reasons).toContain('DEBTOR_ID_TWO_READINGS');
    const rows = await imported([
      loan({ ...name, debtorKind: null }),
      loan({ ...name, debtorName: '好再来', debtorKind: null }),
      sampleDebt({ ...name, debtorKind: null, debtorName: '唐山某某商行' }),
      sampleDebt({ debtorName: '王小明', debtorIdNumber: '92340600YY200003X0', debtorKind: null }),
    ]);
    expect(rows.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code }: Answer) => code)])).toEqual([
      ['admitted'],
      ['rejected', 'DEBTOR_KIND_UNKNOWN'],
      ['admitted'],
      ['admitted'],
    ]);
    const [first, , shop, trader] = rows;
    expect(await shown(first!['caseId'])).toMatchObject({ debtorMaskedName: '王**' });
    expect(await shown(shop!['caseId'])).toMatchObject({ debtorMaskedName: '**某某商行' });
    // A sole trader's enterprise bears its owner's name.
    expect(await shown(trader!['caseId'])).toMatchObject({ debtorMaskedName: '王**' });
  });

  it('says which number is wanted of an enterprise', async () => {
    const rows = await imported([
      sampleDebt({ debtorIdNumber: '350100611234567' }),
      sampleDebt({ debtorIdNumber: 'YY300007-4' }),
      sampleDebt({ debtorIdNumber: '34052419800101001X' }),
    ]);
    for (const { outcome, reasons } of rows) {
      expect([outcome, ...reasons.map(({ code }: Answer) => code)]).toEqual([
        'rejected',
        'DEBTOR_ID_NEEDS_CREDIT_CODE',
      ]);
      expect(reasons[0].zh).toContain('18 位统一社会信用代码');
    }
  });

  it('refuses a city of two provinces by its name in pinyin', async () => {
    const rows = await imported(['Suzhou', 'Suzhou, Jiangsu', '火星'].map((regionCode) => sampleDebt({ regionCode })));
    expect(rows.map(({ outcome, reasons }) => reasons[0]?.code ?? outcome)).toEqual([
      'REGION_AMBIGUOUS',
      'admitted',
      'REGION_UNKNOWN',
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'admitted', 'admitted']);
  });

  it('verifies an organisation whose code does not hold and whose head has a passport', async () => {
    const organisation = await anOrganisation(app, 'creditor');
    const { token } = organisation.owner;
    const fileId = await aFile(app, organisation.owner);
    const documents = DOCUMENTS.creditor.map((kind) => ({ kind, fileId }));
    const submit = (over: Answer) => {
      const facts = { ...sampleFacts('creditor', organisation.name), ...over };
      const input = { input: ['SubmitVerificationInput!', { facts, documents }] as const };
      return act(app, 'submitVerification', input, '... on VerificationSummary { id state }', { token });
    };
    const body17 = `91350203M${String(fresh()).padStart(7, '0')}T`;
    const creditCode = body17 + (creditCheckCharacter(body17) === '0' ? '1' : '0');
    const head = { name: 'JOHN EXAMPLE', residentId: `E${String(fresh()).padStart(8, '0')}` };
    const facts = { creditCode, legalRepresentative: head };
    expect(await submit(facts)).toMatchObject({
      ...{ code: 'VERIFICATION_INCOMPLETE', path: 'facts.legalRepresentative.residentId' },
      details: { reason: 'KIND_WANTED', faults: 1 },
    });
    const body = `4403052010${'0101'}001`;
    const minor = { name: '张三', residentId: body + residentCheckCharacter(body) };
    expect(await submit({ ...facts, legalRepresentative: minor })).toMatchObject({ details: { reason: 'MINOR' } });
    const submitted = await submit({ ...facts, legalRepresentative: { ...head, idKind: 'passport' } });
    expect(submitted).toMatchObject({ state: 'submitted' });
    const id = { id: ['ID!', submitted['id']] as const };
    await done(app, 'claimVerification', id, '... on VerificationSummary { state }', {
      token: platform.reviewer.token,
    });
    const seen = await ask(
      app,
      'verification',
      id,
      'facts { legalRepresentative { residentId idKind } } checks { code passed severity reason }',
      platform.reviewer.token,
    );
    expect(seen['facts'].legalRepresentative).toEqual({ residentId: head.residentId, idKind: 'passport' });
    const told = (code: string) => seen['checks'].find((check: Answer) => check['code'] === code);
    expect(told('CREDIT_CODE_HOLDS')).toMatchObject({ passed: false, severity: 'advisory', reason: 'CHECK_CHARACTER' });
    expect(told('LEGAL_REPRESENTATIVE_ADULT')).toMatchObject({ passed: null, reason: 'NOT_IN_NUMBER' });
  });
});
