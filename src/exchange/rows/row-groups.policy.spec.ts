import { fates, linesOf, made } from '../../../test/support/rows.js';
import { openOf } from '../../casework/debt/index.js';

const FEES = [2019, 2020, 2021, 2022].map((year) => ({
  category: '物业费',
  period: `${year}年度`,
  dueOn: `${year}-12-31`,
  principal: `${year - 1000}.50`,
}));

describe('rows of one reference', () => {
  it('L5 property fee: four years are four lines of one case', () => {
    const { draft, members } = made(FEES);
    expect(draft).toMatchObject({
      externalRef: 'A-1',
      dueOn: '2019-12-31',
      outstandingFen: 408_400n,
      category: 'property_management_fee',
    });
    expect(linesOf(FEES)).toEqual([
      ['fee_period', null, '2019-01-01', '2019-12-31', 101_950n],
      ['fee_period', null, '2020-01-01', '2020-12-31', 102_050n],
      ['fee_period', null, '2021-01-01', '2021-12-31', 102_150n],
      ['fee_period', null, '2022-01-01', '2022-12-31', 102_250n],
    ]);
    expect(members.map(({ firstLine, lines }) => [firstLine, lines])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('that name no period are instalments of one document, of a property fee its periods', () => {
    const parts = [{ dueOn: '2024-01-31' }, { dueOn: '2024-02-29' }, { dueOn: '2024-03-31' }];
    expect(linesOf(parts)).toEqual(parts.map(({ dueOn }) => ['instalment', 'A-1', null, dueOn, 100_000n]));
    expect(
      linesOf(parts.map((one) => ({ ...one, category: '物业费' })))?.map(([kind, number]) => [kind, number]),
    ).toEqual(Array(3).fill(['fee_period', null]));
  });

  it('have their own kinds, documents and credit notes', () => {
    const lines = [
      { lineKind: '发票', documentNumber: 'F-1' },
      { lineKind: 'invoice', documentNumber: 'F-2', principal: '500' },
      { lineKind: '红字发票', documentNumber: 'F-3', principal: '-300' },
      { lineKind: 'credit_note', documentNumber: 'F-4', principal: '100' },
    ];
    const { draft } = made(lines);
    expect(draft?.lines.map((line) => [line.kind, line.documentNumber, openOf(line)])).toEqual([
      ['invoice', 'F-1', 100_000n],
      ['invoice', 'F-2', 50_000n],
      ['credit_note', 'F-3', -30_000n],
      ['credit_note', 'F-4', -10_000n],
    ]);
    expect(draft?.outstandingFen).toBe(110_000n);
  });

  it('that say the same are one', () => {
    expect(fates([FEES[0]!, FEES[1]!, FEES[0]!, FEES[0]!])).toEqual(['line', 'line', 'repeats', 'repeats']);
    expect(made([FEES[0]!, FEES[1]!, FEES[0]!]).draft?.lines).toHaveLength(2);
  });

  it.each([
    [
      'the same period with another amount',
      [FEES[0]!, FEES[1]!, { ...FEES[0]!, principal: '1' }],
      ['ROWS_CONTRADICT', 'ROW_OF_CASE_REFUSED', 'ROWS_CONTRADICT'],
    ],
    ['the same due day with another amount', [{}, { principal: '5' }], ['ROWS_CONTRADICT', 'ROWS_CONTRADICT']],
    [
      'another name and another day',
      [{}, { dueOn: '2024-02-29', debtorName: '滨江物业有限公司', debtorIdNumber: '' }],
      ['REFERENCE_OF_SEVERAL_DEBTORS', 'REFERENCE_OF_SEVERAL_DEBTORS'],
    ],
    [
      'another number',
      [{}, { dueOn: '2024-02-29', debtorIdNumber: '91110000600037341L' }],
      ['REFERENCE_OF_SEVERAL_DEBTORS', 'REFERENCE_OF_SEVERAL_DEBTORS'],
    ],
    [
      'another category',
      [{ category: '应收账款' }, { dueOn: '2024-02-29', category: '物业费' }],
      ['ROWS_DISAGREE', 'ROWS_DISAGREE'],
    ],
    [
      'another rate',
      [{ annualRate: '5' }, { dueOn: '2024-02-29', annualRate: '6' }],
      ['ROWS_DISAGREE', 'ROWS_DISAGREE'],
    ],
    [
      'another commission',
      [{ commission: '5' }, { dueOn: '2024-02-29', commission: '6' }, { dueOn: '2024-03-31' }],
      ['ROWS_DISAGREE', 'ROWS_DISAGREE', 'ROW_OF_CASE_REFUSED'],
    ],
    [
      'one that cannot be read',
      [{}, { dueOn: '2024-02-30' }, { dueOn: '2024-03-31' }],
      ['ROW_OF_CASE_REFUSED', 'DATE_UNREADABLE', 'ROW_OF_CASE_REFUSED'],
    ],
  ])('that contradict each other make nothing: %s', (_, cells, expected) => {
    expect(fates(cells)).toEqual(expected);
    expect(made(cells).draft).toBeUndefined();
  });

  it('of another debtor that tell of the same line are refused by name, and leave the case whole', () => {
    const stranger = { debtorName: '滨江物业有限公司', debtorIdNumber: '', principal: '5' };
    const rows = [{}, stranger, { dueOn: '2024-02-29' }, stranger];
    expect(fates(rows)).toEqual(['line', 'REFERENCE_OF_SEVERAL_DEBTORS', 'line', 'REFERENCE_OF_SEVERAL_DEBTORS']);
    expect(made(rows).draft).toMatchObject({ debtorName: '江城海港物业有限公司', outstandingFen: 200_000n });
  });

  it('that repeat the total of their document say nothing of what was paid', () => {
    const part = (dueOn: string, outstanding: string) => ({ dueOn, outstanding, principal: '10000' });
    const halves = [part('2024-05-31', '5000'), part('2024-08-31', '5000')];
    expect(made(halves)).toMatchObject({
      draft: { principalFen: 1_000_000n, paidFen: 0n, outstandingFen: 1_000_000n },
      figures: { totalFen: 1_000_000n, read: 'open' },
    });
    const own = [part('2024-05-31', '5000'), part('2024-08-31', '10000')];
    expect(made(own).draft).toMatchObject({ principalFen: 2_000_000n, paidFen: 500_000n });
    const stated = halves.map((one) => ({ ...one, paid: '5000' }));
    expect(made(stated).draft).toMatchObject({ principalFen: 2_000_000n, paidFen: 1_000_000n });
  });

  it.each([
    ['a settled one', { outstanding: '0', paid: '1000' }, 'SKIPPED_SETTLED'],
    ['a cancelled one', { documentStatus: '已作废' }, 'SKIPPED_CANCELLED'],
    ['one that is in payment', { documentStatus: 'In Payment' }, 'SKIPPED_IN_PAYMENT'],
    ['one that is not approved', { documentStatus: 'A' }, 'SKIPPED_UNAPPROVED'],
    ['one that is blocked', { dunningBlock: 'Z' }, 'SKIPPED_DUNNING_BLOCKED'],
  ])('leave out %s', (_, cells, code) => {
    const rows = [{}, { dueOn: '2024-02-29', ...cells }, { dueOn: '2024-03-31' }];
    expect(fates(rows)).toEqual(['line', code, 'line']);
    expect(made(rows).draft).toMatchObject({
      outstandingFen: 200_000n,
      lines: [{ dueOn: '2024-01-31' }, { dueOn: '2024-03-31' }],
    });
  });

  it('leave out what falls due only later, with its own reason', () => {
    const plan = [{ dueOn: '2025-05-31' }, { dueOn: '2025-06-01' }, { dueOn: '2025-07-01' }];
    expect(fates(plan)).toEqual(['line', 'NOT_OVERDUE', 'NOT_OVERDUE']);
    expect(made(plan).draft).toMatchObject({ outstandingFen: 100_000n, dueOn: '2025-05-31' });
    expect(fates(plan.slice(1))).toEqual(['line', 'line']);
  });

  it('that are all settled say so of their case', () => {
    const settled = { outstanding: '0', paid: '1000' };
    expect(made([settled, { ...settled, dueOn: '2024-02-29' }])).toMatchObject({
      reasons: [{ code: 'SKIPPED_SETTLED' }],
    });
    expect(made([settled, { documentStatus: '已作废' }]).reasons).toBeUndefined();
  });

  it('add to what the case says of the debtor, and one that says otherwise hears it', () => {
    const phones = [
      { debtorPhone: '' },
      { dueOn: '2024-02-29', debtorPhone: '13912345678', note: '甲' },
      { dueOn: '2024-03-31', debtorPhone: '13812345678', note: '乙', evidence: '合同' },
    ];
    const { draft, members } = made(phones);
    expect(draft).toMatchObject({ debtorPhone: '+8613912345678', note: '甲\n乙', evidence: ['contract'] });
    expect(members.map(({ notes }) => notes)).toEqual([
      [],
      [],
      [expect.objectContaining({ code: 'VALUE_OF_ROW_TAKEN', field: 'debtorPhone', params: { row: 3 } })],
    ]);
  });

  it('keep contract numbers that differ', () => {
    expect(
      made([{ contractNumber: 'HT-1' }, { contractNumber: 'HT-2', dueOn: '2024-02-29' }]).draft?.contractNumber,
    ).toBe('HT-1；HT-2');
  });

  it('are no one debt when there are too many', () => {
    const many = Array.from({ length: 201 }, (_, n) => ({ documentNumber: `F-${n}` }));
    expect(new Set(fates(many))).toEqual(new Set(['ROWS_TOO_MANY']));
    expect(fates(many.slice(1)).every((fate) => fate === 'line')).toBe(true);
  });

  it('pass on a figure that disagrees with the others, for admission to name', () => {
    const { draft } = made([{ outstanding: '900', paid: '0' }, { dueOn: '2024-02-29' }]);
    expect(draft).toMatchObject({ principalFen: 200_000n, outstandingFen: 190_000n });
  });
});
