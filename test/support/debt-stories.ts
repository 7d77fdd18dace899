import { sampleCreditCode } from '@recourse/identifiers';
import type { SentDebt } from './ways-in.js';

/** A debt, and the picture that every way in must make of it on `STORY_DAY`. Its arithmetic is done by hand beside it. */
export interface Story {
  readonly debt: SentDebt;
  readonly picture: string;
  /** Codes of what a reviewer is told, with the field. */
  readonly review: readonly string[];
  /** What the hall says of it: amount in fen, months overdue, score, grade. */
  readonly hall: readonly [amountFen: string, months: number, score: number, grade: string];
}

/** The day on which all stories are told. */
export const STORY_DAY = '2025-06-01';

const TRADE = {
  ...{ category: 'commercial_receivable', legalOrigin: 'trade', debtorKind: 'enterprise', commission: { bps: 2_000 } },
  evidence: ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'],
};
const instalment = (documentNumber: string, dueOn: string, principalFen: string, paidFen = '0') => {
  return { kind: 'instalment', documentNumber, dueOn, principalFen, paidFen };
};
const fee = (year: number, principalFen: string, paidFen = '0') => ({
  ...{ kind: 'fee_period', documentNumber: `WY-${year}`, dueOn: `${year}-12-31`, principalFen, paidFen },
  ...{ periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` },
});

/**
 * Property fees of four years. Each is a debt of its own: three years from its 31 December, on to the next working day where that is a
 * holiday (2022-12-31 and 2023-12-31 are; art. 203). Three have ended by 2025-06-01, the fourth runs until 2025-12-31.
 *
 * Score: by the curve 65 months 300, 53 months 930 − 630 × 29/36 = 422, 41 months 930 − 630 × 17/36 = 632, 29 months
 * 930 − 630 × 5/36 = 842; weighted (2,400 × 300 + 2,400 × 422 + 2,520 × 632 + 2,000 × 842) ÷ 9,320 = 537 (‱). Evidence: contract 50
 * and demand 30 of 100, so 50 % + 80 % × 50 % = 90 %: 5.37 × 0.9 = 4.
 *
 * Claim: LPR on the day after each due day (4.15, 3.85, 3.80, 3.65 %) + 50 %, days up to 2025-06-01, ÷ 365:
 * 2,400 × 6.225 % × 1,979 = 810.03; 2,400 × 5.775 % × 1,613 = 612.50; 2,520 × 5.70 % × 1,248 = 491.13; 2,000 × 5.475 % × 883 = 264.90.
 */
const PROPERTY_FEES: Story = {
  debt: {
    ...TRADE,
    ...{ externalRef: 'FLAT-12-0304', category: 'property_management_fee', legalOrigin: 'property' },
    ...{ debtorName: '滨江花园商铺有限公司', debtorIdNumber: sampleCreditCode(4_100_001) },
    evidence: ['contract', 'demand_letter'],
    lines: [fee(2019, '240000'), fee(2020, '240000'), fee(2021, '252000'), fee(2022, '264000', '64000')],
  },
  picture: `
    1 | fee_period | WY-2019 | 2019-01-01..2019-12-31 | 2019-12-31 | 2,400.00 | 0.00 |   0.00 | 2,400.00 | 65 months | 2023-01-03 | -880 days | expired
    2 | fee_period | WY-2020 | 2020-01-01..2020-12-31 | 2020-12-31 | 2,400.00 | 0.00 |   0.00 | 2,400.00 | 53 months | 2024-01-02 | -516 days | expired
    3 | fee_period | WY-2021 | 2021-01-01..2021-12-31 | 2021-12-31 | 2,520.00 | 0.00 |   0.00 | 2,520.00 | 41 months | 2024-12-31 | -152 days | expired
    4 | fee_period | WY-2022 | 2022-01-01..2022-12-31 | 2022-12-31 | 2,640.00 | 0.00 | 640.00 | 2,000.00 | 29 months | 2025-12-31 |  213 days | running
    totals | principal 9,960.00 | penalty 0.00 | paid 640.00 | open 9,320.00
    first  | due 2019-12-31 | ends 2025-12-31
    score  | 4 E
    claim  | late_payment_by_law
    line 1 | 2,400.00 × 6.225 % × 1979 days = 810.03
    line 2 | 2,400.00 × 5.775 % × 1613 days = 612.50
    line 3 | 2,520.00 × 5.70 % × 1248 days = 491.13
    line 4 | 2,000.00 × 5.475 % × 883 days = 264.90
    claim  | principal 9,320.00 | interest 2,178.56 | cap - | excess 0.00 | total 11,498.56`,
  review: [0, 1, 2].map((n) => `LIMITATION_EXPIRED lines[${n}].dueOn`),
  hall: ['932000', 65, 4, 'E'],
};

/**
 * A bill in three instalments of 30,000, of which 10,000 was paid: it counts for what fell due first. They are one debt, whose period
 * counts from the last one (art. 189): until 2027-04-30, though the first alone would have ended on 2025-04-30.
 *
 * Score: 37 months 930 − 630 × 13/36 = 702, 25 months 930 − 630 × 1/36 = 912, 13 months 2,280 − 1,350 × 1/12 = 2,167; weighted
 * (2 × 702 + 3 × 912 + 3 × 2,167) ÷ 8 = 1,330. Evidence 90 of 100: 95 %. 13.30 × 0.95 = 12.
 *
 * Claim: LPR 3.70, 3.65, 3.45 % + 50 %: 20,000 × 5.55 % × 1,128 ÷ 365 = 3,430.36; 30,000 × 5.475 % × 763 ÷ 365 = 3,433.50;
 * 30,000 × 5.175 % × 397 ÷ 365 = 1,688.61.
 */
const KINGDEE_BILL: Story = {
  debt: {
    ...TRADE,
    ...{ externalRef: 'AR00022118', debtorName: '宁波市远航物流有限公司', debtorIdNumber: sampleCreditCode(4_100_002) },
    lines: [
      instalment('AR00022118', '2022-04-30', '3000000', '1000000'),
      instalment('AR00022118', '2023-04-30', '3000000'),
      instalment('AR00022118', '2024-04-30', '3000000'),
    ],
  },
  picture: `
    1 | instalment | AR00022118 | - | 2022-04-30 | 30,000.00 | 0.00 | 10,000.00 | 20,000.00 | 37 months | 2027-04-30 | 698 days | running
    2 | instalment | AR00022118 | - | 2023-04-30 | 30,000.00 | 0.00 |      0.00 | 30,000.00 | 25 months | 2027-04-30 | 698 days | running
    3 | instalment | AR00022118 | - | 2024-04-30 | 30,000.00 | 0.00 |      0.00 | 30,000.00 | 13 months | 2027-04-30 | 698 days | running
    totals | principal 90,000.00 | penalty 0.00 | paid 10,000.00 | open 80,000.00
    first  | due 2022-04-30 | ends 2027-04-30
    score  | 12 E
    claim  | late_payment_by_law
    line 1 | 20,000.00 × 5.55 % × 1128 days = 3,430.36
    line 2 | 30,000.00 × 5.475 % × 763 days = 3,433.50
    line 3 | 30,000.00 × 5.175 % × 397 days = 1,688.61
    claim  | principal 80,000.00 | interest 8,552.47 | cap - | excess 0.00 | total 88,552.47`,
  review: [],
  hall: ['8000000', 37, 12, 'E'],
};

/**
 * An invoice of 56,500 with a credit note of 6,500 and 10,000 paid: the credit note lowers the debt and is no payment, has no clock and
 * no age of its own in the score.
 *
 * Score: 8 months 5,210 − 1,300 × 2/3 = 4,343; evidence 95 %: 43.43 × 0.95 = 41.
 *
 * Claim: what bears interest is 56,500 − 10,000 − 6,500 = 40,000; LPR 3.35 % + 50 %: 40,000 × 5.025 % × 244 ÷ 365 = 1,343.67.
 */
const ODOO_INVOICE: Story = {
  debt: {
    ...TRADE,
    ...{
      externalRef: 'INV/2024/0118',
      debtorName: '苏州市新桥纺织有限公司',
      debtorIdNumber: sampleCreditCode(4_100_003),
    },
    lines: [
      {
        kind: 'invoice',
        documentNumber: 'INV/2024/0118',
        dueOn: '2024-09-30',
        principalFen: '5650000',
        paidFen: '1000000',
      },
      { kind: 'credit_note', documentNumber: 'RINV/2024/0007', dueOn: '2024-09-30', principalFen: '-650000' },
    ],
  },
  picture: `
    1 | invoice     | INV/2024/0118  | - | 2024-09-30 | 56,500.00 | 0.00 | 10,000.00 | 46,500.00 | 8 months | 2027-09-30 | 851 days | running
    2 | credit_note | RINV/2024/0007 | - | 2024-09-30 | -6,500.00 | 0.00 |      0.00 | -6,500.00 | 8 months | no clock
    totals | principal 50,000.00 | penalty 0.00 | paid 10,000.00 | open 40,000.00
    first  | due 2024-09-30 | ends 2027-09-30
    score  | 41 C
    claim  | late_payment_by_law
    line 1 | 40,000.00 × 5.025 % × 244 days = 1,343.67
    claim  | principal 40,000.00 | interest 1,343.67 | cap - | excess 0.00 | total 41,343.67`,
  review: [],
  hall: ['4000000', 8, 41, 'C'],
};

/**
 * A UBL invoice of 29,999.98 with 0.02 of rounding: 30,000 is owed, and 5,000 was prepaid, neither more nor less. Its schedule asks for
 * 33.33, 33.33 and 33.34 %: 9,999, 9,999 and 10,002. One debt, whose period counts from 2024-10-31.
 *
 * Score: 13 months 2,167, 10 months 3,910 − 1,630 × 1/3 = 3,366, 7 months 5,210 − 1,300 × 1/3 = 4,776; weighted
 * (4,999 × 2,167 + 9,999 × 3,366 + 10,002 × 4,776) ÷ 25,000 = 3,690; 36.90 × 0.95 = 35.
 *
 * Claim: LPR 3.45, 3.35, 3.10 % + 50 %: 4,999 × 5.175 % × 397 ÷ 365 = 281.38; 9,999 × 5.025 % × 305 ÷ 365 = 419.86;
 * 10,002 × 4.65 % × 213 ÷ 365 = 271.41.
 */
const BILLED = { periodFrom: '2024-01-01', periodTo: '2024-03-31' };
const UBL_INVOICE: Story = {
  debt: {
    ...TRADE,
    ...{ externalRef: 'S-2024-77', debtorName: '无锡市锡山机械有限公司', debtorIdNumber: '91350100M000100Y43' },
    lines: [
      { ...instalment('S-2024-77', '2024-04-30', '999900', '500000'), ...BILLED },
      { ...instalment('S-2024-77', '2024-07-31', '999900'), ...BILLED },
      { ...instalment('S-2024-77', '2024-10-31', '1000200'), ...BILLED },
    ],
  },
  picture: `
    1 | instalment | S-2024-77 | 2024-01-01..2024-03-31 | 2024-04-30 |  9,999.00 | 0.00 | 5,000.00 |  4,999.00 | 13 months | 2027-10-31 | 882 days | running
    2 | instalment | S-2024-77 | 2024-01-01..2024-03-31 | 2024-07-31 |  9,999.00 | 0.00 |     0.00 |  9,999.00 | 10 months | 2027-10-31 | 882 days | running
    3 | instalment | S-2024-77 | 2024-01-01..2024-03-31 | 2024-10-31 | 10,002.00 | 0.00 |     0.00 | 10,002.00 |  7 months | 2027-10-31 | 882 days | running
    totals | principal 30,000.00 | penalty 0.00 | paid 5,000.00 | open 25,000.00
    first  | due 2024-04-30 | ends 2027-10-31
    score  | 35 C
    claim  | late_payment_by_law
    line 1 | 4,999.00 × 5.175 % × 397 days = 281.38
    line 2 | 9,999.00 × 5.025 % × 305 days = 419.86
    line 3 | 10,002.00 × 4.65 % × 213 days = 271.41
    claim  | principal 25,000.00 | interest 972.65 | cap - | excess 0.00 | total 25,972.65`,
  review: [],
  hall: ['2500000', 13, 35, 'C'],
};

export const STORIES = {
  'L5 property fees of 2019 to 2022': PROPERTY_FEES,
  'a Kingdee bill in three instalments': KINGDEE_BILL,
  'an Odoo invoice with a credit note': ODOO_INVOICE,
  'a UBL invoice with rounding and a schedule': UBL_INVOICE,
} as const satisfies Record<string, Story>;
