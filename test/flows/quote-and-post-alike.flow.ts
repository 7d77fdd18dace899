import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { type Answer, act, ask } from '../support/client.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const SEGMENT = 'lineNumber phase from to days amountFen rate rateDays interestFen';
const CLAIM = `rule until principalFen askedFen allowedFen coveredFen receivedFen capFen excessFen leastFen askedRateBps capRate
  feesFen segments { ${SEGMENT} } capSegments { ${SEGMENT} } notes { code params }
  courtFees { amountFen acceptanceFen halvedFen paymentOrderFen preservationFen enforcementFen }`;
const SHARED = `principalFen penaltyFen paidFen outstandingFen dueOn limitationExpiresOn score grade evidenceBps
  commissionBps commissionTiers { bps minMonthsOverdue minAmountFen }
  lines { lineNumber kind documentNumber periodFrom periodTo dueOn invoicedOn principalFen penaltyFen paidFen openFen
    monthsOverdue lastInterruptedOn clock { kind on until } limitationExpiresOn limitationDaysLeft
    limitation { state runsFrom periodEndsOn lastDayOn longStopOn interruptedOn chainUnproven } }`;
const REASON = 'code field severity params';
/** Each with texts that are tidied, and lines that are owed, refused or sent to a reviewer. */
const HOW_MANY = 80;

/** A quote answers what posting would come to: both are asked, and held against each other. */
describe('a quote and the case that is posted after it', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const ago = fc.integer({ min: -20, max: 2_600 }).map(daysAgo);
  const past = fc.integer({ min: 1, max: 2_600 }).map(daysAgo);
  const fen = (most: number) => fc.nat(most).map(String);
  const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
    fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: other, weight: 1 });
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const event = fc.record({
    kind: fc.constantFrom('demand_delivered', 'promise', 'part_payment', 'suit', 'obstacle', 'first_demand', 'plan'),
    on: past,
  });
  const line = fc
    .record({
      kind: fc.constantFrom('invoice', 'invoice', 'fee_period', 'instalment', 'loan', 'credit_note'),
      documentNumber: optional(fc.constantFrom('F-1', ' F-2 ', 'F\u200b-3', 'Ｆ-4')),
      dueOn: mostly(past, ago),
      principal: fc.integer({ min: 1, max: 50_000_000 }),
      clock: fc.array(event, { maxLength: 3 }),
    })
    .map(({ principal, kind, ...rest }) => ({
      ...rest,
      ...{ kind, principalFen: `${kind === 'credit_note' ? -Math.ceil(principal / 10) : principal}` },
    }));
  const bps = optional(fc.nat(4_000));
  const terms = fc.record(
    {
      ...{ contractOn: past, ordinaryRateBps: bps, overdueRateBps: bps, penaltyRateBps: bps, feesFen: fen(100_000) },
      ...{ lender: fc.constantFrom('private', 'local_finance', 'licensed'), payWhenPaid: fc.boolean() },
      ...{
        creditorScale: fc.constantFrom('sme', 'large'),
        debtorScale: fc.constantFrom('sme', 'large', 'public_body'),
      },
      paymentTermDays: fc.nat(100),
    },
    { requiredKeys: [] },
  );
  const whole = fc.record({
    ...{ principalFen: fen(700_000_000), penaltyFen: optional(fen(5_000_000)), dueOn: mostly(past, ago) },
    lastInterruptedOn: optional(past),
  });
  const parts = fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }) });
  const debts = fc
    .record({
      amounts: fc.oneof(whole, parts),
      category: fc.constantFrom(
        'commercial_receivable',
        'commercial_receivable',
        'property_management_fee',
        'private_loan',
        'online_loan',
      ),
      matter: optional(mostly(fc.constantFrom('sale', 'labour_pay', 'loan'), fc.constant('criminal'))),
      serviceLine: mostly(fc.constant('agency_dunning'), fc.constant('lawyer_letter')),
      evidence: fc.subarray(['contract', 'invoice', 'delivery_note', 'demand_letter', 'loan_note', 'payment_record'], {
        minLength: 3,
      }),
      legalOrigin: mostly(fc.constantFrom('trade', 'lending'), fc.constantFrom('gambling', 'other')),
      commission: optional(
        fc.record({ bps: mostly(fc.integer({ min: 100, max: 5_000 }), fc.integer({ min: 5_001, max: 6_000 })) }),
      ),
      claimTerms: optional(terms),
    })
    .map(({ amounts, ...rest }) => {
      const { principalFen: _, dueOn: __, invoicedOn: ___, ...debt } = sampleDebt() as Answer;
      return JSON.parse(JSON.stringify({ ...debt, ...rest, ...amounts, externalRef: ` Q-${randomUUID()}\u200b` }));
    });

  it('are alike in lines, score, claim, commission and verdict', async () => {
    const token = creditor.owner.token;
    const verdicts = new Map<string, number>();
    for (const input of fc.sample(debts, { numRuns: HOW_MANY, seed: 20_261_130 })) {
      const args = { input: ['PostCaseInput!', input] as const };
      const quote = await ask(
        app,
        'quoteCase',
        args,
        `verdict existingCaseId reasons { ${REASON} } claim { ${CLAIM} } ${SHARED}`,
        token,
      );
      const { verdict, existingCaseId, reasons, claim, ...shared } = quote;
      const fields = `... on Case { id state reviewReasons { ${REASON} } ${SHARED} }`;
      const { __typename, ...posted } = await act(app, 'postCase', args, fields, { token });
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      expect(existingCaseId).toBeNull();
      if (verdict === 'reject') {
        expect({ input, posted }).toMatchObject({ posted: { code: 'CASE_NOT_ADMISSIBLE' } });
        expect(posted['details'].reasons).toBe(reasons.map(({ code }: Answer) => code).join(', '));
        continue;
      }
      const { id, state, reviewReasons, ...same } = posted;
      expect({ input, state, reviewReasons, same }).toEqual({
        ...{ input, state: verdict === 'admit' ? 'listed' : 'submitted' },
        ...{ reviewReasons: reasons, same: shared },
      });
      expect(await ask(app, 'caseClaim', { caseId: ['ID!', id] }, CLAIM, token)).toEqual(claim);
      expect((await ask(app, 'quoteCase', args, 'existingCaseId', token))['existingCaseId']).toBe(id);
    }
    // All three were seen, so that the comparison means something.
    expect([...verdicts.keys()].sort()).toEqual(['admit', 'reject', 'review']);
  });
});
