import { CaseRepository } from '../../src/casework/cases/case.repository.js';
import { GrabRepository } from '../../src/casework/grabs/grab.repository.js';
import { HallRepository } from '../../src/casework/hall/hall.repository.js';
import { BatchRowRepository } from '../../src/exchange/batches/batch-row.repository.js';
import { CaseBatchRepository } from '../../src/exchange/batches/case-batch.repository.js';
import { type Actor, memberActor, type OrganisationKind } from '../../src/kernel/access/index.js';
import { cursorOf, SystemClock } from '../../src/kernel/index.js';
import { LedgerRepository } from '../../src/money/ledger/ledger.repository.js';
import { PayoutRepository } from '../../src/money/payouts/payout.repository.js';
import { RepaymentRepository } from '../../src/money/repayments/repayment.repository.js';
import { CommissionRepository } from '../../src/money/settlement/commission.repository.js';
import { AttemptRepository } from '../../src/notifications/deliveries/attempt.repository.js';
import { DeliveryRepository } from '../../src/notifications/deliveries/delivery.repository.js';
import { FeedRepository } from '../../src/notifications/feed/feed.repository.js';
import { SessionRepository } from '../../src/parties/members/session.repository.js';
import { QueueRepository } from '../../src/parties/verification/queue.repository.js';
import { ofWorld } from '../../src/parties/worlds/index.js';
import { type AuditFilter, AuditReading } from '../../src/platform/audit/index.js';
import { BlindIndex, FieldCipher, KeyRing, SealedTexts } from '../../src/platform/crypto/index.js';
import { ageingStatements, keepingStatements, type Tx } from '../../src/platform/database/index.js';
import { OutboxRepository } from '../../src/platform/outbox/outbox.repository.js';
import { CHUNK, type RetentionFigures, retentionFigures } from '../../src/platform/retention/index.js';
import { FileRepository } from '../../src/platform/storage/file.repository.js';
import { AppealRepository } from '../../src/risk/oversight/appeal.repository.js';
import { StandingRepository } from '../../src/risk/standing/standing.repository.js';
import { STANDING_DEFAULTS } from '../../src/risk/standing/standing-parameters.policy.js';
import { WHO } from './fill.js';

/** One act of a repository on the filled database. */
export interface Statement {
  readonly name: string;
  act(q: Tx): Promise<unknown>;
  /** Rows it may read, where its answer alone is more than a page. */
  readonly reads?: number;
}

const as = (organisationId: string, organisationKind: OrganisationKind, sandboxId: string | null = null): Actor =>
  memberActor({ organisationId, organisationKind, memberId: WHO.bigCreditor, roles: ['owner'], sandboxId });

const actors = {
  'big creditor': as(WHO.bigCreditor, 'creditor'),
  'small creditor': as(WHO.smallCreditor, 'creditor'),
  'big provider': as(WHO.bigProvider, 'agency'),
  'small provider': as(WHO.smallProvider, 'agency'),
  platform: as(WHO.platform, 'platform'),
  'platform of a sandbox': as(WHO.testPlatform, 'platform', WHO.sandbox),
};
const page = { first: 20, after: undefined };
const cases = new CaseRepository(new SystemClock());
const ring = KeyRing.ofOne(Buffer.alloc(32));
const texts = new SealedTexts(new FieldCipher(ring));
const grabs = new GrabRepository(texts);
const repayments = new RepaymentRepository(texts, new BlindIndex(ring));
const ledger = new LedgerRepository();
const commissions = new CommissionRepository();
const feed = new FeedRepository();
const outbox = new OutboxRepository();
const standing = new StandingRepository();
const appeals = new AppealRepository(texts);
const hall = new HallRepository();
const batches = new CaseBatchRepository();
const files = new FileRepository();

const LAST = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
const RETENTION = retentionFigures.schema.parse({});
const NONE = '00000000-0000-0000-0000-000000000000';

function* forEachActor(what: string, act: (q: Tx, actor: Actor) => Promise<unknown>): Generator<Statement> {
  for (const [name, actor] of Object.entries(actors)) yield { name: `${what}, ${name}`, act: (q) => act(q, actor) };
}

/** Every list and every statement of background work whose table grows, as the repositories send them. */
export const statements: readonly Statement[] = [
  ...forEachActor('cases', (q, actor) => cases.page(q, actor, page, {})),
  ...forEachActor('cases in a rare state', (q, actor) => cases.page(q, actor, page, { state: ['in_litigation'] })),
  ...forEachActor('cases in rare states', (q, actor) =>
    cases.page(q, actor, page, { state: ['in_litigation', 'rejected', 'on_hold'] }),
  ),
  ...forEachActor('cases by reference', (q, actor) => cases.page(q, actor, page, { externalRef: 'ref-77' })),
  { name: 'cases to review', act: (q) => cases.reviewQueue(q, actors.platform, page) },
  { name: 'cases to review, sandbox', act: (q) => cases.reviewQueue(q, actors['platform of a sandbox'], page) },
  ...forEachActor('grabs', (q, actor) => grabs.list(q, actor, {}, page)),
  ...forEachActor('grabs returned', (q, actor) => grabs.list(q, actor, { state: 'returned' }, page)),
  ...forEachActor('grabs recalled, of which there is none', (q, actor) =>
    grabs.list(q, actor, { state: 'recalled' }, page),
  ),
  { name: 'active grabs of a provider', act: (q) => grabs.activeOf(q, [WHO.bigProvider]) },
  { name: 'bad ends of a provider', act: (q) => grabs.badEndsWithin(q, WHO.bigProvider, 7) },
  { name: 'overdue grabs', act: (q) => grabs.overdue(q, 100) },
  ...forEachActor('repayments', (q, actor) => repayments.list(q, actor, {}, page)),
  ...forEachActor('repayments reported', (q, actor) => repayments.list(q, actor, { state: 'reported' }, page)),
  ...forEachActor('repayments reversed, of which there is none', (q, actor) =>
    repayments.list(q, actor, { state: 'reversed' }, page),
  ),
  { name: 'repayments that time confirms', act: (q) => repayments.waiting(q, [WHO.bigCreditor]) },
  { name: 'overdue repayments', act: (q) => repayments.overdue(q, 100) },
  {
    name: 'payouts, platform of a sandbox',
    act: (q) => new PayoutRepository(texts).list(q, actors['platform of a sandbox'], {}, page),
  },
  { name: 'commission on hold', act: (q) => commissions.heldOf(q, WHO.bigProvider) },
  {
    name: 'balance before this month',
    act: (q) => ledger.balanceBefore(q, WHO.bigProvider, 'provider_receivable', monthsAgo(0)),
  },
  {
    name: 'balance of the platform before',
    act: (q) => ledger.balanceBefore(q, WHO.platform, 'platform_fee', monthsAgo(1)),
  },
  ...forEachActor('entries of a month', (q, { organisationId }) =>
    ledger.page(q, organisationId, undefined, hoursAgo(0), page),
  ),
  {
    name: 'entries of a month, further on',
    act: (q) => ledger.page(q, WHO.bigProvider, undefined, hoursAgo(0), { first: 20, after: cursorOf(['90000']) }),
  },
  {
    name: 'entries of a month for a statement',
    act: (q) => ledger.entries(q, WHO.bigProvider, 'provider_receivable', hoursAgo(0), 500),
  },
  {
    name: 'entries of an early month',
    act: (q) => ledger.page(q, WHO.bigProvider, undefined, monthsAgo(600), page),
  },
  ...forEachActor('received by providers in a month', (q, { organisationId }) =>
    commissions.receivedByProvider(q, organisationId, { from: monthsAgo(600), until: monthsAgo(599) }),
  ),
  { name: 'accounts of the platform', act: (q) => ledger.accountsOf(q, WHO.platform) },
  { name: 'trial balance', act: (q) => ledger.totals(q, WHO.platform) },
  { name: 'trial balance of a sandbox', act: (q) => ledger.totals(q, WHO.testPlatform) },
  ...auditReads(),
  ...factsOfStandings(),
  ...forEachActor('appeals', (q, actor) => appeals.list(q, actor, {}, page)),
  ...forEachActor('open appeals', (q, actor) => appeals.list(q, actor, { state: 'open' }, page)),
  ...feedReads(),
  ...hallReads(),
  ...backgroundWork(),
  ...removals(),
];

function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}

function monthsAgo(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1) - 8 * 3_600_000);
}

function auditReads(): Statement[] {
  const trail = new AuditReading();
  const read = (name: string, filter: AuditFilter, sandboxId?: string | null): Statement => ({
    name: `acts, ${name}`,
    act: async (q) =>
      trail.page(q, filter, sandboxId === undefined ? [] : [await ofWorld(q, 'a.organisation_id', sandboxId)], page),
  });
  const ofSubject = { subjectKind: 'case', subjectId: NONE };
  return [
    read('platform', {}, null),
    read('platform of a sandbox', {}, WHO.sandbox),
    read('platform, a rare one', { act: 'case.close' }, null),
    read('platform, long ago', { to: new Date(0) }, null),
    read('platform, an hour', { from: hoursAgo(2), to: hoursAgo(0) }, null),
    read('platform, a subject', { subjectId: NONE }, null),
    read('big creditor', { organisationId: WHO.bigCreditor }, null),
    read('small creditor', { organisationId: WHO.smallCreditor }, null),
    read('logins', { organisationId: WHO.bigCreditor, acts: ['session.open', 'session.logout'] }),
    read('reads of a debtor', { ...ofSubject, acts: ['case.debtor.read', 'case.evidence.read'] }),
  ];
}

function factsOfStandings(): Statement[] {
  const grab = {
    ...{
      grabId: WHO.bigCreditor,
      providerId: WHO.bigProvider,
      creditorId: WHO.bigCreditor,
      amountFen: 1n,
      expectedFen: 1n,
    },
    ...{
      monthsOverdue: 3,
      state: 'active' as const,
      penaltyPoints: 0,
      counts: true,
      maturityDays: 90,
      sparedSeconds: 0,
    },
    at: new Date(),
  };
  const limits = { grade: 'junior' as const, casesHeld: 3, largestCaseFen: null };
  const veto = { grade: 'junior' as const, reason: 'licence' as const, until: '2099-12-31' };
  const big = WHO.bigProvider;
  return [
    { name: 'a grab of the big provider', act: (q) => standing.noteTaken(q, [grab]) },
    { name: 'an end of the big provider', act: (q) => standing.noteEnded(q, [{ ...grab, state: 'returned' }]) },
    { name: 'a freeze of the big provider', act: (q) => standing.noteStandstill(q, grab, new Date()) },
    { name: 'the lock of a standing', act: (q) => standing.lock(q, [big], limits) },
    { name: 'a standing kept', act: (q) => standing.keep(q, big, { ...limits, casesHeld: 4 }, 'junior') },
    { name: 'a hold exonerated', act: (q) => standing.exonerate(q, big, NONE, NONE) },
    { name: 'an ended hold', act: (q) => standing.endedHold(q, big, NONE) },
    { name: 'a change of a standing', act: (q) => standing.changeOf(q, big, NONE) },
    { name: 'a veto', act: (q) => standing.setVeto(q, big, veto) },
    { name: 'a veto that is over', act: (q) => standing.dropLapsedVeto(q, big) },
    { name: 'limits for a grab', act: (q) => standing.limitsOf(q, [big, NONE]) },
    { name: 'a standing looked at', act: (q) => standing.touch(q, big) },
    { name: 'standing of the big provider', act: (q) => standing.recordsOf(q, [WHO.bigProvider], STANDING_DEFAULTS) },
    {
      name: 'a repayment of the big provider',
      act: (q) =>
        standing.noteRecovery(q, {
          ...{ repaymentId: WHO.bigCreditor, grabId: WHO.bigCreditor, providerId: WHO.bigProvider },
          ...{ amountFen: 1n, recoveredAt: new Date(), reversed: false },
        }),
    },
    { name: 'standings to look at again', act: (q) => standing.aged(q, 100) },
    { name: 'history of a standing', act: (q) => standing.history(q, WHO.bigProvider, page) },
    { name: 'providers of a shadow run', act: (q) => standing.providersAfter(q, null, NONE, 200) },
    { name: 'providers of a shadow run in a sandbox', act: (q) => standing.providersAfter(q, WHO.sandbox, NONE, 200) },
  ];
}

function feedReads(): Statement[] {
  const own = (organisationId: string) => ({ audience: 'organisation', organisationId, position: 0n }) as const;
  const live = { audience: 'hall', sandboxId: null, position: 0n } as const;
  const test = { audience: 'hall', sandboxId: WHO.sandbox, position: 0n } as const;
  const caseId = NONE;
  return [
    { name: 'feed of the big creditor', act: (q) => feed.after(q, own(WHO.bigCreditor), 100) },
    { name: 'feed of a small creditor', act: (q) => feed.after(q, own(WHO.smallCreditor), 100) },
    { name: 'feed, one case', act: (q) => feed.after(q, { ...own(WHO.bigCreditor), caseId }, 100) },
    {
      name: 'feed, a rare type',
      act: (q) => feed.after(q, { ...own(WHO.bigCreditor), types: ['case.closed', 'grab.won'] }, 100),
    },
    { name: 'feed of the hall', act: (q) => feed.after(q, live, 100) },
    {
      name: 'feed of the hall, a rare type',
      act: (q) => feed.after(q, { ...live, types: ['case.closed', 'grab.won'] }, 100),
    },
    { name: 'feed of the hall, one case', act: (q) => feed.after(q, { ...live, caseId }, 100) },
    { name: 'feed of a sandbox’s hall', act: (q) => feed.after(q, test, 100) },
    { name: 'feed, its ends', act: (q) => feed.ends(q) },
    { name: 'feed since an instant', act: (q) => feed.before(q, new Date(Date.now() - 60_000)) },
    {
      name: 'the whole feed, the next page',
      act: (q) => feed.after(q, { audience: 'everything', position: 100n }, 500),
    },
  ];
}

function hallReads(): Statement[] {
  const look = {
    sandboxId: null,
    sort: 'NEWEST',
    criteria: {},
    today: '2026-11-30',
    take: 21,
    after: undefined,
  } as never;
  return [
    { name: 'hall, first page', act: (q) => hall.near(q, look) },
    {
      name: 'hall, a sandbox’s first page',
      act: (q) => hall.near(q, { ...(look as object), sandboxId: WHO.sandbox } as never),
    },
  ];
}

function backgroundWork(): Statement[] {
  const claim = { lease: NONE, limit: 24, perEndpoint: 2, perOrganisation: 3, slowEndpoints: [], underWay: [] };
  const claims = new AttemptRepository();
  const names = ['cases.posted.v1'];
  // Entities are loaded by the repositories that are imported here.
  const advanced = [[WHO.sandbox, WHO.testPlatform, WHO.testCreditor, WHO.testProvider], '86400', 1, new Date(), '0'];
  return [
    { name: 'outbox claim', act: (q) => outbox.claim(q, NONE, 200, names, false), reads: 1_000 },
    { name: 'outbox backlog', act: (q) => outbox.backlog(q, names), reads: 1_500 },
    { name: 'outbox leases', act: (q) => outbox.takeBackExpired(q) },
    { name: 'webhook claim', act: (q) => claims.claim(q, { ...claim, slow: false }), reads: 6_000 },
    { name: 'webhook claim, slow', act: (q) => claims.claim(q, { ...claim, slow: true }), reads: 6_000 },
    { name: 'webhooks due', act: (q) => claims.due(q), reads: 15_000 },
    {
      name: 'deliveries that failed',
      act: (q) => new DeliveryRepository().list(q, actors['big creditor'], NONE, { state: 'failed' }, page),
    },
    { name: 'queue of applications', act: (q) => new QueueRepository().page(q, actors.platform, {}, page) },
    { name: 'batches', act: (q) => batches.list(q, actors['big creditor'], page, null) },
    { name: 'batches, platform', act: (q) => batches.list(q, actors.platform, page, null) },
    { name: 'batches nobody works on', act: (q) => batches.unattended(q, 10) },
    { name: 'rows of a batch', act: (q) => new BatchRowRepository().list(q, NONE, page, 'duplicate') },
    { name: 'sessions of bearers', act: (q) => new SessionRepository().holders(q, [NONE, WHO.platform]) },
    ...ageingStatements().map((sql) => ({
      name: `clock advanced, ${/UPDATE (\w+)/.exec(sql)![1]}`,
      act: (q: Tx) => q.affected(sql, advanced),
    })),
  ];
}

function removals(): Statement[] {
  const chunk = 4 * CHUNK + 500;
  return [
    { name: 'removal, outbox and inbox', act: (q) => outbox.prune(q, 7, CHUNK), reads: 4 * chunk },
    { name: 'removal, feed', act: (q) => feed.prune(q, 30, CHUNK), reads: 2 * chunk },
    {
      name: 'removal, deliveries and their messages',
      act: async (q) => {
        await new DeliveryRepository().deleteOld(q, 30, CHUNK);
        return new DeliveryRepository().deleteOldMessages(q, 30, CHUNK);
      },
      reads: 2 * chunk,
    },
    { name: 'removal, unused files', act: (q) => files.forgetUnused(q, 7, CHUNK, NONE), reads: 4 * chunk },
    { name: 'removal, the next batch', act: (q) => batches.oldestKept(q, 90) },
    {
      name: 'removal, acts',
      act: (q) => q.one('SELECT forget_audit_records($1, $2)', ['1827 days', CHUNK]),
      reads: 2 * chunk,
    },
    ...keepingStatements().map(({ table, figure, sql, walks }) => {
      const days = RETENTION[figure as keyof RetentionFigures];
      const params = walks ? [days, CHUNK, NONE, LAST] : [days, CHUNK];
      return { name: `removal, ${table}`, act: (q: Tx) => q.rows(sql, params), reads: 3 * chunk };
    }),
    { name: 'removal, rows of a batch', act: (q) => new BatchRowRepository().remove(q, NONE, CHUNK) },
  ];
}
