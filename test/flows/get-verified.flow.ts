import { createHash } from 'node:crypto';
import {
  sampleBankAccount,
  sampleCreditCode,
  sampleLawyerCertificate,
  sampleMobile,
  sampleResidentId,
} from '@recourse/identifiers';
import { Approvals } from '../../src/parties/approvals/index.js';
import { Registrations } from '../../src/parties/members/index.js';
import { verificationLaws } from '../../src/parties/verification/verification.laws.js';
import { Database } from '../../src/platform/database/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { asOwner, namedDatabase } from '../support/database.js';

const PASSWORD = 'tulip-anvil-62';
const REFUSAL = '__typename ... on Refusal { code message path details retryAfterSeconds }';
const SUMMARY = `... on VerificationSummary { id state submission validUntil claimExpiresAt }`;
const DETAIL = `id state submission factsMasked
  facts { businessName creditCode legalRepresentative { name residentId } owners { idNumber } bankAccount { number } contactPhone }
  documents { kind fileId } checks { code passed severity field reason }
  history { act fromState toState memberId reasonCodes note } disclosures { memberId purpose }`;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

type Answer = Record<string, any>;
type Kind = 'creditor' | 'agency' | 'law_firm';

describe('getting verified', () => {
  let app: TestApp;
  let reviewer: Answer;
  let colleague: Answer;
  let nth = process.pid * 100;

  beforeAll(async () => {
    app = await testApp({}, await namedDatabase(`recourse_verified_${process.pid}`, { fresh: true }));
    const email = `chief${process.pid}@platform.example`;
    await app.serving.app.get(Registrations).createPlatformOwner({ email, name: 'Chief', password: PASSWORD }, true);
    const chief = await mutate('login', 'LoginInput', { email, password: PASSWORD }, '... on Session { accessToken }');
    reviewer = await joined(chief, ['reviewer']);
    colleague = await joined(chief, ['reviewer']);
  });
  afterAll(() => app.close());

  async function mutate(name: string, type: string, input: object, fields: string, by?: Answer): Promise<Answer> {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} ${fields} } }`;
    const answer = await app.graphql(query, { input }, by?.['accessToken']);
    if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name];
  }

  async function joined(owner: Answer, roles: string[]): Promise<Answer> {
    nth += 1;
    const input = { email: `member${nth}@platform.example`, name: 'Wang', roles };
    const { token } = await mutate('inviteMember', 'InviteMemberInput', input, '... on Invitation { token }', owner);
    const session = '... on Session { accessToken memberId }';
    return mutate('acceptInvitation', 'AcceptInvitationInput', { token, password: PASSWORD }, session);
  }

  async function registered(kind: Kind): Promise<Answer> {
    nth += 1;
    const input = {
      kind,
      organisationName: '江城商务',
      email: `o${nth}@harbour.example`,
      name: 'Lin',
      password: PASSWORD,
    };
    return mutate('register', 'RegisterInput', input, '... on Session { accessToken organisationId memberId }');
  }

  async function uploaded(by: Answer, bytes = PDF): Promise<{ status: number; body: Answer }> {
    const request = app.rest().post('/v1/files').set('authorization', `Bearer ${by['accessToken']}`);
    return request.field('purpose', 'verification-document').attach('file', bytes, '营业执照.pdf');
  }

  const DOCUMENTS: Record<Kind, string[]> = {
    creditor: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
    agency: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
    law_firm: ['firm_licence', 'legal_representative_id', 'bank_account_proof', 'lawyer_certificate'],
  };

  async function application(
    by: Answer,
    kind: Kind,
    facts: Answer = {},
  ): Promise<{ facts: Answer; documents: Answer[] }> {
    nth += 1;
    const fileId = (await uploaded(by)).body['id'] as string;
    const lawFirm = {
      firmLicenceNumber: '23101202010000000',
      lawyers: [{ name: '王五', certificateNumber: sampleLawyerCertificate(nth) }],
    };
    return {
      documents: DOCUMENTS[kind].map((document) => ({ kind: document, fileId })),
      facts: {
        businessName: '江城商务服务有限公司',
        creditCode: sampleCreditCode(nth, kind === 'law_firm' ? 'law_firm' : 'enterprise'),
        legalRepresentative: { name: '张三', residentId: sampleResidentId(nth) },
        owners: [{ name: '李四', idNumber: sampleResidentId(nth + 500_000) }],
        registeredAddress: '江城市滨江路1号',
        businessScope: '商账管理；应收账款催收服务',
        licenceLongTerm: true,
        bankAccount: { holder: '江城商务服务有限公司', bank: '江城银行', number: sampleBankAccount(nth) },
        contactPhone: sampleMobile(nth),
        ...(kind === 'law_firm' ? lawFirm : {}),
        ...facts,
      },
    };
  }

  const submit = (by: Answer, input: object) =>
    mutate('submitVerification', 'SubmitVerificationInput', input, SUMMARY, by);

  async function act(name: string, by: Answer, id: string, more: Answer = {}): Promise<Answer> {
    const decision = 'reasonCodes' in more;
    const query = decision
      ? `mutation ($id: ID!, $reasonCodes: [VerificationReason!]!, $note: String) {
           ${name}(id: $id, reasonCodes: $reasonCodes, note: $note) { ${REFUSAL} ${SUMMARY} } }`
      : name === 'approveVerification'
        ? `mutation ($id: ID!, $validUntil: Date) { ${name}(id: $id, validUntil: $validUntil) { ${REFUSAL} ${SUMMARY} } }`
        : `mutation ($id: ID!) { ${name}(id: $id) { ${REFUSAL} ${SUMMARY} } }`;
    const answer = await app.graphql(query, { id, ...more }, by['accessToken']);
    if (!answer.data?.[name]) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name];
  }

  async function mine(by: Answer): Promise<Answer | null> {
    const answer = await app.graphql(`{ myVerification { ${DETAIL} } }`, {}, by['accessToken']);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data!['myVerification'];
  }

  async function one(by: Answer, id: string) {
    return app.graphql(`query ($id: ID!) { verification(id: $id) { ${DETAIL} } }`, { id }, by['accessToken']);
  }

  async function approved(kind: Kind, facts: Answer = {}): Promise<{ who: Answer; id: string; facts: Answer }> {
    const who = await registered(kind);
    const input = await application(who, kind, facts);
    const { id } = await submit(who, input);
    await act('claimVerification', reviewer, id);
    expect(await act('approveVerification', reviewer, id)).toMatchObject({ state: 'approved' });
    return { who, id, facts: input.facts };
  }

  async function factsOf(publicOrganisation: string) {
    const rows = await app.serving.app
      .get(Database)
      .rows<{ id: string }>('SELECT id FROM organisations ORDER BY id DESC LIMIT 200');
    const { publicId } = await import('../../src/kernel/index.js');
    const uuid = rows.map((row) => row.id).find((id) => publicId('organisation', id) === publicOrganisation)!;
    const found = await app.serving.app.get(Approvals).factsOf(app.serving.app.get(Database), [uuid]);
    return found.get(uuid);
  }

  it.each<Kind>(['creditor', 'agency', 'law_firm'])('takes a %s from registration to approval', async (kind) => {
    const who = await registered(kind);
    expect(await mine(who)).toBeNull();
    const submitted = await submit(who, await application(who, kind));
    expect(submitted).toMatchObject({ __typename: 'VerificationSummary', state: 'submitted', submission: 1 });
    expect(await factsOf(who['organisationId'])).toMatchObject({ approved: false, kind });
    expect(await act('claimVerification', reviewer, submitted['id'])).toMatchObject({ state: 'in_review' });
    const done = await act('approveVerification', reviewer, submitted['id'], { validUntil: '2027-03-31' });
    expect(done).toMatchObject({ state: 'approved', validUntil: '2027-03-31', claimExpiresAt: null });
    expect(await factsOf(who['organisationId'])).toMatchObject({ approved: true, kind });
    const seen = await mine(who);
    expect(seen!['history'].map((step: Answer) => step['act'])).toEqual([
      'verification.begin',
      'verification.submit',
      'verification.claim',
      'verification.approve',
    ]);
    expect(seen!['history'][3]['memberId']).toBeNull();
    await app.settled();
  });

  it('refuses by field what is wrong, and changes nothing', async () => {
    const who = await registered('agency');
    const good = await application(who, 'agency');
    const wrong = (good.facts['creditCode'] as string).slice(0, 17);
    const refused = await submit(who, { ...good, facts: { ...good.facts, creditCode: wrong, contactPhone: null } });
    expect(refused).toMatchObject({ code: 'VERIFICATION_INCOMPLETE', details: { faults: 2 } });
    expect(refused['details']['all']).toContain('facts.creditCode LENGTH');
    expect(await submit(who, { ...good, documents: [] })).toMatchObject({ path: 'documents.business_licence' });
    const forbids = { ...good.facts, businessScope: '商务咨询（不得从事讨债）' };
    expect(await submit(who, { ...good, facts: forbids })).toMatchObject({ path: 'facts.businessScope' });
    const nul = { ...good.facts, businessName: 'a\u0000b' };
    expect(await submit(who, { ...good, facts: nul })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'facts.businessName',
    });
    expect(await mine(who)).toBeNull();
  });

  it('keeps a draft without checking it, and submits it later', async () => {
    const who = await registered('agency');
    const draft = { facts: { businessName: '江城' }, documents: [] };
    const saved = await mutate('saveVerificationDraft', 'SubmitVerificationInput', draft, SUMMARY, who);
    expect(saved).toMatchObject({ state: 'draft', submission: 0 });
    const both = [application(who, 'agency'), application(who, 'agency')].map(async (input) =>
      submit(who, await input),
    );
    const states = (await Promise.all(both)).map((answer) => answer['code'] ?? answer['state']);
    expect(states.sort()).toEqual(['WRONG_STATE', 'submitted']);
    expect(await mine(who)).toMatchObject({ id: saved['id'], state: 'submitted', submission: 1 });
  });

  it('accepts no file of another organisation, and shows none', async () => {
    const [one, other] = [await registered('agency'), await registered('agency')];
    const theirs = await application(other, 'agency');
    expect(await submit(one, theirs)).toMatchObject({
      code: 'VERIFICATION_INCOMPLETE',
      path: 'documents[0].fileId',
      details: { reason: 'NOT_FOUND' },
    });
    const path = `/v1/files/${theirs.documents[0]!['fileId']}`;
    const get = (by: Answer) => app.rest().get(path).set('authorization', `Bearer ${by['accessToken']}`);
    expect((await get(one)).status).toBe(404);
    const own = await get(other);
    expect(own.headers['content-disposition']).toMatch(/^attachment/);
    expect(createHash('sha256').update(own.body).digest()).toEqual(createHash('sha256').update(PDF).digest());
    expect((await get(reviewer)).status).toBe(200);
    expect(await uploaded(one, Buffer.from('MZ\u0000\u0001not a document'))).toMatchObject({ status: 415 });
  });

  it('lets one reviewer claim, and only that one decide', async () => {
    const who = await registered('agency');
    const { id } = await submit(who, await application(who, 'agency'));
    expect(await act('approveVerification', reviewer, id)).toMatchObject({ code: 'NOT_CLAIMED' });
    const both = await Promise.all([act('claimVerification', reviewer, id), act('claimVerification', colleague, id)]);
    expect(both.map((answer) => answer['code'] ?? answer['state']).sort()).toEqual(['ALREADY_CLAIMED', 'in_review']);
    const [winner, loser] = both[0]!['state'] ? [reviewer, colleague] : [colleague, reviewer];
    expect(await act('rejectVerification', loser, id, { reasonCodes: ['OTHER'] })).toMatchObject({
      code: 'NOT_CLAIMED',
    });
    expect(await act('releaseVerification', loser, id)).toMatchObject({ code: 'NOT_CLAIMED' });
    expect(await act('releaseVerification', winner, id)).toMatchObject({ state: 'submitted' });
    expect(await act('claimVerification', loser, id)).toMatchObject({ state: 'in_review' });
  });

  it('opens identifiers only to the reviewer at work, and records it', async () => {
    const who = await registered('agency');
    const input = await application(who, 'agency');
    const { id } = await submit(who, input);
    const residentId = input.facts['legalRepresentative'].residentId as string;
    expect(JSON.stringify((await one(reviewer, id)).data)).not.toContain(residentId);
    await act('claimVerification', reviewer, id);
    const open = (await one(reviewer, id)).data!['verification'];
    expect(open).toMatchObject({ factsMasked: false, facts: { legalRepresentative: { residentId } } });
    expect(open['disclosures']).toEqual([{ memberId: reviewer['memberId'], purpose: 'verification-review' }]);
    expect(JSON.stringify((await one(colleague, id)).data)).not.toContain(residentId);
    expect(JSON.stringify(await mine(who))).not.toContain(residentId);
    expect((await one(who, id)).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  });

  it('takes a corrected application again after a rejection', async () => {
    const who = await registered('creditor');
    const input = await application(who, 'creditor');
    const { id } = await submit(who, input);
    await act('claimVerification', reviewer, id);
    const reasons = { reasonCodes: ['DOCUMENT_UNREADABLE'], note: '第二页模糊' };
    expect(await act('rejectVerification', reviewer, id, { reasonCodes: [] })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await act('rejectVerification', reviewer, id, reasons)).toMatchObject({ state: 'rejected' });
    expect((await mine(who))!['history'].at(-1)).toMatchObject({ ...reasons, fromState: 'in_review' });
    expect(await submit(who, input)).toMatchObject({ id, state: 'submitted', submission: 2 });
    expect(await submit(who, input)).toMatchObject({ code: 'WRONG_STATE', details: { state: 'submitted' } });
  });

  it('gives a credit code to one organisation only, also when two are decided at once', async () => {
    const [a, b] = [await registered('agency'), await registered('agency')];
    const first = await application(a, 'agency');
    const second = await application(b, 'agency', { creditCode: first.facts['creditCode'] });
    const ids = [(await submit(a, first))['id'], (await submit(b, second))['id']];
    for (const id of ids) await act('claimVerification', reviewer, id);
    const decided = await Promise.all(ids.map((id) => act('approveVerification', reviewer, id)));
    expect(decided.map((answer) => answer['code'] ?? answer['state']).sort()).toEqual([
      'CREDIT_CODE_TAKEN',
      'approved',
    ]);
    const late = await registered('agency');
    const third = await application(late, 'agency', { creditCode: first.facts['creditCode'] });
    expect(await submit(late, third)).toMatchObject({ code: 'CREDIT_CODE_TAKEN', path: 'facts.creditCode' });
  });

  it('suspends, reinstates and revokes, and lets a new application begin afterwards', async () => {
    const { who, id, facts } = await approved('agency');
    const reasons = { reasonCodes: ['COMPLAINTS'] };
    expect(await act('suspendVerification', reviewer, id, reasons)).toMatchObject({ state: 'suspended' });
    expect(await factsOf(who['organisationId'])).toMatchObject({ approved: false });
    expect(await act('suspendVerification', reviewer, id, reasons)).toMatchObject({ code: 'WRONG_STATE' });
    expect(await act('reinstateVerification', reviewer, id, { reasonCodes: ['RESOLVED'] })).toMatchObject({
      state: 'approved',
    });
    expect(await act('revokeVerification', reviewer, id, reasons)).toMatchObject({ state: 'revoked' });
    const again = await submit(who, await application(who, 'agency', { creditCode: facts['creditCode'] }));
    expect(again).toMatchObject({ state: 'submitted', submission: 1 });
    expect(again['id']).not.toBe(id);
  });

  it('lets approvals and claims end with their time', async () => {
    const { who, id } = await approved('agency');
    await asOwner(
      app.database,
      `UPDATE verification_applications SET valid_until = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1
        WHERE state = 'approved' AND organisation_id = (SELECT organisation_id FROM members ORDER BY id DESC LIMIT 1)`,
    );
    expect(await factsOf(who['organisationId'])).toMatchObject({ approved: false });
    await app.serving.app.get(Sweeps).run('verification.expire');
    expect(await mine(who)).toMatchObject({ id, state: 'expired' });

    const other = await registered('agency');
    const { id: waiting } = await submit(other, await application(other, 'agency'));
    await act('claimVerification', reviewer, waiting);
    await asOwner(
      app.database,
      `UPDATE verification_applications SET claim_expires_at = now() WHERE state = 'in_review'`,
    );
    expect(await act('approveVerification', reviewer, waiting)).toMatchObject({ code: 'NOT_CLAIMED' });
    expect(await act('claimVerification', colleague, waiting)).toMatchObject({ state: 'in_review' });
    await asOwner(
      app.database,
      `UPDATE verification_applications SET claim_expires_at = now() WHERE state = 'in_review'`,
    );
    await app.serving.app.get(Sweeps).run('verification.claims');
    expect(await mine(other)).toMatchObject({ state: 'submitted' });
    expect((await mine(other))!['history'].map((step: Answer) => step['act']).slice(2)).toEqual([
      'verification.claim',
      'verification.claim-lapse',
      'verification.claim',
      'verification.claim-lapse',
    ]);
  });

  it('finds who stands behind an accepted organisation, and compares parties', async () => {
    const owner = { name: '李四', idNumber: sampleResidentId(999_983) };
    const [a, b] = [await approved('agency', { owners: [owner] }), await approved('creditor', { owners: [owner] })];
    const [left, right] = [await factsOf(a.who['organisationId']), await factsOf(b.who['organisationId'])];
    expect(left!.partyKeys).toHaveLength(3);
    expect(left!.partyKeys.filter((key) => right!.partyKeys.includes(key))).toHaveLength(1);
    const approvals = app.serving.app.get(Approvals);
    const own = left!.partyKeys.map((key) => Buffer.from(key, 'hex'));
    const behind = await approvals.partiesIdentifiedBy(app.serving.app.get(Database), own);
    expect([...behind.values()].map((keys) => keys.sort())).toEqual([[...left!.partyKeys].sort()]);
  });

  it('shows the queue by pages, longest waiting first', async () => {
    const QUEUE = `query ($after: String) { verificationQueue(first: 1, after: $after, filter: { kind: creditor }) {
      nodes { id submittedAt warnings } pageInfo { endCursor hasNextPage } totalCount } }`;
    for (let i = 0; i < 2; i += 1) {
      const who = await registered('creditor');
      await submit(who, await application(who, 'creditor'));
    }
    const page = async (after?: string): Promise<Answer> => {
      const answer = await app.graphql(QUEUE, { after }, reviewer['accessToken']);
      expect(answer.errors).toBeUndefined();
      return answer.data!['verificationQueue'];
    };
    const first = await page();
    const second = await page(first['pageInfo']['endCursor']);
    expect(first['pageInfo']['hasNextPage']).toBe(true);
    expect(first['totalCount']).toBeGreaterThanOrEqual(2);
    expect(second['nodes'][0]['id']).not.toBe(first['nodes'][0]['id']);
    expect(second['nodes'][0]['submittedAt'] >= first['nodes'][0]['submittedAt']).toBe(true);
  });

  it('asks the register afterwards and keeps its answer for the reviewer', async () => {
    const who = await registered('agency');
    const { id } = await submit(who, await application(who, 'agency'));
    await app.settled();
    const answer = async () => {
      const { checks } = (await one(reviewer, id)).data!['verification'];
      return checks.find((check: Answer) => check['code'] === 'REGISTRY_AGREES');
    };
    while (!(await answer())) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await answer()).toMatchObject({ passed: null, reason: 'UNKNOWN', severity: 'advisory' });
    await app.serving.app.get(Sweeps).run('verification.registry');
  });

  it('breaks no law', async () => {
    for (const { name, sql } of verificationLaws) expect([name, await asOwner(app.database, sql)]).toEqual([name, []]);
  });

  it('keeps no identifier in plain text', async () => {
    const { facts } = await approved('law_firm');
    const rows = await asOwner<{ dump: string }>(
      app.database,
      `SELECT string_agg(t::text, ' ') AS dump FROM (
         SELECT a::text AS t FROM verification_applications a UNION ALL SELECT p::text FROM verification_parties p
         UNION ALL SELECT l::text FROM verification_lawyers l UNION ALL SELECT e::text FROM verification_events e
         UNION ALL SELECT c::text FROM verification_checks c UNION ALL SELECT r::text FROM audit_records r
         UNION ALL SELECT o::text FROM outbox_events o UNION ALL SELECT f::text FROM files f) t`,
    );
    const secrets = [
      facts['legalRepresentative'].residentId,
      facts['owners'][0].idNumber,
      facts['bankAccount'].number,
      facts['contactPhone'],
      facts['lawyers'][0].certificateNumber,
      facts['registeredAddress'],
    ];
    for (const secret of secrets) {
      expect(rows[0]!.dump).not.toContain(secret);
      expect(rows[0]!.dump).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
