import { erpnextDocument } from '../erp/erpnext.mapper.js';
import { kingdeeDocuments, RECEIVABLE_KEYS } from '../erp/kingdee.mapper.js';
import { odooDocument } from '../erp/odoo.mapper.js';
import { judgeDocument } from '../erp/receivable.policy.js';
import { mapRow } from '../rows/row-mapper.js';

/** What is open of a receivable of 8,000 yuan. */
type Open = number;
const TAX = '91350100M000100Y43';

const fromSheet = (cells: Record<string, string>, open: Open) => {
  const row = {
    ...{ externalRef: 'A-1', debtorName: '海港贸易有限公司', debtorIdNumber: TAX, legalOrigin: '货款' },
    ...{ principal: '8000.00', outstanding: `${open}.00`, dueOn: '2026-05-31', evidence: '合同' },
  };
  const { reasons } = mapRow({ ...row, ...cells }, { defaults: {}, dialect: { name: 'template', spelling: {} } });
  return reasons?.map(({ code }) => code) ?? [];
};
const skipOf = (document: Parameters<typeof judgeDocument>[0]) => {
  const { skip } = judgeDocument(document, {}, '2026-11-30');
  return skip ? [skip.code as string] : [];
};
const fromOdoo = (change: object, open: Open) => {
  const move = {
    ...{ id: 1, name: 'A-1', move_type: 'out_invoice', state: 'posted', currency_id: [6, 'CNY'], amount_total: 8_000 },
    ...{ amount_residual: open, invoice_date_due: '2026-05-31', ...change },
  };
  return skipOf(odooDocument(move, { partner: { id: 3, name: '海港贸易有限公司', vat: TAX } }));
};
const fromErpnext = (change: object, open: Open) =>
  skipOf(
    erpnextDocument({
      ...{ name: 'A-1', docstatus: 1, is_return: 0, customer_name: '海港贸易有限公司', tax_id: TAX, currency: 'CNY' },
      ...{ grand_total: 8_000, outstanding_amount: open, due_date: '2026-05-31', ...change },
    }),
  );
const fromKingdee = (change: Record<string, unknown>, open: Open) => {
  const values: Record<string, unknown> = {
    ...{ FID: 1, FBillNo: 'A-1', FDOCUMENTSTATUS: 'C', FCANCELSTATUS: 'A', 'FCURRENCYID.FCODE': 'CNY' },
    ...{ FALLAMOUNTFOR: 8_000, FPAYAMOUNTFOR: 8_000, FNOTWRITTENOFFAMOUNTFOR: open, FENDDATE: '2026-05-31' },
    ...{ 'FCUSTOMERID.FNAME': '海港贸易有限公司', 'FCUSTOMERID.FSOCIALCRECODE': TAX, ...change },
  };
  return skipOf(kingdeeDocuments([RECEIVABLE_KEYS.map((key) => values[key] ?? ' ')])[0]!);
};

describe('a status is judged alike in a sheet and by a connector', () => {
  it.each<[status: string, open: Open]>([
    ...(['not_paid', 'partial', 'in_payment', 'paid', 'reversed', 'blocked', 'invoicing_legacy'] as const).map(
      (status): [string, Open] => [status, 3_000],
    ),
    ['paid', 0],
  ])('%s of Odoo with %d open', (payment_state, open) => {
    const inSheet = fromSheet({ documentStatus: payment_state.replace('_', ' ') }, open);
    // A reversed move of which something is open says two things; the words of a sheet end it.
    const same = payment_state === 'reversed' ? ['SKIPPED_PAYMENT_UNCLEAR'] : inSheet;
    expect(fromOdoo({ payment_state }, open)).toEqual(same);
  });

  it.each<[state: string, sheet: string]>([
    ['draft', 'Draft'],
    ['cancel', 'Cancelled'],
    ['posted', 'Posted'],
  ])('%s of Odoo', (state, documentStatus) =>
    expect(fromOdoo({ state, payment_state: 'not_paid' }, 8_000)).toEqual(fromSheet({ documentStatus }, 8_000)),
  );

  it.each<[status: string, open: Open, change: object]>([
    ['Unpaid', 8_000, {}],
    ['Overdue', 8_000, {}],
    ['Partly Paid', 3_000, {}],
    ['Submitted', 8_000, {}],
    ['Unpaid and Discounted', 8_000, {}],
    ['Overdue and Discounted', 8_000, {}],
    ['Partly Paid and Discounted', 3_000, {}],
    ['Internal Transfer', 8_000, {}],
    ['Credit Note Issued', 0, {}],
    ['Paid', 0, {}],
    ['Paid', 3_000, {}],
    ['Draft', 8_000, { docstatus: 0 }],
    ['Cancelled', 8_000, { docstatus: 2 }],
    ['Return', 8_000, { is_return: 1 }],
  ])('%s of ERPNext with %d open', (status, open, change) => {
    expect(fromErpnext({ status, ...change }, open)).toEqual(fromSheet({ documentStatus: status }, open));
  });

  it.each<[Record<string, string>, Record<string, string>, Open]>([
    ...['A', 'B', 'C', 'D', 'Z'].map(
      (status) =>
        [{ FDOCUMENTSTATUS: status }, { documentStatus: status }, 8_000] as [
          Record<string, string>,
          Record<string, string>,
          Open,
        ],
    ),
    [{ FCANCELSTATUS: 'B' }, { cancelStatus: 'B' }, 8_000],
    [{ FWRITTENOFFSTATUS: 'A' }, { writeOffStatus: 'A' }, 8_000],
    [{ FWRITTENOFFSTATUS: 'B' }, { writeOffStatus: 'B' }, 3_000],
  ])('%j of Kingdee', (change, cells, open) => expect(fromKingdee(change, open)).toEqual(fromSheet(cells, open)));

  it('what is settled in full is skipped by both, and a word that nobody knows too', () => {
    expect([fromKingdee({ FWRITTENOFFSTATUS: 'C' }, 0), fromSheet({ writeOffStatus: 'C' }, 0)]).toEqual([
      ['SKIPPED_SETTLED'],
      ['SKIPPED_WRITTEN_OFF'],
    ]);
    expect(fromKingdee({ FWRITTENOFFSTATUS: 'C' }, 3_000)).toEqual(['SKIPPED_PAYMENT_UNCLEAR']);
    for (const from of [fromErpnext({ status: 'Disputed' }, 8_000), fromOdoo({ payment_state: 'disputed' }, 8_000)]) {
      expect([from, fromSheet({ documentStatus: 'Disputed' }, 8_000)]).toEqual([
        ['SKIPPED_PAYMENT_UNCLEAR'],
        ['SKIPPED_UNAPPROVED'],
      ]);
    }
  });
});
