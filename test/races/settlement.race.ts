import { breachesIn } from '../../src/commands/laws.js';
import { parsePublicId } from '../../src/kernel/index.js';
import { Sweeps } from '../../src/platform/jobs/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aGrab,
  aLawFirm,
  aListedCase,
  aPlatform,
  type Organisation,
  type Platform,
} from '../support/builders.js';
import { type Answer, act, ask } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { daysAgo } from '../support/samples.js';

const FIELDS = '... on Repayment { id state }';

describe('settlements at once', () => {
  let database: TestDatabase;
  let apps: [TestApp, TestApp];
  let platform: Platform;
  let creditor: Organisation;
  let firm: Organisation;
  let turn = 0;

  beforeAll(async () => {
    database = await namedDatabase('recourse_settlement_race', { fresh: true });
    apps = [await testApp({}, database), await testApp({}, database)];
    platform = await aPlatform(apps[0]);
    [creditor, firm] = await Promise.all([aCreditor(apps[0]), aLawFirm(apps[0], { grade: 'expert' })]);
  });
  afterEach(async () => {
    await apps[0].settled();
    expect(await breachesIn(database.ownerUrl)).toEqual([]);
  });
  afterAll(() => Promise.all(apps.map((app) => app.close())));

  /** The two processes take turns. */
  const app = () => apps[turn++ % 2]!;

  async function held(principalFen: string): Promise<{ caseId: string; grabId: string; voucherFileId: string }> {
    const terms = { principalFen, commission: { bps: 2500 }, serviceLine: 'lawyer_dunning' };
    const caseId = await aListedCase(apps[0], creditor, terms);
    const grabId = await aGrab(apps[0], firm, caseId);
    return { caseId, grabId, voucherFileId: await aFile(apps[0], firm.owner, 'repayment-voucher') };
  }

  async function report(on: { caseId: string; voucherFileId: string }, amountFen: string): Promise<Answer> {
    const { caseId, voucherFileId } = on;
    const notDuplicateBecause = 'one transfer in many parts';
    const input = {
      caseId,
      amountFen,
      paidOn: daysAgo(0),
      channel: 'cash',
      payee: 'creditor',
      voucherFileId,
      notDuplicateBecause,
    };
    return act(app(), 'reportRepayment', { input: ['ReportRepaymentInput!', input] }, FIELDS, {
      token: firm.owner.token,
    });
  }
  const confirm = (id: string) =>
    act(app(), 'confirmRepayment', { repaymentId: ['ID!', id] }, FIELDS, { token: creditor.owner.token });
  const reverse = (id: string) =>
    act(app(), 'reverseRepayment', { repaymentId: ['ID!', id], reason: ['String!', 'race'] }, FIELDS, {
      token: platform.finance.token,
    });
  const earned = async () => {
    const found = await ask(apps[0], 'accountBalances', {}, 'kind balanceFen', firm.owner.token);
    return BigInt((found as unknown as { balanceFen: string }[])[0]?.balanceFen ?? '0');
  };

  it('never takes reports of more than is open', async () => {
    const on = await held('1000000');
    const answers = await Promise.all(Array.from({ length: 24 }, () => report(on, '150000')));
    expect(answers.filter((one) => one['state'] === 'reported')).toHaveLength(6);
    expect(answers.filter((one) => one['code'] === 'REPAYMENT_EXCEEDS_OUTSTANDING')).toHaveLength(18);
  });

  it('settles each repayment once, however often it is confirmed, by people and by time', async () => {
    const on = await held('300000000');
    const before = await earned();
    const reported = await Promise.all(Array.from({ length: 10 }, () => report(on, '30000000')));
    const ids = reported.map((one) => one['id'] as string);
    await asOwner(database, `UPDATE repayments SET auto_confirm_at = now() WHERE grab_id = $1`, [
      parsePublicId('grab', on.grabId),
    ]);
    const sweeps = apps.map((one) => one.serving.app.get(Sweeps).run('repayment.auto-confirm'));
    const answers = await Promise.all(ids.flatMap((id) => Array.from({ length: 6 }, () => confirm(id))));
    await Promise.all(sweeps);
    expect(new Set(answers.map((one) => one['state'] ?? one['code']))).toEqual(new Set(['confirmed']));
    // 3m CNY realised: 1m at 18 % and 2m at 15 %, whatever the order of the ten.
    expect((await earned()) - before).toBe(48_000_000n);
    const done = await ask(apps[0], 'case', { id: ['ID!', on.caseId] }, 'state recoveredFen', creditor.owner.token);
    expect(done).toEqual({ state: 'recovered', recoveredFen: '300000000' });
  });

  it('takes each back once, whatever is confirmed meanwhile, and leaves the cap on what remains', async () => {
    const on = await held('400000000');
    const before = await earned();
    const first = (await Promise.all(Array.from({ length: 8 }, () => report(on, '20000000')))).map((one) => one['id']);
    await Promise.all(first.map(confirm));
    const second = (await Promise.all(Array.from({ length: 8 }, () => report(on, '20000000')))).map((one) => one['id']);
    const acts = [
      ...first.slice(0, 5).flatMap((id) => [reverse(id), reverse(id), reverse(id)]),
      ...second.flatMap((id) => [confirm(id), confirm(id)]),
    ];
    const answers = await Promise.all(acts);
    expect(answers.filter((one) => one['code'])).toEqual([]);
    // 11 of 16 remain: 2.2m CNY realised, 1m at 18 % and 1.2m at 15 %.
    expect((await earned()) - before).toBe(36_000_000n);
  });
});
