import { breachesIn } from '../../src/commands/laws.js';
import { keyModeOf } from '../../src/parties/api-keys/key-text.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aListedCase,
  anAgency,
  anOrganisation,
  aPlatform,
  logIn,
  type Organisation,
  PASSWORD,
  type Person,
  type Platform,
  tryGrab,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { DOCUMENTS, daysAgo, sampleDebt, sampleFacts } from '../support/samples.js';

type Kind = 'creditor' | 'agency' | 'law_firm';
interface Account {
  id: string;
  kind: Kind;
  key: string;
  email: string;
}
interface Sandbox {
  id: string;
  accounts: Account[];
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
const SANDBOX = 'id name advancedSeconds now organisations { id kind name }';
const CREATED = `... on SandboxCreated { sandbox { ${SANDBOX} } accounts { key apiKeyId email organisation { id kind name } } }`;

/** Asks until it is so; what never comes fails the test by its own time limit. */
async function until<T>(look: () => Promise<T>, so: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (so(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('trying it in a sandbox', () => {
  let app: TestApp;
  let database: TestDatabase;
  let platform: Platform;
  let owner: Organisation;
  let sandbox: Sandbox;

  beforeAll(async () => {
    database = await namedDatabase(`recourse_sandbox_${process.pid}`, { fresh: true });
    app = await testApp({}, database);
    platform = await aPlatform(app);
    owner = await aCreditor(app);
    sandbox = await aSandbox({ name: 'Integration' });
  });

  afterEach(async () => {
    await app.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  afterAll(() => app?.close());

  async function aSandbox(input: Record<string, unknown> = {}, token = owner.owner.token): Promise<Sandbox> {
    const made = await done(app, 'createSandbox', { input: ['CreateSandboxInput!', input] }, CREATED, { token });
    const accounts = made['accounts'].map(({ key, email, organisation }: Answer) => ({
      ...{ id: organisation.id, kind: organisation.kind, key, email },
    }));
    return { id: made['sandbox'].id, accounts };
  }
  const keyOf = (kind: Kind, of = sandbox) => of.accounts.find((one) => one.kind === kind)!.key;
  const advance = (seconds: number, token: string, of = sandbox) =>
    act(
      app,
      'advanceSandboxClock',
      { sandboxId: ['ID!', of.id], seconds: ['Int!', seconds] },
      `... on Sandbox { ${SANDBOX} }`,
      { token },
    );
  const post = (token: string, overrides: Record<string, unknown> = {}) =>
    done(
      app,
      'postCase',
      { input: ['PostCaseInput!', sampleDebt(overrides)] },
      '... on Case { id state externalRef }',
      { token },
    );
  const stateOf = async (caseId: string, token: string) =>
    (await ask(app, 'case', { id: ['ID!', caseId] }, 'state', token))['state'];
  const hallOf = async (token: string) =>
    (await ask(app, 'hall', { first: ['Int!', 100] }, 'totalCount nodes { id }', token)) as {
      totalCount: number;
      nodes: { id: string }[];
    };

  it('is made by a live owner: three organisations, ready to act, each with a key that says what it is', async () => {
    expect(sandbox.accounts.map(({ kind }) => kind)).toEqual(['creditor', 'agency', 'law_firm']);
    for (const { key, id } of sandbox.accounts) {
      expect(key).toMatch(/^rk_test_[0-9A-Za-z]{38}$/);
      expect(keyModeOf('rk', key)).toBe('test');
      const me = await ask(app, 'me', {}, 'organisation { id }', key);
      expect(me['organisation'].id).toBe(id);
      expect((await ask(app, 'myVerification', {}, 'state', key))['state']).toBe('approved');
    }
    const { headers } = await app.graphql('{ me { organisation { id } } }', {}, keyOf('agency'));
    expect(headers['recourse-sandbox']).toBe(sandbox.id);
    // Also where answers are shared.
    const hall = () => app.graphql('{ hall(first: 5) { nodes { id } } }', {}, keyOf('agency'));
    for (const shared of await Promise.all([hall(), hall(), hall()])) {
      expect(shared.headers['recourse-sandbox']).toBe(sandbox.id);
    }
    const live = await app.graphql('{ me { organisation { id } } }', {}, owner.owner.token);
    expect(live.headers['recourse-sandbox']).toBeUndefined();
    expect(await ask(app, 'sandboxes', {}, 'id', owner.owner.token)).toEqual([{ id: sandbox.id }]);
    expect(await ask(app, 'sandboxes', {}, 'id', keyOf('agency'))).toEqual([{ id: sandbox.id }]);
  });

  it('lets people log in with the password that was given, and nobody without', async () => {
    const made = await aSandbox({ organisations: [{ kind: 'agency', name: 'Trying' }], password: PASSWORD });
    const session = await logIn(app, made.accounts[0]!.email);
    const within = await act(app, 'createSandbox', { input: ['CreateSandboxInput!', {}] }, '', {
      token: session['accessToken'],
    });
    expect(within['code']).toBe('SANDBOX_WITHIN_SANDBOX');
    const login = { input: ['LoginInput!', { email: sandbox.accounts[0]!.email, password: PASSWORD }] as const };
    expect((await act(app, 'login', login, '')).code).toBe('LOGIN_FAILED');
    const key = await done(
      app,
      'createApiKey',
      { input: ['CreateApiKeyInput!', { name: 'another', scopes: ['hall:read'] }] },
      '... on ApiKeyCreated { key }',
      { token: session['accessToken'] },
    );
    expect(key['key']).toMatch(/^rk_test_/);
    await end(made);
  });

  async function end(of: Sandbox) {
    await done(app, 'deleteSandbox', { sandboxId: ['ID!', of.id] }, '... on Sandbox { id }', {
      token: owner.owner.token,
    });
  }

  it('tells each verdict of a verification by a magic value, without anybody', async () => {
    const values = (await ask(
      app,
      'sandboxMagicValues',
      {},
      'code about verdict reasonCodes afterSeconds legalRepresentative lawFirmCreditCode',
      keyOf('agency'),
    )) as unknown as Answer[];
    const identities = values.filter(({ about }) => about === 'verification');
    expect(identities.length).toBeGreaterThan(15);
    const wanted = identities.filter(({ afterSeconds }) => afterSeconds === 0);
    const groups = Array.from({ length: Math.ceil(wanted.length / 6) }, (_, n) => wanted.slice(n * 6, n * 6 + 6));
    const tried = groups.map(async (some) => {
      const fresh = await aSandbox({ organisations: some.map(() => ({ kind: 'agency' })), verified: false });
      await Promise.all(some.map((value, place) => verdictComes(value, fresh.accounts[place]!)));
      await end(fresh);
    });
    await Promise.all(tried);
  });

  async function submit({ kind, key }: Account, overrides: Record<string, unknown>): Promise<void> {
    const fileId = await aFile(app, { token: key } as Person);
    const documents = DOCUMENTS[kind].map((document) => ({ kind: document, fileId }));
    const facts = { ...sampleFacts(kind, '沙盒试验有限公司'), ...overrides };
    const input = ['SubmitVerificationInput!', { facts, documents }] as const;
    await done(app, 'submitVerification', { input }, '... on VerificationSummary { id }', { token: key });
  }

  const decided = (key: string, submission = 1) =>
    until(
      () => ask(app, 'myVerification', {}, 'state submission history { act reasonCodes }', key),
      (found) => found['submission'] >= submission && !['submitted', 'in_review'].includes(found['state']),
    );

  async function verdictComes(value: Answer, account: Account): Promise<void> {
    const { residentId } = sampleFacts('agency', 'x').legalRepresentative;
    const named = { legalRepresentative: { name: value['legalRepresentative'], residentId } };
    await submit(account, named);
    const first = await decided(account.key);
    const last = first['history'].at(-1);
    expect([value['code'], first['state']]).toEqual([
      value['code'],
      value['verdict'] === 'approved' ? 'approved' : 'rejected',
    ]);
    if (value['verdict'] !== 'approved') expect(last.reasonCodes).toEqual(value['reasonCodes']);
    if (value['verdict'] !== 'more_information') return;
    await submit(account, named);
    expect((await decided(account.key, 2))['state']).toBe('approved');
  }

  it('takes credit codes of real companies, each code once per sandbox, and knows magic ones', async () => {
    const live = await anOrganisation(app, 'agency');
    const facts = sampleFacts('agency', live.name);
    const fresh = await aSandbox({ organisations: [{ kind: 'agency' }, { kind: 'law_firm' }], verified: false });
    const [agency, firm] = fresh.accounts;
    await submit(agency!, { ...facts });
    expect((await decided(agency!.key))['state']).toBe('approved');
    // The same code is free for the live organisation it belongs to.
    const fileId = await aFile(app, live.owner);
    const documents = DOCUMENTS.agency.map((document) => ({ kind: document, fileId }));
    const input = ['SubmitVerificationInput!', { facts, documents }] as const;
    const said = await done(app, 'submitVerification', { input }, '... on VerificationSummary { id state }', {
      token: live.owner.token,
    });
    const { reviewer } = platform;
    for (const step of ['claimVerification', 'approveVerification']) {
      await done(app, step, { id: ['ID!', said['id']] }, '... on VerificationSummary { state }', {
        token: reviewer.token,
      });
    }
    const values = (await ask(app, 'sandboxMagicValues', {}, 'code lawFirmCreditCode', firm!.key)) as never as Answer[];
    const fraud = values.find(({ code }) => code === 'SUSPECTED_FRAUD')!;
    await submit(firm!, { creditCode: fraud['lawFirmCreditCode'] });
    const rejected = await decided(firm!.key);
    expect(rejected['history'].at(-1).reasonCodes).toEqual(['SUSPECTED_FRAUD']);
    await end(fresh);
  });

  it('keeps both worlds from seeing each other', async () => {
    const [agency, liveCase, testCase] = await Promise.all([
      anAgency(app),
      aListedCase(app, owner),
      post(keyOf('creditor')),
    ]);
    const token = agency.owner.token;
    const ids = async (by: string) => (await hallOf(by)).nodes.map(({ id }) => id);
    expect(await ids(token)).toContain(liveCase);
    for (const live of [token, owner.owner.token, platform.reviewer.token]) {
      expect(await ids(live)).not.toContain(testCase['id']);
    }
    expect(await ids(keyOf('agency'))).toEqual([testCase['id']]);
    expect((await hallOf(keyOf('creditor'))).totalCount).toBe(1);
    expect(await tryGrab(app, token, testCase['id'])).toBe('NOT_FOUND');
    expect(await tryGrab(app, keyOf('agency'), liveCase)).toBe('NOT_FOUND');
    expect(await tryGrab(app, keyOf('agency'), testCase['id'])).toBe('won');
    expect(await tryGrab(app, token, liveCase)).toBe('won');
    // Not even that somebody was faster.
    expect(await tryGrab(app, token, testCase['id'])).toBe('NOT_FOUND');
    expect(await tryGrab(app, keyOf('law_firm'), liveCase)).toBe('NOT_FOUND');
    const seen = (await ask(app, 'cases', { first: ['Int!', 100] }, 'nodes { id }', platform.owner.token)) as Answer;
    expect(seen['nodes'].map(({ id }: Answer) => id)).toContain(liveCase);
    expect(seen['nodes'].map(({ id }: Answer) => id)).not.toContain(testCase['id']);
  });

  it('lets a grab expire by its clock', async () => {
    const { id: caseId } = await post(keyOf('creditor'));
    const token = keyOf('agency');
    const grab = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id acceptBy }', { token });
    expect((await advance(47 * HOUR, token))['advancedSeconds']).toBeGreaterThanOrEqual(47 * HOUR);
    await app.settled();
    expect((await grabOf(grab['id'], token))['state']).toBe('active');
    await advance(2 * HOUR, owner.owner.token);
    const gone = await until(
      () => grabOf(grab['id'], token),
      ({ state }) => state !== 'active',
    );
    expect(gone).toMatchObject({ state: 'expired', endReason: 'not_accepted' });
    expect(await stateOf(caseId, keyOf('creditor'))).toBe('listed');
  });
  const grabOf = (id: string, token: string) => ask(app, 'grab', { id: ['ID!', id] }, 'state endReason', token);

  it('confirms a repayment by its clock, and the month of its clock has the statement', async () => {
    const creditor = keyOf('creditor');
    const token = keyOf('agency');
    const { id: caseId } = await post(creditor, { principalFen: '1000000', commission: { bps: 2000 } });
    const { id: grabId } = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', { token });
    await done(app, 'acceptEntrustment', { grabId: ['ID!', grabId] }, '... on Grab { state }', { token });
    const voucherFileId = await aFile(app, { token } as Person, 'repayment-voucher');
    const report = { caseId, amountFen: '400000', paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor' };
    const { id } = await done(
      app,
      'reportRepayment',
      { input: ['ReportRepaymentInput!', { ...report, voucherFileId }] },
      '... on Repayment { id state }',
      { token },
    );
    const before = await liveBalances();
    const { now } = await advance(40 * DAY, creditor);
    const repayment = await until(
      () => ask(app, 'repayment', { id: ['ID!', id] }, 'state confirmedHow commissionFen', token),
      ({ state }) => state !== 'reported',
    );
    expect(repayment).toMatchObject({ state: 'confirmed', confirmedHow: 'time', commissionFen: '80000' });
    const period = new Date(Date.parse(now) + 8 * HOUR * 1000).toISOString().slice(0, 7);
    const fields = 'openingFen closingFen heldFen totals { commissionFen }';
    const month = await ask(app, 'statement', { period: ['String!', period] }, fields, token);
    expect(month).toMatchObject({ openingFen: '0', closingFen: '80000', heldFen: '80000' });
    // A month later it is over, and the commission is past its hold.
    await advance(32 * DAY, token);
    const next = new Date(Date.parse(now) + (32 * DAY + 8 * HOUR) * 1000).toISOString().slice(0, 7);
    const later = await until(
      () => ask(app, 'statement', { period: ['String!', next] }, fields, token),
      ({ heldFen }) => heldFen === '0',
    );
    expect(later).toMatchObject({ openingFen: '80000', closingFen: '80000', totals: { commissionFen: '0' } });
    // Nothing of it is in the live books.
    expect(await liveBalances()).toEqual(before);
  });
  const liveBalances = () =>
    ask(app, 'trialBalance', {}, 'kinds { kind accounts balanceFen } totalFen agrees', platform.finance.token);

  it('decides a case that waits for a reviewer by its external reference', async () => {
    const creditor = keyOf('creditor');
    const doubtful = (externalRef: string, by = creditor) =>
      post(by, {
        ...{ category: 'private_loan', legalOrigin: 'other', evidence: ['loan_note', 'payment_record'] },
        externalRef,
      });
    // As many as are decided at once wait for an hour in another sandbox: nobody else waits with them.
    const crowd = keyOf('creditor', await aSandbox());
    await Promise.all(Array.from({ length: 50 }, (_, n) => doubtful(`CROWD-${n}-SANDBOX-WAIT`, crowd)));
    const [admitted, rejected, slow] = await Promise.all(
      ['AR-1', 'AR-2-SANDBOX-REJECT', 'AR-3-SANDBOX-WAIT'].map((ref) => doubtful(ref)),
    );
    expect(admitted!['state']).toBe('submitted');
    const settles = (id: string) =>
      until(
        () => stateOf(id, creditor),
        (state) => state !== 'submitted' && state !== 'under_review',
      );
    expect(await settles(admitted!['id'])).toBe('listed');
    expect(await settles(rejected!['id'])).toBe('rejected');
    expect(await stateOf(slow!['id'], creditor)).toBe('submitted');
    const queue = await ask(app, 'reviewQueue', { first: ['Int!', 100] }, 'nodes { id }', platform.reviewer.token);
    expect(queue['nodes']).toEqual([]);
    await advance(HOUR, creditor);
    expect(await settles(slow!['id'])).toBe('listed');
  });

  it('answers a slow verification once its clock is advanced, and ends an approval by it', async () => {
    const fresh = await aSandbox({ organisations: [{ kind: 'creditor' }], verified: false });
    const [account] = fresh.accounts;
    const { residentId } = sampleFacts('creditor', 'x').legalRepresentative;
    await submit(account!, { legalRepresentative: { name: '沙盒 SLOW', residentId } });
    const mine = () => ask(app, 'myVerification', {}, 'state validUntil', account!.key);
    await until(mine, ({ state }) => state === 'in_review');
    await advance(HOUR, account!.key, fresh);
    await until(mine, ({ state }) => state === 'approved');
    await advance(400 * DAY, account!.key, fresh);
    await until(mine, ({ state }) => state === 'expired');
    const refused = await act(app, 'postCase', { input: ['PostCaseInput!', sampleDebt()] }, '', {
      token: account!.key,
    });
    expect(refused['code']).toBe('ORGANISATION_NOT_VERIFIED');
    await end(fresh);
  });

  it('moves time forward only, by a bounded step, once per key, and for its own people alone', async () => {
    const token = keyOf('law_firm');
    for (const seconds of [0, -5, 400 * DAY + 1]) {
      expect(await advance(seconds, token)).toMatchObject({ code: 'INVALID_INPUT', path: 'seconds' });
    }
    const stranger = await aCreditor(app);
    expect((await advance(1, stranger.owner.token)).code).toBe('NOT_FOUND');
    expect((await advance(1, keyOf('agency'), await aSandbox())).code).toBe('NOT_FOUND');
    const move = () =>
      app
        .rest()
        .post(`/v1/sandboxes/${sandbox.id}/clock`)
        .set('authorization', `Bearer ${token}`)
        .set('idempotency-key', 'an-hour')
        .send({ seconds: HOUR });
    const [one, two] = [await move(), await move()];
    expect(one.status).toBe(200);
    expect(one.headers['recourse-sandbox']).toBe(sandbox.id);
    expect(two.headers['idempotency-replayed']).toBe('true');
    expect(two.body.advancedSeconds).toBe(one.body.advancedSeconds);
    const now = await ask(app, 'sandbox', { id: ['ID!', sandbox.id] }, 'advancedSeconds', token);
    expect(now['advancedSeconds']).toBe(one.body.advancedSeconds);
  });

  it('gives an organisation five at most, and nothing is left open of one that is deleted', async () => {
    const other = await anOrganisation(app, 'law_firm');
    const { token } = other.owner;
    const create = () => act(app, 'createSandbox', { input: ['CreateSandboxInput!', {}] }, CREATED, { token });
    // They wait for each other; on a slow machine one may be told to come again.
    const tries = await Promise.all(Array.from({ length: 7 }, () => until(create, ({ code }) => code !== 'BUSY')));
    const made = tries.filter((one) => one['__typename'] === 'SandboxCreated');
    expect(made).toHaveLength(5);
    expect(tries.filter((one) => one['code'] === 'TOO_MANY_SANDBOXES')).toHaveLength(2);
    const [first] = made;
    const sandboxId = ['ID!', first!['sandbox'].id] as const;
    const key = first!['accounts'][0].key;
    const { id } = await post(key);
    const books = { kind: 'ubl', name: 'Files', defaults: { evidence: ['contract'] } };
    await done(app, 'createErpConnection', { input: ['CreateErpConnectionInput!', books] }, '', { token: key });
    const sink = { url: 'https://93.184.215.14/hooks', types: ['case.closed'] };
    await done(app, 'createWebhookEndpoint', { input: ['CreateWebhookEndpointInput!', sink] }, '', { token: key });
    expect((await act(app, 'deleteSandbox', { sandboxId }, '', { token: owner.owner.token })).code).toBe('NOT_FOUND');
    await done(app, 'deleteSandbox', { sandboxId }, '... on Sandbox { id }', { token });
    const closed = await app.graphql('{ me { organisation { id } } }', {}, key);
    expect(closed.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    await app.settled();
    expect(id).toMatch(/^case_/);
    // Nothing asks an ERP or sends webhooks for it any more.
    const goesOn = await asOwner(
      database,
      `SELECT (SELECT count(*)::int FROM erp_connections WHERE deleted_at IS NULL) AS connections,
              (SELECT count(*)::int FROM webhook_endpoints WHERE state <> 'deleted') AS endpoints,
              (SELECT count(*)::int FROM erp_connections) + (SELECT count(*)::int FROM webhook_endpoints) AS known`,
    );
    expect(goesOn).toEqual([{ connections: 0, endpoints: 0, known: 2 }]);
    expect((await ask(app, 'sandboxes', {}, 'id', token)) as unknown as unknown[]).toHaveLength(4);
  });
});
