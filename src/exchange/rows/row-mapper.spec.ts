import fc from 'fast-check';
import { readAmount, readDay, readPeriod, readRate, readTermDays } from './cell-values.js';
import { type CellField, type Cells, TEMPLATE_HEADER } from './header-aliases.js';
import type { Dialect } from './headers.js';
import { ROW_REASONS } from './reasons.js';
import { mapRow } from './row-mapper.js';

const dialect: Dialect = { name: 'kingdee', spelling: { outstanding: '未核销金额', documentStatus: '单据状态' } };
const row: Cells = {
  externalRef: 'AR00001',
  debtorName: '深圳市宏远贸易有限公司',
  debtorIdNumber: '91350100M000100Y43',
  debtorPhone: '138-0013-8000',
  principal: '¥12,500.00',
  outstanding: '10,000.5',
  dueOn: '2026年1月5日',
  region: '广东省深圳市',
  evidence: '合同.pdf;发票1.jpg、发票2.jpg',
  note: '=HYPERLINK("http://x")',
};
const map = (changes: Cells = {}) => mapRow({ ...row, ...changes }, { defaults: {}, dialect });
const without = (field: CellField) => {
  const { [field]: _, ...rest } = row;
  return mapRow(rest, { defaults: {}, dialect });
};
const codes = (changes: Cells) => map(changes).reasons?.map(({ code, field }) => `${code} ${field}`);

describe('a row of a sheet becomes a draft', () => {
  it('reads what is there and completes what follows from it', () => {
    expect(map().draft).toEqual({
      externalRef: 'AR00001',
      contractNumber: null,
      category: 'commercial_receivable',
      debtorKind: 'enterprise',
      debtorName: '深圳市宏远贸易有限公司',
      debtorIdNumber: '91350100M000100Y43',
      debtorPhone: '+8613800138000',
      debtorAddress: null,
      regionCode: '440300',
      principalFen: 1_250_000n,
      penaltyFen: 0n,
      paidFen: 249_950n,
      outstandingFen: 1_000_050n,
      dueOn: '2026-01-05',
      invoicedOn: null,
      lastInterruptedOn: null,
      annualRateBps: null,
      legalOrigin: null,
      evidence: ['contract', 'invoice'],
      serviceLine: 'agency_dunning',
      offer: null,
      note: '=HYPERLINK("http://x")',
      ...{ lines: [], debtorIdKind: null, matter: null, claimTerms: null },
    });
  });

  it('names the field as the file spelled it, all reasons at once', () => {
    expect(codes({ outstanding: '一万', dueOn: '31/01/2026', externalRef: 'A\u0001' })).toEqual([
      'FIELD_CONTROL_CHARACTERS 外部单号',
      'AMOUNT_UNREADABLE 未核销金额',
      'DATE_UNREADABLE 到期日',
    ]);
    expect(without('debtorName').reasons).toMatchObject([{ code: 'FIELD_MISSING', field: '债务人名称' }]);
  });

  it.each([
    [{ documentStatus: 'A' }, 'SKIPPED_UNAPPROVED 单据状态'],
    [{ documentStatus: '审核中' }, 'SKIPPED_UNAPPROVED 单据状态'],
    [{ documentStatus: '已作废' }, 'SKIPPED_CANCELLED 单据状态'],
    [{ documentStatus: 'Overdue and Discounted' }, 'SKIPPED_DISCOUNTED 单据状态'],
    [{ documentStatus: 'Partly Paid and Discounted' }, 'SKIPPED_DISCOUNTED 单据状态'],
    [{ documentStatus: 'Internal Transfer' }, 'SKIPPED_INTERNAL 单据状态'],
    [{ documentStatus: 'Return' }, 'SKIPPED_CREDIT_NOTE 单据状态'],
    [{ documentStatus: 'Credit Note Issued' }, 'SKIPPED_REVERSED 单据状态'],
    [{ documentStatus: '已红冲' }, 'SKIPPED_REVERSED 单据状态'],
    [{ documentStatus: 'In Payment' }, 'SKIPPED_IN_PAYMENT 单据状态'],
    [{ documentStatus: 'Blocked' }, 'SKIPPED_DUNNING_BLOCKED 单据状态'],
    [{ documentStatus: 'invoicing_legacy' }, 'SKIPPED_PAYMENT_UNCLEAR 单据状态'],
    [{ documentStatus: 'Paid' }, 'SKIPPED_PAYMENT_UNCLEAR 单据状态'],
    [{ documentStatus: '已结清' }, 'SKIPPED_PAYMENT_UNCLEAR 单据状态'],
    [{ documentStatus: 'Paid', outstanding: '0.00' }, 'SKIPPED_SETTLED 未核销金额'],
    [{ cancelStatus: 'B' }, 'SKIPPED_CANCELLED 作废状态'],
    [{ writeOffStatus: '坏账' }, 'SKIPPED_WRITTEN_OFF 核销状态'],
    [{ dunningBlock: 'Z' }, 'SKIPPED_DUNNING_BLOCKED 催款冻结'],
    [{ outstanding: '0.00' }, 'SKIPPED_SETTLED 未核销金额'],
    [{ outstanding: '(5.00)' }, 'AMOUNT_NEGATIVE 未核销金额'],
    [{ currency: 'USD' }, 'CURRENCY_UNSUPPORTED 币别'],
    [{ category: '彩票' }, 'CATEGORY_UNKNOWN 债务类别'],
    [{ note: 'x'.repeat(2001) }, 'FIELD_TOO_LONG 备注'],
    [{ debtorName: '深圳\ufffd公司' }, 'FIELD_UNREADABLE 债务人名称'],
    [{ debtorName: '好再来', debtorIdNumber: '="  "', debtorKind: '不详' }, 'DEBTOR_KIND_UNKNOWN 债务人类型'],
  ] satisfies [Cells, string][])('%j → %s', (changes, expected) => {
    expect(codes(changes)).toEqual([expected]);
  });

  it.each([
    [{ documentStatus: 'C', cancelStatus: 'A' }],
    [{ documentStatus: 'Partly Paid' }],
    [{ documentStatus: '已审核', cancelStatus: '未作废', writeOffStatus: '未核销', dunningBlock: '否' }],
  ] satisfies [Cells][])('takes an approved receivable: %j', (changes) => {
    expect(map(changes).draft).toBeDefined();
  });

  it('refuses a number a spreadsheet has shortened where every digit counts', () => {
    const why = (field: string) => `CELL_DIGITS_LOST ${TEMPLATE_HEADER[field as CellField]}`;
    expect(codes({ externalRef: '2.02601E+14' })).toEqual([why('externalRef')]);
    expect(codes({ debtorIdNumber: '3.10101E+17', debtorPhone: '1.38E+10' })).toEqual([
      why('debtorIdNumber'),
      why('debtorPhone'),
    ]);
    expect(map({ externalRef: '2E10-7', contractNumber: '12E+5' }).draft).toBeDefined();
  });

  it('leaves contradicting amounts for admission to name', () => {
    expect(map({ paid: '1' }).draft).toMatchObject({
      principalFen: 1_250_000n,
      paidFen: 100n,
      outstandingFen: 1_000_050n,
    });
    expect(map({ outstanding: '99999' }).draft).toMatchObject({ paidFen: 0n, outstandingFen: 9_999_900n });
  });

  it('tells persons from enterprises by number, else by name', () => {
    const person = { debtorName: '张伟', debtorIdNumber: '34052419800101001x' };
    expect(map(person).draft).toMatchObject({ debtorKind: 'person', debtorIdNumber: '34052419800101001X' });
    const { debtorIdNumber: _, ...anonymous } = row;
    const named = (debtorName: string) =>
      mapRow({ ...anonymous, debtorName }, { defaults: {}, dialect }).draft?.debtorKind;
    expect([named('张伟'), named('某某经营部')]).toEqual(['person', 'enterprise']);
  });

  it('takes the due day from the payment term where there is none', () => {
    const { dueOn: _, ...rest } = row;
    const dueOn = (cells: Cells) => mapRow({ ...rest, ...cells }, { defaults: {}, dialect });
    expect(dueOn({ invoicedOn: '2026-01-01', termDays: '月结30天' }).draft?.dueOn).toBe('2026-01-31');
    expect(dueOn({ termDays: '30' }).reasons).toMatchObject([{ code: 'FIELD_MISSING', field: '开票日' }]);
  });

  it('gives any row exactly one outcome, with words, and never throws', () => {
    const fields = Object.keys(TEMPLATE_HEADER) as CellField[];
    const piece = fc.constantFrom(
      '=',
      '"',
      "'",
      '合计',
      'C',
      '9',
      '-',
      '2026-01-01',
      '万',
      '\ufffd',
      '\n',
      '公司',
      '％',
      '1',
    );
    const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: piece, maxLength: 12 }));
    const any = fc.dictionary(fc.constantFrom(...fields), cell, { maxKeys: 20 }) as fc.Arbitrary<Cells>;
    fc.assert(
      fc.property(any, fc.boolean(), (cells, complete) => {
        const mapping = mapRow(complete ? { ...row, ...cells } : cells, { defaults: {}, dialect });
        expect((mapping.draft === undefined) !== (mapping.reasons === undefined)).toBe(true);
        if (!mapping.reasons) return;
        expect(mapping.reasons.length).toBeGreaterThan(0);
        for (const { code } of mapping.reasons) expect(ROW_REASONS).toHaveProperty(code);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('single cells', () => {
  it.each([
    ['1234.5', 123_450n],
    ['１，２３４．５０', 123_450n],
    ['￥1,234.50元', 123_450n],
    ['人民币 12,345', 1_234_500n],
    ['1234.5000000000', 123_450n],
    ['(12.00)', -1200n],
    ['-', 0n],
    ['1.2E+05', undefined],
    ['1,23.4', undefined],
    ['12.345', undefined],
    ['3万', undefined],
    ['', undefined],
  ])('amount %j', (cell, fen) => {
    expect(readAmount(cell)).toBe(fen);
  });

  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026/1/31', '2026-01-31'],
    ['2026.1.31', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['2026年1月31日', '2026-01-31'],
    ['2026-01-31 00:00:00', '2026-01-31'],
    ['2026-01-31T08:00:00+08:00', '2026-01-31'],
    ['46053', '2026-01-31'],
    ['46053.5', '2026-01-31'],
    ['2026-02-30', undefined],
    ['31/01/2026', undefined],
    ['26-1-31', undefined],
    ['明天', undefined],
  ])('day %j', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });

  it('rates and terms', () => {
    expect(['15', '15.5%', '１５％', '5‰', '100', '100.01', '15.555', 'x'].map(readRate)).toEqual([
      1500,
      1550,
      1500,
      50,
      10_000,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['30', '60天', 'net 45', '下月底'].map(readTermDays)).toEqual([30, 60, 45, undefined]);
  });
});

describe('the period of a fee', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2019年度', '2019-01-01', '2019-12-31'],
    ['2019-02', '2019-02-01', '2019-02-28'],
    ['2020年2月', '2020-02-01', '2020-02-29'],
    ['201903', '2019-03-01', '2019-03-31'],
    ['2019Q2', '2019-04-01', '2019-06-30'],
    ['2019年第四季度', '2019-10-01', '2019-12-31'],
    ['2019年下半年', '2019-07-01', '2019-12-31'],
    ['2019-01-15 至 2019-07-14', '2019-01-15', '2019-07-14'],
    ['2019年1月～2019年3月', '2019-01-01', '2019-03-31'],
    ['2019 to 2020', '2019-01-01', '2020-12-31'],
    ['2019-03-01', '2019-03-01', '2019-03-31'],
  ])('%s is from %s to %s', (cell, from, to) => {
    expect(readPeriod(cell)).toEqual({ from, to });
  });

  it.each(['去年', '2019-13', '2020至2019', '2019至2020至2021', '19年', '2019年第五季度', ''])('%j is none', (cell) => {
    expect(readPeriod(cell)).toBeUndefined();
  });
});
