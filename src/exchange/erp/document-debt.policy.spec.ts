import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { debtOf } from './document-debt.policy.js';
import type { Credit, ErpDocument, Instalment } from './erp-client.js';
import { judgeDocument } from './receivable.policy.js';

const TODAY = '2026-11-30';
const DOCUMENT: ErpDocument = {
  ...{ key: '1', number: 'INV/1', kind: 'invoice', state: 'posted', hold: null, currency: 'CNY' },
  ...{ totalFen: 900_000n, openFen: 900_000n, dueOn: '2026-05-31', invoicedOn: '2026-05-01' },
  ...{ debtorName: '海港贸易有限公司', debtorIdNumber: '91350100M000100Y43', debtorPhone: null },
  ...{ debtorAddress: null, contractNumber: null },
};
const part = (dueOn: string, amount: number | null, open: number | null = null): Instalment => ({
  dueOn,
  amountFen: amount === null ? null : BigInt(amount),
  openFen: open === null ? null : BigInt(open),
});
const credit = (amount: number, unused: number, number = 'RINV/1'): Credit => ({
  ...{ number, issuedOn: '2026-06-10', amountFen: BigInt(amount), unusedFen: BigInt(unused) },
});
/** `kind day principal/paid` of each line. */
const read = (change: Partial<ErpDocument>, today = TODAY) => {
  const { state, dueOn, totalFen, paidFen, openFen, lines } = debtOf({ ...DOCUMENT, ...change }, today);
  const shown = lines.map((line) => `${line.kind} ${line.dueOn} ${line.principalFen}/${line.paidFen}`);
  return [state, dueOn, `${totalFen} - ${paidFen} = ${openFen}`, ...shown];
};
const THIRDS = [part('2026-05-31', 300_000), part('2026-08-31', 300_000), part('2027-03-31', 300_000)];

describe('what of a document is a debt', () => {
  it.each<[string, Partial<ErpDocument>, unknown[]]>([
    ['one sum', {}, ['due', '2026-05-31', '900000 - 0 = 900000', 'invoice 2026-05-31 900000/0']],
    [
      'one sum, paid in part',
      { openFen: 400_000n },
      ['due', '2026-05-31', '900000 - 500000 = 400000', 'invoice 2026-05-31 900000/500000'],
    ],
    ['one sum, paid', { openFen: 0n }, ['settled', '2026-05-31', '900000 - 900000 = 0']],
    ['not due', { dueOn: TODAY }, ['not_due', TODAY, '900000 - 0 = 900000']],
    [
      'instalments: those that are overdue',
      { instalments: THIRDS },
      [
        ...['due', '2026-05-31', '600000 - 0 = 600000'],
        ...['instalment 2026-05-31 300000/0', 'instalment 2026-08-31 300000/0'],
      ],
    ],
    [
      'instalments, the first paid and the next in part: due first is paid first',
      { instalments: THIRDS, openFen: 500_000n },
      [
        ...['due', '2026-08-31', '600000 - 400000 = 200000'],
        ...['instalment 2026-05-31 300000/300000', 'instalment 2026-08-31 300000/100000'],
      ],
    ],
    [
      'instalments whose ERP set a payment against the last one: it still counts for what is due first',
      { openFen: 600_000n, instalments: THIRDS.map((one, n) => ({ ...one, openFen: n === 2 ? 0n : 300_000n })) },
      [
        ...['due', '2026-08-31', '600000 - 300000 = 300000'],
        ...['instalment 2026-05-31 300000/300000', 'instalment 2026-08-31 300000/0'],
      ],
    ],
    [
      'instalments, what fell due is paid: more falls due later',
      { instalments: THIRDS, openFen: 250_000n },
      ['paused', '2027-03-31', '600000 - 600000 = 0'],
    ],
    [
      'instalments without their own amounts: what is open of each, what was paid on the first',
      { openFen: 500_000n, instalments: [part('2026-05-31', null, 200_000), part('2026-08-31', null, 300_000)] },
      [
        ...['due', '2026-05-31', '900000 - 400000 = 500000'],
        ...['instalment 2026-05-31 600000/400000', 'instalment 2026-08-31 300000/0'],
      ],
    ],
    [
      'instalments without their own amounts, of which one is settled: it was about what was paid',
      {
        openFen: 600_000n,
        instalments: [
          part('2026-05-31', null, 300_000),
          part('2026-06-30', null, 0),
          part('2026-08-31', null, 300_000),
        ],
      },
      [
        ...['due', '2026-06-30', '900000 - 300000 = 600000', 'instalment 2026-05-31 300000/300000'],
        ...['instalment 2026-06-30 300000/0', 'instalment 2026-08-31 300000/0'],
      ],
    ],
    [
      'instalments of what was left when the plan was made',
      {
        ...{ totalFen: 900_000n, openFen: 600_000n },
        instalments: [part('2026-05-31', 300_000), part('2026-08-31', 300_000)],
      },
      [
        ...['due', '2026-05-31', '900000 - 300000 = 600000'],
        ...['instalment 2026-05-31 600000/300000', 'instalment 2026-08-31 300000/0'],
      ],
    ],
    [
      'two instalments of one day are one line',
      { instalments: [part('2026-05-31', 450_000), part('2026-05-31', 450_000)] },
      ['due', '2026-05-31', '900000 - 0 = 900000', 'invoice 2026-05-31 900000/0'],
    ],
    [
      'instalments that miss the total by what rounding leaves',
      { instalments: [part('2026-05-31', 300_001), part('2026-06-30', 300_001), part('2026-07-31', 300_001)] },
      [
        ...['due', '2026-05-31', '900000 - 0 = 900000', 'instalment 2026-05-31 299998/0'],
        ...['instalment 2026-06-30 300001/0', 'instalment 2026-07-31 300001/0'],
      ],
    ],
    [
      'instalments that do not make the total',
      { instalments: [part('2026-05-31', 300_000), part('2026-06-30', 500_000)] },
      ['disagreeing', '2026-05-31', '900000 - 0 = 900000'],
    ],
    [
      'an instalment without a day',
      { instalments: [part('2026-05-31', 300_000), { ...part('', 600_000), dueOn: null }] },
      ['not_due', null, '900000 - 0 = 900000'],
    ],
    [
      'a credit note that the ERP has not set off',
      { credits: [credit(50_000, 50_000)] },
      [
        ...['due', '2026-05-31', '850000 - 0 = 850000'],
        ...['invoice 2026-05-31 900000/0', 'credit_note 2026-05-31 -50000/0'],
      ],
    ],
    [
      'a credit note that the ERP has set off is no payment',
      { openFen: 850_000n, credits: [credit(50_000, 0)] },
      [
        ...['due', '2026-05-31', '850000 - 0 = 850000'],
        ...['invoice 2026-05-31 900000/0', 'credit_note 2026-05-31 -50000/0'],
      ],
    ],
    [
      'a payment and a credit note are told apart',
      { openFen: 450_000n, credits: [credit(50_000, 0)] },
      [
        ...['due', '2026-05-31', '850000 - 400000 = 450000'],
        ...['invoice 2026-05-31 900000/400000', 'credit_note 2026-05-31 -50000/0'],
      ],
    ],
    [
      'a credit note used for another document lowers this one no more',
      { credits: [credit(50_000, 0)] },
      ['due', '2026-05-31', '900000 - 0 = 900000', 'invoice 2026-05-31 900000/0'],
    ],
    ['credited in full', { openFen: 0n, credits: [credit(900_000, 0)] }, ['reversed', '2026-05-31', '0 - 0 = 0']],
    ['credited in full, not set off', { credits: [credit(950_000, 950_000)] }, ['reversed', '2026-05-31', '0 - 0 = 0']],
    [
      'paid, and credited afterwards: the payment stays one',
      { openFen: 0n, credits: [credit(900_000, 900_000)] },
      ['settled', '2026-05-31', '900000 - 900000 = 0'],
    ],
    [
      'paid in part and the rest credited',
      { openFen: 0n, credits: [credit(300_000, 0)] },
      ['settled', '2026-05-31', '600000 - 600000 = 0'],
    ],
    [
      'instalments and a credit note: it counts for what is due first',
      { instalments: THIRDS, openFen: 800_000n, credits: [credit(100_000, 0)] },
      [
        ...['due', '2026-05-31', '500000 - 0 = 500000', 'instalment 2026-05-31 300000/0'],
        ...['instalment 2026-08-31 300000/0', 'credit_note 2026-05-31 -100000/0'],
      ],
    ],
    [
      'a credit note of more than what fell due',
      { instalments: THIRDS, credits: [credit(700_000, 700_000)] },
      ['paused', '2027-03-31', '0 - 0 = 0'],
    ],
    [
      'two credit notes',
      { openFen: 870_000n, credits: [credit(30_000, 0), credit(20_000, 20_000, 'RINV/2')] },
      [
        ...['due', '2026-05-31', '850000 - 0 = 850000', 'invoice 2026-05-31 900000/0'],
        ...['credit_note 2026-05-31 -30000/0', 'credit_note 2026-05-31 -20000/0'],
      ],
    ],
    [
      'a paid amount that is not the difference',
      { openFen: 800_000n, paidFen: 50_000n },
      ['disagreeing', '2026-05-31', '900000 - 100000 = 800000'],
    ],
    ['more open than the total', { openFen: 900_001n }, ['unreadable', '2026-05-31', '900000 - -1 = 900001']],
    [
      'a credit note whose amount cannot be read',
      { credits: [{ ...credit(1, 1), amountFen: undefined }] },
      ['unreadable', '2026-05-31', '900000 - 0 = 900000'],
    ],
  ])('%s', (_, change, expected) => expect(read(change)).toEqual(expected));

  it('names the document, its period and its days in its lines', () => {
    const period = { periodFrom: '2025-01-01', periodTo: '2025-12-31' };
    const [fee] = debtOf({ ...DOCUMENT, ...period }, TODAY, { category: 'property_management_fee' }).lines;
    expect(fee).toEqual({
      ...{ kind: 'fee_period', documentNumber: 'INV/1', ...period, dueOn: '2026-05-31', invoicedOn: '2026-05-01' },
      ...{ principalFen: 900_000n, penaltyFen: 0n, paidFen: 0n, lastInterruptedOn: null, clock: [] },
    });
    expect(debtOf({ ...DOCUMENT, ...period }, TODAY).lines[0]).toMatchObject({ kind: 'invoice', ...period });
    const credited = { ...DOCUMENT, credits: [credit(5, 5)], invoicedOn: undefined };
    expect(debtOf(credited, TODAY).lines).toMatchObject([
      { documentNumber: 'INV/1', invoicedOn: null },
      { documentNumber: 'RINV/1', invoicedOn: '2026-06-10', principalFen: -5n },
    ]);
  });

  it('joins an instalment on the day after it falls due, and looks for it then', () => {
    const instalments = THIRDS;
    const on = (today: string, openFen = 900_000n) => {
      const { status, skip, recheckOn, row } = judgeDocument({ ...DOCUMENT, openFen, instalments }, {}, today);
      return [status, skip?.code, recheckOn, row['outstandingFen'], (row['lines'] as unknown[] | undefined)?.length];
    };
    expect(on('2026-05-31')).toEqual(['open', 'SKIPPED_NOT_DUE', '2026-06-01', '900000', undefined]);
    expect(on('2026-06-01')).toEqual(['open', undefined, '2026-06-02', '300000', 1]);
    expect(on('2026-09-01')).toEqual(['open', undefined, '2026-09-02', '600000', 2]);
    // What fell due is paid: the case of it ends, and the rest is looked at when it falls due.
    expect(on('2026-09-01', 300_000n)).toEqual(['settled', 'SKIPPED_NOT_DUE', '2027-04-01', '0', undefined]);
    expect(on('2027-04-01', 300_000n)).toEqual(['open', undefined, '2027-04-02', '300000', 3]);
  });

  it('is from an instalment on what later ones are, with what is left of payments and credit notes', () => {
    const from = (openFen: bigint, change: Partial<ErpDocument> = {}, today = '2027-04-01') => {
      const document = { ...DOCUMENT, openFen, instalments: THIRDS, ...change };
      const { state, dueOn, totalFen, paidFen, lines } = debtOf(document, today, { from: '2026-08-31' });
      return [
        state,
        dueOn,
        `${totalFen} - ${paidFen}`,
        ...lines.map((one) => `${one.kind} ${one.principalFen}/${one.paidFen}`),
      ];
    };
    const both = ['instalment 300000/0', 'instalment 300000/0'];
    expect(from(600_000n)).toEqual(['due', '2026-08-31', '600000 - 0', ...both]);
    expect(from(600_000n, {}, TODAY)).toEqual(['due', '2026-08-31', '300000 - 0', 'instalment 300000/0']);
    expect(from(500_000n)).toEqual(['due', '2026-08-31', '600000 - 100000', 'instalment 300000/100000', both[1]]);
    expect(from(250_000n, {}, TODAY)).toEqual(['paused', '2027-03-31', '300000 - 300000']);
    expect(from(0n)).toEqual(['settled', '2026-05-31', '600000 - 600000']);
    // The earlier ones were settled by a credit note and a payment; what is left of either counts here.
    const credits = [credit(100_000, 0), credit(250_000, 0, 'RINV/2')];
    expect(from(500_000n, { credits })).toEqual([
      'due',
      '2026-08-31',
      '550000 - 50000',
      'instalment 300000/50000',
      both[1],
      'credit_note -50000/0',
    ]);
  });

  it('has lines that make its totals to the fen, pays no line beyond its amount, and asks for no more than is open', () => {
    const fen = (max: number) => fc.integer({ min: 0, max }).map(BigInt);
    const parts = fc.array(fc.tuple(fc.integer({ min: -400, max: 400 }), fen(1_000_000)), {
      minLength: 1,
      maxLength: 9,
    });
    const notes = fc.array(fc.tuple(fen(500_000), fen(500_000)), { maxLength: 3 });
    fc.assert(
      fc.property(parts, notes, fc.double({ min: 0, max: 1, noNaN: true }), (given, granted, share) => {
        const totalFen = given.reduce((sum, [, amount]) => sum + amount, 0n);
        const openFen = BigInt(Math.round(Number(totalFen) * share));
        const instalments = given.map(([days, amountFen]) => ({
          dueOn: addDays(TODAY, days),
          amountFen,
          openFen: null,
        }));
        const credits = granted.map(([used, unusedFen], n) => ({
          ...{ number: `R${n}`, issuedOn: '2026-06-01', amountFen: used + unusedFen, unusedFen },
        }));
        const debt = debtOf({ ...DOCUMENT, totalFen, openFen, instalments, credits }, TODAY);
        expect(debt.openFen! >= 0n && debt.openFen! <= openFen).toBe(true);
        expect(debt.totalFen! - debt.paidFen!).toBe(debt.openFen);
        if (debt.state !== 'due') return;
        const sum = (of: (line: (typeof debt.lines)[number]) => bigint) =>
          debt.lines.reduce((all, one) => all + of(one), 0n);
        expect([sum((one) => one.principalFen), sum((one) => one.paidFen)]).toEqual([debt.totalFen, debt.paidFen]);
        for (const { kind, dueOn, principalFen, paidFen } of debt.lines) {
          expect(dueOn < TODAY).toBe(true);
          if (kind === 'credit_note') expect(principalFen < 0n && paidFen === 0n).toBe(true);
          else expect(paidFen >= 0n && paidFen <= principalFen).toBe(true);
        }
      }),
    );
  });
});
