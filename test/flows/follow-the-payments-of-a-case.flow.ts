import { addMonths, parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  type Organisation,
} from '../support/builders.js';
import { type Answer, ask, done } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { daysAgo } from '../support/samples.js';

const CASE =
  'limitationExpiresOn lines { lineNumber limitationExpiresOn clock { kind } limitation { state interruptedOn } }';
const CLAIM =
  'principalFen allowedFen coveredFen receivedFen segments { from days amountFen } notes { code params } courtFees { amountFen }';

/** What a confirmed repayment means in law, and what remains of it when it is reversed. */
describe('a payment that was confirmed', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let caseId: string;
  let repaymentId: string;

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
    const line = (documentNumber: string, days: number) => {
      return { kind: 'invoice', documentNumber, principalFen: '500000', dueOn: daysAgo(days) };
    };
    caseId = await aListedCase(app, creditor, {
      ...{ principalFen: undefined, dueOn: undefined, invoicedOn: undefined },
      lines: [line('F-2', 200), line('F-1', 1_000)],
      claimTerms: { overdueRateBps: 365 },
    });
  });
  afterAll(() => app.close());

  const seen = (token = creditor.owner.token): Promise<Answer> =>
    ask(app, 'case', { id: ['ID!', caseId] }, CASE, token);
  const claim = (token = creditor.owner.token): Promise<Answer> =>
    ask(app, 'caseClaim', { caseId: ['ID!', caseId] }, CLAIM, token);
  const late = (days: number) => 500_000n * 365n * BigInt(days);
  /** Half up to the fen. */
  const rounded = (exact: bigint) => (2n * exact + 3_650_000n) / 7_300_000n;

  it('interrupts the limitation period of the line that it was for, for all who see it', async () => {
    const before = await seen();
    expect(before['lines'].map((one: Answer) => one['limitation'].interruptedOn)).toEqual([null, null]);
    const grabId = await aGrab(app, agency, caseId);
    repaymentId = await aConfirmedRepayment(app, creditor, agency, grabId, '200000');
    for (const token of [creditor.owner.token, agency.owner.token]) {
      const { lines, limitationExpiresOn } = await seen(token);
      expect(lines.map((one: Answer) => one['limitation'])).toEqual([
        { state: 'running', interruptedOn: null },
        { state: 'running', interruptedOn: daysAgo(0) },
      ]);
      expect(lines.map((one: Answer) => one['clock'])).toEqual([[], []]);
      // The line of 200 days ago warns first now.
      expect(limitationExpiresOn).toBe(lines[0].limitationExpiresOn);
      expect(lines[1].limitationExpiresOn >= addMonths(daysAgo(0), 36)).toBe(true);
    }
  });

  it('covers interest before principal, and the claim says so', async () => {
    const interest = rounded(late(1_000));
    const principal = 200_000n - interest;
    const owed = await claim();
    expect(owed).toMatchObject({
      ...{ principalFen: `${1_000_000n - principal}`, coveredFen: `${interest}`, receivedFen: '200000' },
      allowedFen: `${interest + rounded(late(200))}`,
      courtFees: { amountFen: `${1_000_000n - principal + rounded(late(200))}` },
    });
    expect(owed['notes'].map((note: Answer) => note['code'])).toContain('PAYMENTS_COVER_CHARGES_FIRST');
    expect(await claim(agency.owner.token)).toEqual(owed);
    const bearer = { authorization: `Bearer ${creditor.owner.token}` };
    const { body } = await app.rest().get(`/v1/cases/${caseId}/claim`).set(bearer).expect(200);
    expect(body).toMatchObject({ principalFen: owed['principalFen'], coveredFen: owed['coveredFen'] });
  });

  it('of which an earlier release kept no day lowers the claim from the due day on, so that it is never too high', async () => {
    const id = parsePublicId('case', caseId);
    const [kept] = await asOwner<{ payments: object }>(app.database, 'SELECT payments FROM cases WHERE id = $1', [id]);
    await asOwner(app.database, 'UPDATE cases SET payments = NULL WHERE id = $1', [id]);
    expect(await claim()).toMatchObject({ principalFen: '800000', coveredFen: '0', receivedFen: '200000' });
    const { payments } = kept!;
    await asOwner(app.database, 'UPDATE cases SET payments = $2::jsonb WHERE id = $1', [id, JSON.stringify(payments)]);
    expect(await claim()).toMatchObject({ receivedFen: '200000' });
  });

  it('does neither once it is reversed: it never came', async () => {
    const reverse = { repaymentId: ['ID!', repaymentId], reason: ['String!', 'the bank took it back'] } as const;
    await done(app, 'reverseRepayment', reverse, '... on Repayment { state }', { token: creditor.owner.token });
    const { lines, limitationExpiresOn } = await seen();
    expect(lines.map((one: Answer) => one['limitation'].interruptedOn)).toEqual([null, null]);
    expect(limitationExpiresOn).toBe(lines[1].limitationExpiresOn);
    expect(await claim()).toMatchObject({ principalFen: '1000000', coveredFen: '0', receivedFen: '0' });
  });
});
