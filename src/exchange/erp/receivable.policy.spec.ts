import fc from 'fast-check';
import { addDays } from '../../kernel/calendar.js';
import { fenOf } from './erp-amounts.js';
import type { ErpDocument } from './erp-client.js';
import { ErpFault } from './erp-fault.js';
import { waitOf } from './erp-http.js';
import { nextSince } from './erp-kinds.js';
import { erpnextDocument } from './erpnext.mapper.js';
import { odooDocument } from './odoo.mapper.js';
import { judgeDocument } from './receivable.policy.js';
import { SKIP_REASONS } from './skip-reasons.js';
import { dayOf, earlier } from './stamps.js';

const TODAY = '2026-03-10';
const DUE: ErpDocument = {
  ...{ key: '1', number: 'INV/1', kind: 'invoice', state: 'posted', hold: null, currency: 'CNY' },
  ...{ totalFen: 500_000n, openFen: 300_000n, dueOn: '2026-01-31', invoicedOn: '2026-01-01' },
  ...{ debtorName: '海港贸易有限公司', debtorIdNumber: '91350100M000100Y43', debtorPhone: null },
  ...{ debtorAddress: null, contractNumber: 'PO-7' },
};
const judged = (change: Partial<ErpDocument> = {}) => judgeDocument({ ...DUE, ...change }, {}, TODAY);
const came = (change: Partial<ErpDocument>) => {
  const { status, skip, recheckOn } = judged(change);
  return [status, skip?.code ?? null, recheckOn];
};

describe('judging a document of an ERP', () => {
  it('makes a row of what is overdue, exact to the fen', () => {
    const { row, status, skip, figures, recheckOn } = judgeDocument(
      DUE,
      { referencePrefix: 'A:', evidence: ['contract'], commissionBps: 1_500, category: 'credit_card' },
      TODAY,
    );
    expect([status, skip, recheckOn]).toEqual(['open', null, '2026-03-11']);
    expect(figures).toEqual({ totalFen: 500_000n, paidFen: 200_000n, read: 'open' });
    expect(row).toMatchObject({
      ...{ externalRef: 'A:INV/1', principalFen: '500000', paidFen: '200000', outstandingFen: '300000' },
      ...{ dueOn: '2026-01-31', category: 'credit_card', evidence: ['contract'], commission: { bps: 1_500 } },
    });
  });

  it.each<[Partial<ErpDocument>, unknown[]]>([
    [{ state: 'cancelled' }, ['withdrawn', 'SKIPPED_CANCELLED', null]],
    [{ state: 'reversed' }, ['withdrawn', 'SKIPPED_REVERSED', null]],
    [{ state: 'written_off' }, ['withdrawn', 'SKIPPED_WRITTEN_OFF', null]],
    [{ openFen: 0n }, ['settled', 'SKIPPED_SETTLED', null]],
    [{ openFen: 0n, currency: 'USD' }, ['open', 'CURRENCY_UNSUPPORTED', null]],
    [{ openFen: 0n, hold: 'SKIPPED_DUNNING_BLOCKED' }, ['settled', 'SKIPPED_SETTLED', null]],
    [{ kind: 'credit_note', openFen: 0n }, ['open', 'SKIPPED_CREDIT_NOTE', null]],
    [{ kind: 'credit_note', state: 'cancelled' }, ['open', 'SKIPPED_CREDIT_NOTE', null]],
    [{ state: 'draft', openFen: 0n }, ['open', 'SKIPPED_UNAPPROVED', null]],
    [{ number: null }, ['open', 'SKIPPED_NO_NUMBER', null]],
    [{ currency: 'USD' }, ['open', 'CURRENCY_UNSUPPORTED', null]],
    [{ currency: null }, ['open', 'CURRENCY_UNSUPPORTED', null]],
    [{ totalFen: undefined }, ['open', 'AMOUNT_UNREADABLE', null]],
    [{ openFen: undefined }, ['open', 'AMOUNT_UNREADABLE', null]],
    [{ openFen: -1n }, ['open', 'AMOUNT_UNREADABLE', null]],
    [{ dueOn: null }, ['open', 'SKIPPED_NO_DUE_DATE', null]],
    [{ dueOn: '2026-02-30' }, ['open', 'DATE_UNREADABLE', null]],
    [{ hold: 'SKIPPED_DUNNING_BLOCKED' }, ['open', 'SKIPPED_DUNNING_BLOCKED', null]],
    [{ hold: 'SKIPPED_DISCOUNTED' }, ['open', 'SKIPPED_DISCOUNTED', null]],
    [{ hold: 'SKIPPED_INTERNAL' }, ['open', 'SKIPPED_INTERNAL', null]],
    // Payments do not stamp the document: read again tomorrow.
    [{ hold: 'SKIPPED_IN_PAYMENT' }, ['open', 'SKIPPED_IN_PAYMENT', '2026-03-11']],
    [{ hold: 'SKIPPED_PAYMENT_UNCLEAR' }, ['open', 'SKIPPED_PAYMENT_UNCLEAR', '2026-03-11']],
    [{ hold: 'SKIPPED_IN_PAYMENT', openFen: 0n }, ['settled', 'SKIPPED_SETTLED', null]],
    [{ hold: 'SKIPPED_IN_PAYMENT', state: 'cancelled' }, ['withdrawn', 'SKIPPED_CANCELLED', null]],
    ...(['/', '-', 'N/A', '无'].map((debtorIdNumber) => [
      { debtorIdNumber },
      ['open', 'SKIPPED_NO_DEBTOR_ID', null],
    ]) as [Partial<ErpDocument>, unknown[]][]),
    [{ dueOn: TODAY }, ['open', 'SKIPPED_NOT_DUE', '2026-03-11']],
    [{ dueOn: '2026-05-01' }, ['open', 'SKIPPED_NOT_DUE', '2026-05-02']],
    [{ dueOn: addDays(TODAY, -1) }, ['open', null, '2026-03-11']],
    [{ debtorIdNumber: null }, ['open', 'SKIPPED_NO_DEBTOR_ID', null]],
  ])('of %o says %o', (change, expected) => expect(came(change)).toEqual(expected));

  it('leaves the country out before a credit code, and nothing else', () => {
    const numberOf = (debtorIdNumber: string) => judged({ debtorIdNumber }).row['debtorIdNumber'];
    expect(numberOf('CN91350100M000100Y43')).toBe('91350100M000100Y43');
    expect(numberOf('cn 91350100M000100Y43')).toBe('91350100M000100Y43');
    for (const same of ['91350100M000100Y43', '9135 0100 M000 100Y43', 'CN1234', 'DE811907980']) {
      expect(numberOf(same)).toBe(same);
    }
  });

  it('has words in both languages for every skip', () => {
    for (const [code, { en, zh }] of Object.entries(SKIP_REASONS))
      expect([code, en !== '', zh !== '']).toEqual([code, true, true]);
  });
});

describe('amounts as ERPs write them', () => {
  it('are exact or not read', () => {
    const numbers: [unknown, bigint | undefined][] = [
      [1234.56, 123_456n],
      [0.1, 10n],
      [1e3, 100_000n],
      ['1234.5000000000', 123_450n],
      ['-7', -700n],
      // What adding binary fractions leaves behind.
      [0.30000000000000004, 30n],
      [8000.000000000001, 800_000n],
      [7999.999999999999, 800_000n],
      [-12.340000000000002, -1_234n],
      [4.547473508864641e-13, 0n],
      [-4.547473508864641e-13, 0n],
      [0.004, 0n],
      ['0.0049999', 0n],
      // Fractions of a fen.
      [0.005, undefined],
      [0.006, undefined],
      [12.3400011, undefined],
      ['100.333333333', undefined],
      ['1.001', undefined],
      ['1e3', undefined],
      [1e21, undefined],
      [Number.NaN, undefined],
      ['', undefined],
      [null, undefined],
      [false, undefined],
      ['12,5', undefined],
      ['99999999999999', undefined],
    ];
    for (const [said, fen] of numbers) expect([said, fenOf(said)]).toEqual([said, fen]);
  });

  it('come back from JSON to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 99_999_999_999_999n), (fen) => {
        const text = `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;
        expect(fenOf(JSON.parse(text))).toBe(fen);
        expect(fenOf(`${text}00000000`)).toBe(fen);
      }),
    );
  });
});

describe('stamps', () => {
  it('go back by minutes, in the ERP’s own spelling of time', () => {
    expect(earlier('2026-03-01 00:10:00.123456', 15)).toBe('2026-02-28 23:55:00');
    expect(earlier('2026-03-01T08:00:00.57', 75)).toBe('2026-03-01 06:45:00');
    expect(earlier('yesterday', 15)).toBeUndefined();
  });

  it('far ahead of us are not believed', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    expect(nextSince('odoo', null, now)).toBeNull();
    expect(nextSince('odoo', '2026-03-10 11:59:00', now)).toBe('2026-03-10 11:44:00');
    expect(nextSince('kingdee', '2026-03-10T20:00:00.5', now)).toBe('2026-03-10 18:45:00');
    expect(nextSince('odoo', '2099-01-01 00:00:00', now)).toBe('2026-03-09 12:00:00');
    expect(nextSince('odoo', 'nonsense', now)).toBe('2026-03-09 12:00:00');
  });

  it('name days, and no day is not a broken one', () => {
    expect([dayOf('2026-01-02'), dayOf('2026-01-02T00:00:00'), dayOf(false), dayOf(''), dayOf(null)]).toEqual([
      '2026-01-02',
      '2026-01-02',
      null,
      null,
      null,
    ]);
    expect([dayOf('02/01/2026'), dayOf(20260102)]).toEqual([undefined, undefined]);
  });
});

describe('Retry-After', () => {
  it('is seconds or a date by the server’s own clock, and bounded', () => {
    expect(waitOf({ 'retry-after': '120' })).toBe(120);
    expect(waitOf({ 'retry-after': '999999' })).toBe(3_600);
    const date = 'Tue, 10 Mar 2026 12:00:00 GMT';
    expect(waitOf({ date, 'retry-after': 'Tue, 10 Mar 2026 12:01:30 GMT' })).toBe(90);
    expect(waitOf({ 'retry-after': 'soon' })).toBeNull();
    expect(waitOf({})).toBeNull();
    expect(new ErpFault('later', 'ERP_RATE_LIMITED', 7).retryAfter).toBe(7);
  });
});

describe('the mappers', () => {
  it('read Odoo, where what is empty is false', () => {
    const move = {
      ...{
        id: 7,
        name: '/',
        move_type: 'out_refund',
        state: 'draft',
        payment_state: 'blocked',
        currency_id: [6, 'EUR'],
      },
      ...{ amount_total: 10.5, amount_residual: 0, invoice_date: false, invoice_date_due: false, ref: false },
      ...{ commercial_partner_id: [3, 'Harbour'], write_date: '2026-01-01 00:00:00' },
    };
    expect(odooDocument(move)).toMatchObject({
      ...{
        key: '7',
        number: null,
        kind: 'credit_note',
        state: 'draft',
        hold: 'SKIPPED_DUNNING_BLOCKED',
        currency: 'EUR',
      },
      ...{ totalFen: 1_050n, openFen: 0n, dueOn: null, invoicedOn: null, debtorName: 'Harbour', debtorIdNumber: null },
    });
    const posted = { ...move, name: 'INV/1', move_type: 'out_invoice', state: 'posted', payment_state: 'reversed' };
    const partner = { id: 3, name: 'Harbour Ltd', vat: ' 91350100M000100Y43 ', contact_address: '上海市\n 浦东新区' };
    expect(odooDocument(posted, { partner })).toMatchObject({
      ...{ number: 'INV/1', state: 'reversed', debtorIdNumber: '91350100M000100Y43', debtorAddress: '上海市 浦东新区' },
    });
    expect(odooDocument({ ...move, state: 'cancel' }).state).toBe('cancelled');
    const holds = ['not_paid', 'partial', 'paid', 'in_payment', 'invoicing_legacy', 'blocked', 'half_paid', false].map(
      (payment_state) => odooDocument({ ...posted, payment_state }, { partner }).hold,
    );
    expect(holds).toEqual([
      ...[null, null, null, 'SKIPPED_IN_PAYMENT', 'SKIPPED_PAYMENT_UNCLEAR', 'SKIPPED_DUNNING_BLOCKED'],
      ...['SKIPPED_PAYMENT_UNCLEAR', 'SKIPPED_PAYMENT_UNCLEAR'],
    ]);
  });

  it('read ERPNext, where a written-off rest is no payment', () => {
    const invoice = {
      ...{ name: 'SINV-1', docstatus: 1, status: 'Paid', is_return: 0, currency: 'CNY', party_account_currency: 'CNY' },
      ...{
        grand_total: 100.4,
        rounded_total: 100,
        outstanding_amount: 0,
        write_off_amount: 20,
        due_date: '2026-01-01',
      },
    };
    expect(erpnextDocument(invoice)).toMatchObject({ state: 'posted', totalFen: 8_000n, currency: 'CNY' });
    const whole = { ...invoice, write_off_amount: 100 };
    expect(erpnextDocument(whole)).toMatchObject({ state: 'written_off', totalFen: 10_000n });
    expect(erpnextDocument({ ...whole, outstanding_amount: 5 }).state).toBe('posted');
    expect(erpnextDocument({ ...invoice, write_off_amount: 0, rounded_total: 0 }).totalFen).toBe(10_040n);
    expect(erpnextDocument({ ...invoice, docstatus: 2 }).state).toBe('cancelled');
    expect(erpnextDocument({ ...invoice, party_account_currency: 'USD' }).currency).toBe('CNY/USD');
    expect(erpnextDocument({ ...invoice, is_return: 1 }).kind).toBe('credit_note');
    expect(erpnextDocument({ ...invoice, status: 'Credit Note Issued' }).state).toBe('reversed');
    const holdOf = (status: string) => erpnextDocument({ ...invoice, status, outstanding_amount: 80 }).hold;
    for (const status of ['Unpaid', 'Overdue', 'Partly Paid']) {
      expect([holdOf(status), holdOf(`${status} and Discounted`)]).toEqual([null, 'SKIPPED_DISCOUNTED']);
    }
    expect(holdOf('Internal Transfer')).toBe('SKIPPED_INTERNAL');
    const dust = { ...invoice, write_off_amount: 0, outstanding_amount: 4.547473508864641e-13 };
    expect(judgeDocument(erpnextDocument(dust), {}, TODAY).status).toBe('settled');
  });
});
