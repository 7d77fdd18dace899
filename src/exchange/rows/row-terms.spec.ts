import { HEADERS, refusalOf, rowsOf } from '../../../test/support/files.js';
import type { ClaimTerms } from '../../casework/debt/index.js';
import { mapJsonRow } from './json-row.js';
import { checkDefaults, readDefaults } from './row-defaults.js';
import { mapRow } from './row-mapper.js';
import { TEMPLATE_COLUMNS } from './template-columns.js';

const ROW = ['A-1', '江城海港贸易有限公司', '企业', '8000.00', '2025-03-31', '', ''];
const withTerms = (terms: Readonly<Record<string, string>>) =>
  rowsOf(`${[...HEADERS, ...Object.keys(terms)].join()}\n${[...ROW, ...Object.values(terms)].join()}`);
const termsIn = async (terms: Readonly<Record<string, string>>) => (await withTerms(terms))[0]?.draft?.claimTerms;
const NONE: ClaimTerms = {
  ...{ contractOn: null, filedOn: null, ordinaryRateBps: null, overdueRateBps: null, penaltyRateBps: null },
  ...{ feesFen: null, deductedInAdvanceFen: null, lender: null, creditorScale: null, debtorScale: null },
  ...{ paymentTermDays: null, payWhenPaid: null },
};
const ALL: ClaimTerms = {
  ...{ contractOn: '2024-06-01', filedOn: '2026-01-15', ordinaryRateBps: 1_200, overdueRateBps: 1_550 },
  ...{ penaltyRateBps: 500, feesFen: 12_345n, deductedInAdvanceFen: 50_000n, lender: 'local_finance' },
  ...{ creditorScale: 'sme', debtorScale: 'public_body', paymentTermDays: 60, payWhenPaid: true },
};

describe('what was agreed about interest and terms', () => {
  it.each([
    [
      {
        ...{ 合同签订日: '2024/6/1', 起诉日: '2026年1月15日', '期内年利率(%)': '12', '逾期年利率(%)': '15.5%' },
        ...{ '违约金年利率(%)': '5', '其他费用(元)': '123.45', '预扣利息(元)': '500', 出借人类型: '小额贷款公司' },
        ...{ 债权人规模: '中小企业', 债务人规模: '事业单位', '约定付款期限(天)': '60天', 背靠背付款: '是' },
      },
    ],
    [
      {
        ...{ contract_on: '2024-06-01', filed_on: '2026-01-15', ordinary_rate: '12', overdue_rate: '15.5' },
        ...{ penalty_rate: '5', fees: '123.45', deducted_in_advance: '500', lender: 'local_finance' },
        ...{ creditor_scale: 'sme', debtor_scale: 'public_body', payment_term_days: '60', pay_when_paid: 'yes' },
      },
    ],
  ])('is read in the columns of the template: %j', async (cells) => {
    expect(await termsIn(cells as unknown as Record<string, string>)).toEqual(ALL);
  });

  it('has a column of the template for each', () => {
    const fields = TEMPLATE_COLUMNS.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['contractOn', 'penaltyRate', 'lender', 'payWhenPaid']));
    expect(Object.keys(ALL)).toHaveLength(fields.slice(fields.indexOf('contractOn')).length);
  });

  it.each([
    [{ 背靠背付款: '否' }, { payWhenPaid: false }],
    [{ 出借人类型: '工商银行' }, { lender: 'licensed' }],
    [{ 债权人规模: '小微企业' }, { creditorScale: 'sme' }],
    [{ 债务人规模: '大型' }, { debtorScale: 'large' }],
    [{ 合同签订日期: '2024-05-31T16:00:00Z' }, { contractOn: '2024-06-01' }],
  ])('%j', async (cells, terms) => {
    expect(await termsIn(cells as Record<string, string>)).toEqual({ ...NONE, ...terms });
  });

  it('is null when none is stated', async () => {
    expect(await termsIn({ 背靠背付款: '', 起诉日: '' })).toBeNull();
  });

  it.each([
    [{ 合同签订日: '去年' }, 'DATE_UNREADABLE'],
    [{ '逾期年利率(%)': '日万分之五' }, 'RATE_UNREADABLE'],
    [{ '其他费用(元)': '1.234' }, 'AMOUNT_UNREADABLE'],
    [{ 出借人类型: '亲戚的朋友' }, 'CLAIM_TERM_UNKNOWN'],
    [{ 债务人规模: '企业' }, 'CLAIM_TERM_UNKNOWN'],
    [{ '约定付款期限(天)': '三个月' }, 'TERM_UNREADABLE'],
    [{ 背靠背付款: '待定' }, 'CLAIM_TERM_UNKNOWN'],
  ])('%j is refused: %s', async (cells, code) => {
    expect((await withTerms(cells as Record<string, string>))[0]?.codes).toEqual([code]);
  });

  it('is no second meaning of the term of payment that makes the due day', async () => {
    expect(await refusalOf(`${HEADERS.join()},付款期限,约定付款期限(天)\n${ROW.join()},30,60`)).toBeUndefined();
  });

  it('is given once for all rows of a batch, and each row may state its own', () => {
    const stored = checkDefaults({ claimTerms: { penaltyRateBps: 1_200, feesFen: '500', lender: null } });
    const defaults = readDefaults(JSON.parse(JSON.stringify(stored)));
    const cells = { externalRef: 'A', debtorName: '甲公司', principal: '12', dueOn: '2026-01-31', penaltyRate: '6' };
    const sheet = mapRow(cells, { defaults, dialect: { name: 'template', spelling: {} } });
    expect(sheet.draft?.claimTerms).toEqual({ ...NONE, penaltyRateBps: 600, feesFen: 500n });
    const row = { externalRef: 'A', debtorName: '甲公司', principalFen: '1200', dueOn: '2026-01-31' };
    const json = mapJsonRow({ ...row, claimTerms: { paymentTermDays: 30 } }, { defaults });
    expect(json.draft?.claimTerms).toEqual({ ...NONE, penaltyRateBps: 1_200, feesFen: 500n, paymentTermDays: 30 });
    expect(mapJsonRow(row, { defaults: readDefaults({}) }).draft?.claimTerms).toBeNull();
    expect(() => checkDefaults({ claimTerms: { penaltyRateBps: '12' } })).toThrow(
      expect.objectContaining({ path: 'defaults.claimTerms.penaltyRateBps' }),
    );
  });
});
