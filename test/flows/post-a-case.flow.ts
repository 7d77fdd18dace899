import { randomUUID } from 'node:crypto';
import { sampleCreditCode, sampleMobile, sampleResidentId } from '@recourse/identifiers';
import { parsePublicId } from '../../src/kernel/index.js';
import { Registrations } from '../../src/parties/members/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { asOwner } from '../support/database.js';

const PASSWORD = 'lantern-quay-83';
const REFUSAL = '__typename ... on Refusal { code message path details }';
const CASE = `... on Case { id number state externalRef debtorMaskedName outstandingFen score grade commissionBps
  reviewReasons { code field en zh } acceptedAt }`;
type Answer = Record<string, any>;

describe('posting a case', () => {
  let app: TestApp;
  let creditor: Answer;
  let nth = 0;

  beforeAll(async () => {
    app = await testApp();
    creditor = await anOrganisation('creditor');
    await approve(creditor);
  });
  afterAll(() => app.close());

  async function anOrganisation(kind: string): Promise<Answer> {
    nth += 1;
    const email = `quay${nth}.${randomUUID()}@harbour.example`;
    const input = { kind, organisationName: `Quay ${nth}`, email, name: 'Lin Mei', password: PASSWORD };
    const query = `mutation ($input: RegisterInput!) { register(input: $input) { ${REFUSAL}
      ... on Session { accessToken } } }`;
    const session = (await app.graphql(query, { input })).data!['register'];
    const me = await app.graphql('{ me { organisation { id } } }', {}, session.accessToken);
    return { token: session.accessToken, organisationId: me.data!['me'].organisation.id, email };
  }

  /** Verification has flows of its own; here only its result matters. */
  async function approve(one: Answer): Promise<void> {
    const organisationId = parsePublicId('organisation', one['organisationId']);
    await asOwner(
      app.database,
      `INSERT INTO verification_applications (id, organisation_id, organisation_kind, state, facts_sealed,
         credit_code_index, submission, submitted_at, decided_at, valid_until)
       VALUES ($1, $2, 'creditor', 'approved', '', $3, 1, now(), now(), current_date + 365)`,
      [randomUUID(), organisationId, Buffer.from(randomUUID())],
    );
  }

  async function reviewer(): Promise<string> {
    const email = `review.${randomUUID()}@platform.example`;
    const registration = app.serving.app.get(Registrations);
    await registration.createPlatformOwner({ email, name: 'Reviewer', password: PASSWORD }, true);
    const query = `mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }`;
    return (await app.graphql(query, { input: { email, password: PASSWORD } })).data!['login'].accessToken;
  }

  function input(over: Answer = {}): Answer {
    nth += 1;
    return {
      externalRef: `AR-${nth}`,
      contractNumber: `HT-${nth}`,
      category: 'commercial_receivable',
      debtorKind: 'enterprise',
      debtorName: '深圳市大华电子有限公司',
      debtorIdNumber: sampleCreditCode(nth),
      regionCode: '440305',
      principalFen: '800000',
      dueOn: '2026-03-01',
      invoicedOn: '2026-02-01',
      legalOrigin: 'trade',
      evidence: ['contract', 'invoice'],
      commission: { bps: 1200, tiers: [{ minMonthsOverdue: 12, bps: 2000 }] },
      ...over,
    };
  }

  async function act(token: string, query: string, variables: Answer = {}, headers = {}): Promise<Answer> {
    const answer = await app.graphql(query, variables, token, headers);
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return Object.values(answer.data)[0] as Answer;
  }

  const post = (given: Answer, token = creditor['token'], headers = {}) =>
    act(
      token,
      `mutation ($input: PostCaseInput!) { postCase(input: $input) { ${REFUSAL} ${CASE} } }`,
      { input: given },
      headers,
    );

  it('lists what holds every rule at once, for an approved creditor only', async () => {
    const newcomer = await anOrganisation('creditor');
    expect(await post(input(), newcomer['token'])).toMatchObject({ code: 'ORGANISATION_NOT_VERIFIED' });
    const posted = await post(input());
    expect(posted).toMatchObject({
      __typename: 'Case',
      state: 'listed',
      debtorMaskedName: '深圳*****有限公司',
      outstandingFen: '800000',
      commissionBps: 1200,
      reviewReasons: [],
    });
    expect(posted['acceptedAt']).not.toBeNull();
    const history = `query ($id: ID!) { caseHistory(caseId: $id) { act toState facts } }`;
    expect(await act(creditor['token'], history, { id: posted['id'] })).toMatchObject([
      { act: 'admit', toState: 'listed', facts: { automatic: true, outstandingFen: '800000' } },
    ]);
  });

  it('refuses what is barred with every reason, and the same reference twice', async () => {
    const barred = await post(input({ legalOrigin: 'gambling', debtorIdNumber: '123' }));
    expect(barred).toMatchObject({ __typename: 'CaseNotAdmissible', code: 'CASE_NOT_ADMISSIBLE' });
    expect(barred['details'].reasons).toMatch(/ILLEGAL_ORIGIN.*DEBTOR_ID_INVALID/);
    const once = input();
    const first = await post(once);
    expect(await post(once)).toMatchObject({ code: 'CASE_EXISTS', details: { caseId: first['id'] } });
  });

  it('answers a repetition with the same key as the first time', async () => {
    const [given, key] = [input(), { 'idempotency-key': randomUUID() }];
    const first = await post(given, creditor['token'], key);
    expect(await post(given, creditor['token'], key)).toEqual(first);
    expect(await post(input(), creditor['token'], key)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('sends doubtful cases to a reviewer, who claims and admits or rejects them', async () => {
    const doubtful = { category: 'private_loan', legalOrigin: 'other', evidence: ['loan_note', 'payment_record'] };
    const posted = await post(input(doubtful));
    expect(posted).toMatchObject({ state: 'submitted', acceptedAt: null });
    expect(posted['reviewReasons'].map((one: Answer) => one['code'])).toContain('LEGAL_ORIGIN_UNCLEAR');
    const token = await reviewer();
    const decide = (name: string, args = '') =>
      act(token, `mutation ($id: ID!) { ${name}(caseId: $id ${args}) { ${REFUSAL} ... on Case { state } } }`, {
        id: posted['id'],
      });
    expect(await decide('admitCase', ', reason: "seen"')).toMatchObject({ code: 'REVIEW_NOT_CLAIMED' });
    expect(await decide('claimCaseReview')).toMatchObject({ state: 'under_review' });
    expect(await decide('admitCase', ', reason: "seen"')).toMatchObject({ state: 'listed' });
    expect(await decide('rejectCase', ', reasonCodes: ["X1"]')).toMatchObject({ code: 'WRONG_STATE' });
    const queue = '{ reviewQueue(first: 100) { nodes { id } } }';
    expect((await act(token, queue))['nodes']).not.toContainEqual({ id: posted['id'] });
    expect((await app.graphql(queue, {}, creditor['token'])).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('keeps a case and its debtor from everybody else', async () => {
    const posted = await post(input());
    const [other, agency] = [await anOrganisation('creditor'), await anOrganisation('agency')];
    const reads = ['case(id: $id) { id }', 'caseEvidence(caseId: $id) { id }', 'caseHistory(caseId: $id) { id }'];
    for (const read of reads) {
      const answer = await app.graphql(`query ($id: ID!) { ${read} }`, { id: posted['id'] }, other['token']);
      expect(answer.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    }
    const debtor = `query ($id: ID!) { caseDebtor(caseId: $id) { ${REFUSAL} ... on Debtor { name idNumber } } }`;
    for (const { token } of [other, agency] as { token: string }[]) {
      expect(await act(token, debtor, { id: posted['id'] })).toMatchObject({ code: 'NOT_FOUND' });
      const withdraw = `mutation ($id: ID!) { withdrawCase(caseId: $id) { ${REFUSAL} } }`;
      expect((await act(token, withdraw, { id: posted['id'] }))['code']).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    expect(await act(creditor['token'], debtor, { id: posted['id'] })).toMatchObject({
      name: '深圳市大华电子有限公司',
    });
  });

  it('pages its own cases and finds one by its reference', async () => {
    const given = input({
      debtorKind: 'person',
      debtorName: '张三',
      debtorIdNumber: sampleResidentId(7),
      debtorPhone: sampleMobile(7),
    });
    const posted = await post(given);
    const list = `query ($after: String, $filter: CaseFilterInput) { cases(first: 2, after: $after, filter: $filter) {
      nodes { id } totalCount pageInfo { endCursor hasNextPage } } }`;
    const filter = { externalRef: given['externalRef'] };
    expect(await act(creditor['token'], list, { filter })).toMatchObject({
      nodes: [{ id: posted['id'] }],
      totalCount: 1,
    });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Answer = await act(creditor['token'], list, { after });
      seen.push(...page['nodes'].map((one: Answer) => one['id']));
      after = page['pageInfo'].hasNextPage ? page['pageInfo'].endCursor : null;
    } while (after);
    expect(seen[0]).toBe(posted['id']);
    expect(new Set(seen).size).toBe(seen.length);
    const forged = await app.graphql(list, { after: Buffer.from('["x"]').toString('base64url') }, creditor['token']);
    expect(forged.errors?.[0]?.extensions['code']).toBe('INVALID_INPUT');
  });

  it('does the same on the REST face, with the same codes', async () => {
    const bearer = { authorization: `Bearer ${creditor['token']}` };
    const given = input();
    const posted = await app.rest().post('/v1/cases').set(bearer).send(given);
    expect(posted.status).toBe(201);
    expect(posted.body).toMatchObject({ state: 'listed', outstandingFen: '800000', principalFen: '800000' });
    const twice = await app.rest().post('/v1/cases').set(bearer).send(given);
    expect([twice.status, twice.body.code]).toEqual([409, 'CASE_EXISTS']);
    const wrong = await app
      .rest()
      .post('/v1/cases')
      .set(bearer)
      .send({ ...given, principalFen: 12.5 });
    expect([wrong.status, wrong.body.code, wrong.body.path]).toEqual([422, 'INVALID_INPUT', 'principalFen']);
    const list = await app.rest().get(`/v1/cases?limit=1&state=listed`).set(bearer);
    expect(list.body.data[0].id).toBe(posted.body.id);
    const withdrawn = await app
      .rest()
      .post(`/v1/cases/${posted.body.id}/withdraw`)
      .set(bearer)
      .send({ reason: 'paid' });
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    const again = await app.rest().post(`/v1/cases/${posted.body.id}/relist`).set(bearer).send();
    expect([again.status, again.body.code]).toEqual([409, 'WRONG_STATE']);
  });
});
