import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aPlatform,
  aProposedClose,
  aReportedRepayment,
  type Organisation,
  type Platform,
} from '../support/builders.js';
import { type Arguments, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';

const ROUNDS = 6;
/** What an act may come to when another was first. */
const LATE =
  /^(WRONG_STATE|CLOSE_NOT_PROPOSED|CASE_FROZEN|NOT_FOUND|BUSY|ORGANISATION_NOT_VERIFIED|CASE_ALREADY_GRABBED)$/;

describe('all ends of a grab at once', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  let platform: Platform;
  let creditor: Organisation;

  beforeAll(async () => {
    database = await namedDatabase('recourse_closing_race', { fresh: true });
    const settings = { PROCESS: 'api', DATABASE_POOL: '12' };
    apps = await Promise.all([testApp(settings, database), testApp(settings, database)]);
    [platform, creditor] = await Promise.all([aPlatform(apps[0]!), aCreditor(apps[0]!)]);
  });
  afterAll(() => Promise.all((apps ?? []).map((app) => app.close())));
  afterEach(async () => {
    await apps[0]!.settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });

  let turn = 0;
  /** One act, by turns on each process: `done` or the code of its refusal. */
  const attempt = async (name: string, args: Arguments, token: string): Promise<string> => {
    turn += 1;
    const answer = await act(apps[turn % 2]!, name, args, '', { token }).catch((error: Error) => {
      return { code: /"code":"([A-Z_]+)"/.exec(error.message)?.[1] ?? error.message };
    });
    return answer['code'] ?? 'done';
  };
  const shuffled = <T>(list: T[]): T[] =>
    list
      .map((one) => [Math.random(), one] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one);
  const endsOf = (grabId: string) =>
    asOwner<{ state: string }>(
      database,
      `SELECT payload->>'state' AS state FROM outbox_events WHERE name = 'grab.ended.v1' AND payload->>'grabId' = $1`,
      [parsePublicId('grab', grabId)],
    );

  it('end it once: consent, keep, relist, return, recall, silence and the last payment', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const agency = await anAgency(apps[0]!);
      const caseId = await aListedCase(apps[0]!, creditor, { principalFen: '1000000' });
      const grabId = await aGrab(apps[0]!, agency, caseId);
      const repaymentId = await aReportedRepayment(apps[0]!, agency, grabId, '1000000');
      await aProposedClose(apps[0]!, agency, grabId);
      // Due already, by the database's clock.
      await asOwner(database, `UPDATE grabs SET close_by = now() - interval '1 second' WHERE id = $1`, [
        parsePublicId('grab', grabId),
      ]);
      const grab = { grabId: ['ID!', grabId] } as const;
      const answer = (word: string) => ({ ...grab, answer: ['ClosingAnswer!', word] }) as const;
      const reason = { ...grab, reason: ['String!', 'a reason'] } as const;
      const [theirs, mine, risk] = [agency.owner.token, creditor.owner.token, platform.risk.token];
      const acts = shuffled([
        () => attempt('answerClosing', answer('consent'), mine),
        () => attempt('answerClosing', answer('keep'), mine),
        () => attempt('answerClosing', answer('relist'), mine),
        () => attempt('answerClosing', answer('decline'), mine),
        () => attempt('withdrawClosing', grab, theirs),
        () => attempt('returnGrab', reason, theirs),
        () => attempt('recallGrab', { ...reason, relist: ['Boolean!', true] }, mine),
        () => attempt('recallGrabByPlatform', { ...grab, reasonCode: ['InterventionReason!', 'complaint'] }, risk),
        () => attempt('confirmRepayment', { repaymentId: ['ID!', repaymentId] }, mine),
        async () => {
          await apps[0]!.serving.app.get(Sweeps).run('closing.by-silence');
          return 'done';
        },
      ]);
      const outcomes = await Promise.all(acts.map((one) => one()));
      for (const outcome of outcomes) if (outcome !== 'done') expect(outcome).toMatch(LATE);
      expect(await endsOf(grabId)).toHaveLength(1);
      const seen = await ask(apps[0]!, 'grab', { id: ['ID!', grabId] }, 'state', theirs);
      expect(seen['state']).not.toBe('active');
      const [slot] = await asOwner(database, 'SELECT held FROM provider_slots WHERE provider_id = $1', [
        parsePublicId('organisation', agency.id),
      ]);
      expect(slot).toEqual({ held: 0 });
    }
  });

  it('leave no case with a provider whose verification is revoked while it grabs, accepts and returns', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const agency = await anAgency(apps[0]!);
      const { token } = agency.owner;
      const cases: string[] = [];
      for (let n = 0; n < 3; n += 1) cases.push(await aListedCase(apps[0]!, creditor));
      const first = await done(apps[0]!, 'grabCase', { caseId: ['ID!', cases[0]!] }, '... on Grab { id }', { token });
      const second = await aGrab(apps[0]!, agency, cases[1]!);
      const application = await ask(apps[0]!, 'myVerification', {}, 'id', token);
      const revoke = {
        id: ['ID!', application['id']],
        reasonCodes: ['[VerificationReason!]!', ['SUSPECTED_FRAUD']],
      } as const;
      const acts = shuffled([
        () => attempt('revokeVerification', revoke, platform.risk.token),
        () => attempt('grabCase', { caseId: ['ID!', cases[2]!] }, token),
        () => attempt('acceptEntrustment', { grabId: ['ID!', first['id']] }, token),
        () => attempt('returnGrab', { grabId: ['ID!', second], reason: ['String!', 'late'] }, token),
        () => apps[1]!.settled().then(() => 'done'),
      ]);
      const outcomes = await Promise.all(acts.map((one) => one()));
      for (const outcome of outcomes) {
        if (outcome !== 'done')
          expect(outcome).toMatch(/^(WRONG_STATE|BUSY|ORGANISATION_NOT_VERIFIED|PROVIDER_NOT_VERIFIED)$/);
      }
      await apps[0]!.settled();
      const left = await asOwner(
        database,
        `SELECT (SELECT count(*)::int FROM grabs WHERE provider_id = $1 AND state = 'active') AS grabs,
                (SELECT count(*)::int FROM case_disclosures WHERE organisation_id = $1 AND revoked_at IS NULL) AS disclosures`,
        [parsePublicId('organisation', agency.id)],
      );
      expect(left).toEqual([{ grabs: 0, disclosures: 0 }]);
    }
  });
});
