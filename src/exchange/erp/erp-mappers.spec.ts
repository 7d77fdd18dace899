import { erpnextDocument, type ScheduleRow } from './erpnext.mapper.js';
import { odooDocument } from './odoo.mapper.js';
import { judgeDocument } from './receivable.policy.js';

const TODAY = '2026-11-30';
const CODE = '91350100M000100Y43';
type Judged = ReturnType<typeof judgeDocument>;
/** The skip, or what is owed, paid and open, and each line. */
const shown = ({ status, skip, row }: Judged) => {
  const lines = ((row['lines'] ?? []) as Record<string, string>[]).map(
    (one) => `${one['dueOn']} ${one['principalFen']}/${one['paidFen']}`,
  );
  return skip ? `${status} ${skip.code}` : `${row['outstandingFen']}: ${lines.join(', ')}`;
};

describe('states of Odoo', () => {
  const MOVE = {
    ...{ id: 1, name: 'INV/1', move_type: 'out_invoice', state: 'posted', payment_state: 'not_paid' },
    ...{ currency_id: [6, 'CNY'], amount_total: 8_000, amount_residual: 8_000 },
    ...{ invoice_date: '2026-05-01', invoice_date_due: '2026-05-31', commercial_partner_id: [3, '海港'] },
  };
  const OPEN = '800000: 2026-05-31 800000/0';
  it.each<[Record<string, unknown>, string]>([
    [{}, OPEN],
    [{ payment_state: 'partial', amount_residual: 3_000 }, '300000: 2026-05-31 800000/500000'],
    [{ payment_state: 'in_payment' }, 'open SKIPPED_IN_PAYMENT'],
    [{ payment_state: 'in_payment', amount_residual: 3_000 }, 'open SKIPPED_IN_PAYMENT'],
    [{ payment_state: 'in_payment', amount_residual: 0 }, 'settled SKIPPED_SETTLED'],
    [{ payment_state: 'paid', amount_residual: 0 }, 'settled SKIPPED_SETTLED'],
    [{ payment_state: 'reversed', amount_residual: 0 }, 'withdrawn SKIPPED_REVERSED'],
    [{ payment_state: 'invoicing_legacy' }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ payment_state: 'blocked' }, 'open SKIPPED_DUNNING_BLOCKED'],
    [{ payment_state: false }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ amount_total: 8_000.000000000001, amount_residual: 8_000.000000000001 }, OPEN],
    [{ amount_total: 7_999.999999999999, amount_residual: 8_000.000000000001 }, OPEN],
    [{ amount_residual: 4.547473508864641e-13 }, 'settled SKIPPED_SETTLED'],
    [{ amount_residual: -4.547473508864641e-13 }, 'settled SKIPPED_SETTLED'],
    [{ amount_total: -500, amount_residual: -500 }, 'open SKIPPED_CREDIT_NOTE'],
    // What is paid by its state and open by its amount is paid by a payment without an entry of its own.
    [{ payment_state: 'paid' }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ payment_state: 'paid', amount_residual: 3_000 }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ payment_state: 'reversed' }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ payment_state: 'partial', amount_residual: 0 }, 'settled SKIPPED_SETTLED'],
    [{ state: 'draft', name: '/' }, 'open SKIPPED_UNAPPROVED'],
    [{ name: '/' }, 'open SKIPPED_NO_NUMBER'],
    [{ state: 'cancel' }, 'withdrawn SKIPPED_CANCELLED'],
    [{ move_type: 'out_refund' }, 'open SKIPPED_CREDIT_NOTE'],
    [{ move_type: 'out_refund', reversed_entry_id: [7, 'INV/7'] }, 'open SKIPPED_CREDIT_NOTE_NAMED'],
    [{ move_type: 'out_refund', state: 'draft', reversed_entry_id: [7, 'INV/7'] }, 'open SKIPPED_UNAPPROVED'],
    [
      { move_type: 'out_refund', currency_id: [1, 'USD'], reversed_entry_id: [7, 'INV/7'] },
      'open CURRENCY_UNSUPPORTED',
    ],
    [{ move_type: 'out_receipt' }, OPEN],
    [{ reversed_entry_id: [7, 'INV/7'] }, OPEN],
    [{ currency_id: [1, 'USD'] }, 'open CURRENCY_UNSUPPORTED'],
    [{ invoice_date_due: false }, 'open SKIPPED_NO_DUE_DATE'],
  ])('%j: %s', (change, expected) => {
    const partner = { id: 3, name: '海港', vat: CODE };
    expect(shown(judgeDocument(odooDocument({ ...MOVE, ...change }, { partner }), {}, TODAY))).toBe(expected);
  });

  it.each<[unknown, string | null]>([
    [CODE, CODE],
    [`CN${CODE}`, CODE],
    ['9135 0100 M000 100Y43', '9135 0100 M000 100Y43'],
    ['/', null],
    [false, null],
    ['', null],
    ['N/A', null],
    ['无', null],
    ['DE811907980', 'DE811907980'],
    ['ＣＮ91350100M000100Y43', CODE],
  ])('a tax number %j is %j', (vat, expected) => {
    const { row } = judgeDocument(odooDocument(MOVE, { partner: { id: 3, vat } }), {}, TODAY);
    expect(row['debtorIdNumber']).toBe(expected);
  });

  it('has lines of terms in the currency of the move, or of the company', () => {
    const line = (id: number, due: unknown, left: number, more: object) => ({
      ...{ id, move_id: [1, 'INV/1'], date_maturity: due, amount_residual: left, ...more },
    });
    const of = (lines: ReturnType<typeof line>[], move: object = {}) =>
      shown(judgeDocument(odooDocument({ ...MOVE, ...move }, { partner: { id: 3, vat: CODE }, lines }), {}, TODAY));
    const both = (amount: number, left: number) => ({ amount_currency: amount, amount_residual_currency: left });
    const two = '800000: 2026-05-31 300000/0, 2026-08-31 500000/0';
    expect(of([line(1, '2026-05-31', 9, both(3_000, 3_000)), line(2, '2026-08-31', 9, both(5_000, 5_000))])).toBe(two);
    expect(
      of([line(1, '2026-05-31', 3_000, { balance: 3_000 }), line(2, '2026-08-31', 5_000, { balance: 5_000 })]),
    ).toBe(two);
    // Nothing but what is left of each.
    expect(of([line(1, '2026-05-31', 3_000, {}), line(2, '2026-08-31', 5_000, {})])).toBe(two);
    const paid = [line(1, '2026-05-31', 0, both(3_000, 0)), line(2, false, 0, both(5_000, 4_000))];
    const move = { amount_residual: 4_000, payment_state: 'partial', invoice_date_due: '2026-08-31' };
    expect(of(paid, move)).toBe('400000: 2026-05-31 300000/300000, 2026-08-31 500000/100000');
    expect(of([line(1, '2026-05-31', 0, both(3_000, 3_000)), line(2, '2026-08-31', 0, both(4_000, 4_000))])).toBe(
      'open AMOUNTS_DISAGREE',
    );
  });
});

describe('statuses of ERPNext', () => {
  const INVOICE = {
    ...{ name: 'SINV-1', docstatus: 1, status: 'Overdue', is_return: 0, customer_name: '海港', tax_id: CODE },
    ...{ currency: 'CNY', party_account_currency: 'CNY', grand_total: 8_000, rounded_total: 8_000 },
    ...{ outstanding_amount: 8_000, write_off_amount: 0, posting_date: '2026-05-01', due_date: '2026-05-31' },
  };
  const OPEN = '800000: 2026-05-31 800000/0';
  const judged = (change: object, schedule: ScheduleRow[] = [], returns: object[] = []) => {
    const parts = { schedule, returns: returns.map((one) => ({ ...INVOICE, is_return: 1, name: 'SINV-R', ...one })) };
    return judgeDocument(erpnextDocument({ ...INVOICE, ...change }, parts), {}, TODAY);
  };
  it.each<[Record<string, unknown>, string]>([
    [{}, OPEN],
    [{ status: 'Unpaid' }, OPEN],
    [{ status: 'Partly Paid', outstanding_amount: 3_000 }, '300000: 2026-05-31 800000/500000'],
    [{ status: 'Overdue and Discounted' }, 'open SKIPPED_DISCOUNTED'],
    [{ status: 'Unpaid and Discounted' }, 'open SKIPPED_DISCOUNTED'],
    [{ status: 'Partly Paid and Discounted', outstanding_amount: 3_000 }, 'open SKIPPED_DISCOUNTED'],
    [{ status: 'Internal Transfer' }, 'open SKIPPED_INTERNAL'],
    [{ status: 'Return', is_return: 1, outstanding_amount: -8_000, rounded_total: -8_000 }, 'open SKIPPED_CREDIT_NOTE'],
    [{ status: 'Return', is_return: 1, return_against: 'SINV-0' }, 'open SKIPPED_CREDIT_NOTE_NAMED'],
    [{ status: 'Credit Note Issued', outstanding_amount: 0 }, 'withdrawn SKIPPED_REVERSED'],
    [{ status: 'Cancelled', docstatus: 2, outstanding_amount: 0 }, 'withdrawn SKIPPED_CANCELLED'],
    [{ status: 'Draft', docstatus: 0 }, 'open SKIPPED_UNAPPROVED'],
    [{ status: 'Paid', outstanding_amount: 0 }, 'settled SKIPPED_SETTLED'],
    [{ status: 'Paid', outstanding_amount: 4.547473508864641e-13 }, 'settled SKIPPED_SETTLED'],
    [{ status: 'Paid', outstanding_amount: 0.0049 }, 'settled SKIPPED_SETTLED'],
    [{ outstanding_amount: 0.005 }, 'open AMOUNT_UNREADABLE'],
    [{ outstanding_amount: 0, write_off_amount: 8_000 }, 'withdrawn SKIPPED_WRITTEN_OFF'],
    // What was written off was not paid.
    [{ outstanding_amount: 0, write_off_amount: 20 }, 'settled SKIPPED_SETTLED'],
    [{ outstanding_amount: 3_000, write_off_amount: 20 }, '300000: 2026-05-31 798000/498000'],
    [{ outstanding_amount: 7_980, write_off_amount: 20 }, '798000: 2026-05-31 798000/0'],
    [{ write_off_amount: null }, OPEN],
    // Paid twice.
    [{ status: 'Paid', outstanding_amount: -100 }, 'settled SKIPPED_SETTLED'],
    [{ rounded_total: -100, outstanding_amount: -100 }, 'open SKIPPED_CREDIT_NOTE'],
    // What says two things, or a word of the site's own, is not guessed.
    [{ status: 'Paid' }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ status: 'Credit Note Issued', outstanding_amount: 3_000 }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ status: 'Disputed' }, 'open SKIPPED_PAYMENT_UNCLEAR'],
    [{ status: null }, OPEN],
    [{ rounded_total: 0, grand_total: 8_000.4, outstanding_amount: 8_000.4 }, '800040: 2026-05-31 800040/0'],
    [{ party_account_currency: 'USD' }, 'open CURRENCY_UNSUPPORTED'],
    [{ tax_id: null }, 'open SKIPPED_NO_DEBTOR_ID'],
    [{ due_date: null }, 'open SKIPPED_NO_DUE_DATE'],
  ])('%j: %s', (change, expected) => expect(shown(judged(change))).toBe(expected));

  it.each([
    ['江城&lt;港务&gt;有限公司', '江城<港务>有限公司'],
    ['江城 &amp; 港务', '江城 & 港务'],
    ['江城&#39;港务&#x22;', `江城'港务"`],
    ['江城&nbsp;港务', '江城 港务'],
    ['江城&amp;lt;港务', '江城&lt;港务'],
    ['R&D 港务', 'R&D 港务'],
    ['江城&foo;港务', '江城&foo;港务'],
    ['江城&#0;港务', '江城&#0;港务'],
    ['AT&T; 港务', 'AT&T; 港务'],
    ['江城', '江城'],
  ])('a name %s is %s', (customer_name, expected) =>
    expect(judged({ customer_name }).row['debtorName']).toBe(expected),
  );

  const term = (due_date: string, payment_amount: number, outstanding = payment_amount) => ({
    ...{ parent: 'SINV-1', due_date, payment_amount, outstanding },
  });
  it.each<[string, object, ScheduleRow[], object[], string]>([
    ['one term', {}, [term('2026-08-31', 8_000)], [], OPEN],
    [
      'two terms',
      {},
      [term('2026-05-31', 3_000), term('2026-08-31', 5_000)],
      [],
      '800000: 2026-05-31 300000/0, 2026-08-31 500000/0',
    ],
    [
      'terms whose outstanding amounts nobody kept',
      { outstanding_amount: 4_000 },
      [term('2026-05-31', 3_000), term('2026-08-31', 5_000)],
      [],
      '400000: 2026-05-31 300000/300000, 2026-08-31 500000/100000',
    ],
    [
      'terms of what an advance left',
      { outstanding_amount: 6_000 },
      [term('2026-08-31', 3_000), term('2026-05-31', 3_000)],
      [],
      '600000: 2026-05-31 500000/200000, 2026-08-31 300000/0',
    ],
    [
      'terms of what an advance left, of which more was paid',
      { outstanding_amount: 5_000 },
      [term('2026-05-31', 3_000), term('2026-08-31', 3_000)],
      [],
      '500000: 2026-05-31 500000/300000, 2026-08-31 300000/0',
    ],
    [
      'terms that are not the whole',
      {},
      [term('2026-05-31', 3_000), term('2026-08-31', 4_000)],
      [],
      'open AMOUNTS_DISAGREE',
    ],
    [
      'a return with what it left open',
      {},
      [],
      [{ rounded_total: -500, outstanding_amount: -500, posting_date: '2026-06-10' }],
      '750000: 2026-05-31 800000/0, 2026-05-31 -50000/0',
    ],
    [
      'a return set off',
      { outstanding_amount: 7_500 },
      [],
      [{ rounded_total: -500, outstanding_amount: 0 }],
      '750000: 2026-05-31 800000/0, 2026-05-31 -50000/0',
    ],
    [
      'a return of the rest after a payment is no end without payment',
      { status: 'Credit Note Issued', outstanding_amount: 0 },
      [],
      [{ rounded_total: -3_000, outstanding_amount: 0 }],
      'settled SKIPPED_SETTLED',
    ],
    [
      'a return of the whole',
      { status: 'Credit Note Issued', outstanding_amount: 0 },
      [],
      [{ rounded_total: -8_000, outstanding_amount: 0 }],
      'withdrawn SKIPPED_REVERSED',
    ],
  ])('%s', (_, change, schedule, returns, expected) => expect(shown(judged(change, schedule, returns))).toBe(expected));
});
