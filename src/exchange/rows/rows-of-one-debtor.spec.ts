import fc from 'fast-check';
import { DEBTOR, fates, linesOf, row, rules } from '../../../test/support/rows.js';
import { openOf } from '../../casework/debt/index.js';
import type { Grouping, ReadRow } from './case-of-rows.policy.js';
import { keyOfJson, keyOfSheet } from './case-of-rows.policy.js';
import { type CellField, type Cells, TEMPLATE_HEADER } from './header-aliases.js';
import { mapJsonRow } from './json-row.js';
import { caseOf } from './row-groups.policy.js';

describe('rows of one debtor', () => {
  const bills = [
    { externalRef: 'R-2' },
    { externalRef: 'R-1', dueOn: '2024-02-29', contractNumber: 'HT-2' },
    { externalRef: 'R-3', principal: '7' },
  ];

  it('are lines by their references', () => {
    expect(linesOf(bills, 'debtor')).toEqual([
      ['invoice', 'R-2', null, '2024-01-31', 100_000n],
      ['invoice', 'R-1', null, '2024-02-29', 100_000n],
      ['invoice', 'R-3', null, '2024-01-31', 700n],
    ]);
    expect(linesOf([bills[0]!], 'debtor')).toEqual([['invoice', 'R-2', null, '2024-01-31', 100_000n]]);
  });

  it('of one document are its instalments', () => {
    const parts = [{ externalRef: 'R-1' }, { externalRef: 'R-1', dueOn: '2024-02-29' }, { externalRef: 'R-2' }];
    expect(linesOf(parts, 'debtor')?.map(([kind, number]) => [kind, number])).toEqual([
      ['instalment', 'R-1'],
      ['instalment', 'R-1'],
      ['invoice', 'R-2'],
    ]);
  });

  it('are refused when another debtor has one of their references', () => {
    expect(fates(bills, 'debtor', ['R-1'])).toEqual([
      'ROW_OF_CASE_REFUSED',
      'REFERENCE_OF_SEVERAL_DEBTORS',
      'ROW_OF_CASE_REFUSED',
    ]);
  });

  it('are known by number and category, and a row without a number stands alone', () => {
    const key = (cells: Cells, grouping: Grouping = 'debtor') =>
      keyOfSheet({ ...DEBTOR, externalRef: 'R', ...cells }, grouping, {}).key;
    expect(key({})).toBe(key({ debtorIdNumber: ' 91350100-M000100y43\u200b', category: '应收账款' }));
    expect(key({})).toBe(keyOfJson({ externalRef: 'X', debtorIdNumber: '91350100M000100Y43' }, 'debtor', {}).key);
    expect(key({})).not.toBe(key({ category: '物业费' }));
    expect(key({ debtorIdNumber: '' })).toBeNull();
    expect(key({}, 'document')).toBe('R');
  });
});

describe('lines of JSON', () => {
  const json = (value: object, rowNumber: number): ReadRow => ({
    rowNumber,
    externalRef: 'A-1',
    ...mapJsonRow(value, { defaults: {} }),
  });
  const line = (year: number) => ({
    kind: 'fee_period',
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    dueOn: `${year}-12-31`,
    principalFen: '100000',
  });
  const base = { externalRef: 'A-1', debtorName: '江城物业有限公司', category: 'property_management_fee' };

  it('of several rows are those of one case', () => {
    const rows = [
      json({ ...base, lines: [line(2019), line(2020)] }, 1),
      json({ ...base, lines: [line(2021)] }, 2),
      json({ ...base, lines: [line(2021)] }, 3),
    ];
    const { draft, members } = caseOf(rows, rules());
    expect(draft?.lines.map(({ periodFrom }) => periodFrom)).toEqual(['2019-01-01', '2020-01-01', '2021-01-01']);
    expect(members.map(({ firstLine, lines, repeats }) => [firstLine, lines, repeats])).toEqual([
      [0, 2, undefined],
      [2, 1, undefined],
      [0, 1, true],
    ]);
  });

  it('that contradict each other over several rows are refused', () => {
    const rows = [
      json({ ...base, lines: [line(2019)] }, 1),
      json({ ...base, lines: [{ ...line(2019), principalFen: '5' }] }, 2),
    ];
    expect(caseOf(rows, rules()).members.map(({ own }) => own?.[0]?.code)).toEqual([
      'ROWS_CONTRADICT',
      'ROWS_CONTRADICT',
    ]);
  });
});

describe('grouping', () => {
  const cells = fc.record(
    {
      dueOn: fc.constantFrom('2024-01-31', '2024-02-29', '2024-02-30'),
      principal: fc.constantFrom('1', '2', 'x', '-1'),
      period: fc.constantFrom('2019', '2020', 'x'),
      lineKind: fc.constantFrom('invoice', 'credit_note', 'x'),
      documentStatus: fc.constantFrom('C', 'A', '已作废'),
      debtorName: fc.constantFrom('江城海港物业有限公司', '滨江有限公司'),
      category: fc.constantFrom('物业费', '应收账款'),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Cells>;

  it('gives every row one fate, and a case exactly the lines of its rows', () => {
    fc.assert(
      fc.property(
        fc.array(cells, { minLength: 1, maxLength: 6 }),
        fc.constantFrom<Grouping>('document', 'debtor'),
        (some, grouping) => {
          const rows = some.map((one, n) => row(one, n + 2));
          const { draft, members, reasons } = caseOf(rows, rules(grouping));
          expect(members.map((member) => member.row)).toEqual(rows);
          const inCase = members.filter(({ own, repeats }) => !own && !repeats);
          if (!draft) {
            expect(reasons !== undefined || members.every(({ own }) => own && own.length > 0)).toBe(true);
            return;
          }
          expect(inCase.reduce((sum, { lines }) => sum + lines, 0)).toBe(draft.lines.length);
          expect(draft.lines.reduce((sum, line) => sum + openOf(line), 0n)).toBe(draft.outstandingFen);
          for (const { own, row: one } of members) if (!one.draft) expect(own).toEqual(one.reasons);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names its columns in both languages', () => {
    const fields: CellField[] = ['lineKind', 'documentNumber', 'period', 'periodFrom', 'periodTo'];
    for (const field of fields) expect(TEMPLATE_HEADER[field]).toMatch(/\p{Script=Han}/u);
  });
});
