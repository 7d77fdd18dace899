import { randomUUID } from 'node:crypto';
import { parsePublicId } from '../../src/kernel/index.js';
import { Database } from '../../src/platform/database/index.js';
import { StandingRecords } from '../../src/risk/standing/index.js';
import type { TestApp } from './app.js';
import { type Answer, act, ask, done } from './client.js';
import { asOwner } from './database.js';
import { type CustomerKind, DOCUMENTS, daysAgo, PDF, sampleDebt, sampleFacts } from './samples.js';

/**
 * The people and things of a story, made as clients of the public API would make them. Every organisation is new and named
 * by chance, so that tests of one database never meet. Only what no client can do (found the platform, give a provider a
 * grade it has not earned) is done behind the API.
 */

export const PASSWORD = 'tulip-anvil-62';

/** Somebody who can act. */
export interface Person {
  readonly memberId: string;
  readonly email: string;
  readonly token: string;
}

export interface Organisation {
  readonly kind: CustomerKind | 'platform';
  /** Its public id. */
  readonly id: string;
  readonly name: string;
  readonly owner: Person;
}

export interface Platform extends Organisation {
  readonly reviewer: Person;
  readonly finance: Person;
  readonly risk: Person;
}

const SESSION = '... on Session { memberId organisationId accessToken }';
const platforms = new WeakMap<TestApp, Promise<Platform>>();

export function freshEmail(): string {
  return `p.${randomUUID()}@harbour.example`;
}

/** The platform with one member of each role; made once per application. */
export function aPlatform(app: TestApp): Promise<Platform> {
  const known = platforms.get(app);
  if (known) return known;
  const made = foundPlatform(app);
  platforms.set(app, made);
  return made;
}

async function foundPlatform(app: TestApp): Promise<Platform> {
  const email = freshEmail();
  await app.platformOwner({ email, name: 'Platform owner', password: PASSWORD });
  const session = await logIn(app, email);
  const organisation: Organisation = {
    kind: 'platform',
    id: session['organisationId'],
    name: 'Recourse',
    owner: personOf(email, session),
  };
  const [reviewer, finance, risk] = await Promise.all(
    ['reviewer', 'finance', 'risk'].map((role) => aMember(app, organisation, [role])),
  );
  return { ...organisation, reviewer: reviewer!, finance: finance!, risk: risk! };
}

/** Logs a member in again, for a token that is new. */
export async function logIn(app: TestApp, email: string): Promise<Answer> {
  return done(app, 'login', { input: ['LoginInput!', { email, password: PASSWORD }] }, SESSION);
}

/** An organisation that has just registered and is not verified. */
export async function anOrganisation(app: TestApp, kind: CustomerKind): Promise<Organisation> {
  const email = freshEmail();
  const name = `海港${randomUUID().slice(0, 8)}有限公司`;
  const input = { kind, organisationName: name, email, name: 'Lin Mei', password: PASSWORD };
  const session = await done(app, 'register', { input: ['RegisterInput!', input] }, SESSION);
  return { kind, id: session['organisationId'], name, owner: personOf(email, session) };
}

/** One more member of an organisation, with these roles. */
export async function aMember(app: TestApp, organisation: Organisation, roles: string[]): Promise<Person> {
  const email = freshEmail();
  const invite = { input: ['InviteMemberInput!', { email, name: 'Chen Wei', roles }] as const };
  const token = organisation.owner.token;
  const invitation = await done(app, 'inviteMember', invite, '... on Invitation { token }', { token });
  const accept = { input: ['AcceptInvitationInput!', { token: invitation['token'], password: PASSWORD }] as const };
  return personOf(email, await done(app, 'acceptInvitation', accept, SESSION));
}

/** An API key with these scopes; answers the key itself and its id. */
export async function anApiKey(app: TestApp, organisation: Organisation, scopes: readonly string[]) {
  const made = await done(
    app,
    'createApiKey',
    { input: ['CreateApiKeyInput!', { name: 'ERP', scopes }] },
    '... on ApiKeyCreated { key apiKey { id } }',
    { token: organisation.owner.token },
  );
  return { key: made['key'] as string, id: made['apiKey'].id as string };
}

/** An OAuth client with these scopes that shows a secret. */
export async function anOAuthClient(app: TestApp, organisation: Organisation, scopes: readonly string[]) {
  const made = await done(
    app,
    'createOAuthClient',
    { input: ['CreateOAuthClientInput!', { name: 'ERP', scopes, authMethod: 'client_secret_post' }] },
    '... on OAuthClientCreated { secret client { id } }',
    { token: organisation.owner.token },
  );
  return { id: made['client'].id as string, secret: made['secret'] as string };
}

/** A token of an OAuth client, with these of its scopes or with all of them. */
export async function aClientToken(
  app: TestApp,
  { id, secret }: { id: string; secret: string },
  scopes?: readonly string[],
): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const asked = scopes ? { ...form, scope: scopes.join(' ') } : form;
  const answer = await app.rest().post('/oauth/token').type('form').send(asked);
  if (answer.status !== 200) throw new Error(`token: HTTP ${answer.status} ${answer.text}`);
  return answer.body.access_token;
}

/** Hands a file in over REST; answers its id. */
export async function aFile(app: TestApp, by: Person, purpose = 'verification-document'): Promise<string> {
  const answer = await app
    .rest()
    .post('/v1/files')
    .set('authorization', `Bearer ${by.token}`)
    .field('purpose', purpose)
    .attach('file', PDF, { filename: 'paper.pdf', contentType: 'application/pdf' });
  if (answer.status !== 201) throw new Error(`upload: HTTP ${answer.status} ${answer.text}`);
  return answer.body.id;
}

/** Submits the whole application of an organisation; answers the application's id. */
export async function anApplication(app: TestApp, organisation: Organisation): Promise<string> {
  const kind = organisation.kind as CustomerKind;
  const fileId = await aFile(app, organisation.owner);
  const documents = DOCUMENTS[kind].map((document) => ({ kind: document, fileId }));
  const input = { facts: sampleFacts(kind, organisation.name), documents };
  const application = await done(
    app,
    'submitVerification',
    { input: ['SubmitVerificationInput!', input] },
    '... on VerificationSummary { id state }',
    { token: organisation.owner.token },
  );
  return application['id'];
}

/** Registers, submits and has a reviewer approve. */
export async function verified(app: TestApp, kind: CustomerKind): Promise<Organisation> {
  const [organisation, platform] = await Promise.all([anOrganisation(app, kind), aPlatform(app)]);
  const id = await anApplication(app, organisation);
  const token = platform.reviewer.token;
  for (const step of ['claimVerification', 'approveVerification']) {
    await done(app, step, { id: ['ID!', id] }, '... on VerificationSummary { state }', { token });
  }
  return organisation;
}

/** A verified creditor. */
export function aCreditor(app: TestApp): Promise<Organisation> {
  return verified(app, 'creditor');
}

export interface ProviderOptions {
  /** A grade it did not earn; a newcomer is junior. */
  grade?: 'junior' | 'middle' | 'senior' | 'expert';
}

/** A verified agency that may grab. */
export function anAgency(app: TestApp, options: ProviderOptions = {}): Promise<Organisation> {
  return aProvider(app, 'agency', options);
}

/** A verified law firm that may grab. */
export function aLawFirm(app: TestApp, options: ProviderOptions = {}): Promise<Organisation> {
  return aProvider(app, 'law_firm', options);
}

/** A record that earns each grade: completed cases, what each recovered in fen. */
const RECORDS = {
  middle: { cases: 24, eachFen: '2000000' },
  senior: { cases: 24, eachFen: '6000000' },
  expert: { cases: 61, eachFen: '10000000' },
} as const;

async function aProvider(app: TestApp, kind: CustomerKind, { grade }: ProviderOptions): Promise<Organisation> {
  const provider = await verified(app, kind);
  if (grade && grade !== 'junior') await giveRecord(app, provider, grade);
  return provider;
}

/** Puts completed cases of as many creditors into the provider's record that recovered twice what was expected, so that the grade lasts. */
async function giveRecord(app: TestApp, provider: Organisation, grade: keyof typeof RECORDS): Promise<void> {
  const id = parsePublicId('organisation', provider.id)!;
  const { cases, eachFen } = RECORDS[grade];
  await asOwner(
    app.database,
    `WITH taken AS (
       INSERT INTO standing_grabs (grab_id, provider_id, creditor_id, state, amount_fen, expected_fen, months_overdue, grabbed_at, ended_at)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), 'completed', $2::bigint, $2::bigint / 2, 3, now() - interval '20 days', now() - interval '10 days'
       FROM generate_series(1, $3) RETURNING grab_id, provider_id, amount_fen, ended_at)
     INSERT INTO standing_recoveries (repayment_id, grab_id, provider_id, amount_fen, recovered_at)
     SELECT gen_random_uuid(), grab_id, provider_id, amount_fen, ended_at FROM taken`,
    [id, eachFen, cases],
  );
  const { app: container } = app.serving;
  await container.get(Database).transaction((tx) => container.get(StandingRecords).recompute(tx, [id]));
}

/** Test organisations of one sandbox, verified, with their owners logged in. */
export interface TestWorld {
  readonly id: string;
  readonly creditor: Organisation;
  readonly agency: Organisation;
}

/** A sandbox of a live organisation's. */
export async function aSandbox(app: TestApp, owner: Organisation): Promise<TestWorld> {
  const fields = '... on SandboxCreated { sandbox { id } accounts { email organisation { id kind name } } }';
  const input = { password: PASSWORD, organisations: [{ kind: 'creditor' }, { kind: 'agency' }] };
  const { token } = owner.owner;
  const made = await done(app, 'createSandbox', { input: ['CreateSandboxInput!', input] }, fields, { token });
  const members = made['accounts'].map(async ({ email, organisation }: Answer) => {
    return { ...organisation, owner: personOf(email, await logIn(app, email)) };
  });
  const [creditor, agency] = (await Promise.all(members)) as [Organisation, Organisation];
  return { id: made['sandbox'].id, creditor, agency };
}

/** A case that stands in the hall; `overrides` change the debt. Answers its id. */
export async function aListedCase(
  app: TestApp,
  creditor: Organisation,
  overrides: Record<string, unknown> = {},
): Promise<string> {
  const input = sampleDebt(overrides);
  const posted = await done(app, 'postCase', { input: ['PostCaseInput!', input] }, '... on Case { id state }', {
    token: creditor.owner.token,
  });
  if (posted['state'] !== 'listed') throw new Error(`the case is ${posted['state']}, not listed`);
  return posted['id'];
}

/** A grab whose entrustment is accepted, so that work may begin. Answers its id. */
export async function aGrab(app: TestApp, provider: Organisation, caseId: string): Promise<string> {
  const token = provider.owner.token;
  const grab = await done(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', { token });
  await done(app, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, '... on Grab { state }', { token });
  return grab['id'];
}

/** Logs so many activities of the holder. */
export async function someWork(app: TestApp, provider: Organisation, grabId: string, count = 3): Promise<void> {
  const { token } = provider.owner;
  const input = { input: ['LogActivityInput!', { grabId, kind: 'call', outcome: 'not_reached' }] as const };
  for (let n = 0; n < count; n += 1) await done(app, 'logActivity', input, '... on Activity { id }', { token });
}

/** A close proposed by the holder after the work it claims. */
export async function aProposedClose(
  app: TestApp,
  provider: Organisation,
  grabId: string,
  closeCode = 'untraceable',
): Promise<void> {
  await someWork(app, provider, grabId);
  const propose = { grabId: ['ID!', grabId], closeCode: ['CloseCode!', closeCode] } as const;
  await done(app, 'completeGrab', propose, '... on Grab { closeCode }', { token: provider.owner.token });
}

/** A case closed by its holder with the consent of its creditor. */
export async function aConsentedClose(
  app: TestApp,
  creditor: Organisation,
  provider: Organisation,
  grabId: string,
  closeCode?: string,
): Promise<void> {
  await aProposedClose(app, provider, grabId, closeCode);
  const consent = { grabId: ['ID!', grabId], answer: ['ClosingAnswer!', 'consent'] } as const;
  await done(app, 'answerClosing', consent, '... on Grab { state }', { token: creditor.owner.token });
}

/** What one attempt to grab came to: `won`, or the code of the refusal. */
export async function tryGrab(app: TestApp, token: string, caseId: string, idempotencyKey?: string): Promise<string> {
  const options = { token, ...(idempotencyKey ? { idempotencyKey } : {}) };
  const answer = await act(app, 'grabCase', { caseId: ['ID!', caseId] }, '... on Grab { id }', options);
  return answer['__typename'] === 'Grab' ? 'won' : answer['code'];
}

/** A repayment the holder reported with a voucher. Answers its id. */
export async function aReportedRepayment(
  app: TestApp,
  provider: Organisation,
  grabId: string,
  amountFen = '100000',
): Promise<string> {
  const token = provider.owner.token;
  const { caseId } = await ask(app, 'grab', { id: ['ID!', grabId] }, 'caseId', token);
  const voucherFileId = await aFile(app, provider.owner, 'repayment-voucher');
  // A number of its own tells it from a payment of the same day and amount.
  const payment = {
    amountFen,
    paidOn: daysAgo(0),
    channel: 'bank_transfer',
    payee: 'creditor',
    externalRef: randomUUID(),
  };
  const input = { caseId, voucherFileId, ...payment };
  const report = { input: ['ReportRepaymentInput!', input] as const };
  const repayment = await done(app, 'reportRepayment', report, '... on Repayment { id state }', { token });
  return repayment['id'];
}

/** A repayment the creditor has confirmed, with its commission booked. Answers its id. */
export async function aConfirmedRepayment(
  app: TestApp,
  creditor: Organisation,
  provider: Organisation,
  grabId: string,
  amountFen?: string,
): Promise<string> {
  const id = await aReportedRepayment(app, provider, grabId, amountFen);
  const confirm = { repaymentId: ['ID!', id] as const };
  await done(app, 'confirmRepayment', confirm, '... on Repayment { state }', { token: creditor.owner.token });
  return id;
}

function personOf(email: string, session: Answer): Person {
  return { memberId: session['memberId'], email, token: session['accessToken'] };
}
