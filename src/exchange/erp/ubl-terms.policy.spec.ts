import { anInvoice, type UblParts } from '../../../test/support/ubl.js';
import { judgeDocument } from './receivable.policy.js';
import { ublDocument } from './ubl.mapper.js';
import { readUbl } from './ubl.reader.js';

const GOOD: UblParts = { number: 'U-1', issued: '2026-01-31', due: null, taxNumber: '91350100M000100Y43' };
function documentOf(parts: UblParts) {
  const read = readUbl(Buffer.from(anInvoice({ ...GOOD, ...parts })));
  if ('fault' in read) throw new Error(read.fault);
  return ublDocument(read.root);
}
const term = (inside: string) => `<a:PaymentTerms>${inside}</a:PaymentTerms>`;
const note = (words: string) => term(`<b:Note>${words}</b:Note>`);
const period = (measure: string, unit?: string) =>
  `<a:SettlementPeriod><b:DurationMeasure${unit === undefined ? '' : ` unitCode="${unit}"`}>${measure}</b:DurationMeasure></a:SettlementPeriod>`;
const on = (day: string) => `<b:PaymentDueDate>${day}</b:PaymentDueDate>`;
const amount = (yuan: string) => `<b:Amount currencyID="CNY">${yuan}</b:Amount>`;
const share = (percent: string) => `<b:PaymentPercent>${percent}</b:PaymentPercent>`;

describe('the due day of a UBL document', () => {
  it.each<[string, string | null]>([
    // Words that are a term from the invoice and nothing else.
    ['Net 45 days', '2026-03-17'],
    ['net 45 days.', '2026-03-17'],
    ['45 days net', '2026-03-17'],
    ['Net 45', '2026-03-17'],
    ['N/45', '2026-03-17'],
    ['Payment terms: 45 days', '2026-03-17'],
    ['Payable within 45 days of the invoice date', '2026-03-17'],
    ['Due in 45 days', '2026-03-17'],
    ['账期60天', '2026-04-01'],
    ['账期：60天', '2026-04-01'],
    ['月结60天', '2026-04-01'],
    ['付款期限：60日', '2026-04-01'],
    ['付款条件：月结 60 天', '2026-04-01'],
    ['开票后60日内付款', '2026-04-01'],
    ['自开票之日起６０天内付清。', '2026-04-01'],
    // Words that say more than one thing, a day, a share, or count from something else.
    ['2% off when settled within 5 days, otherwise net 30 days', null],
    ['Skonto 3% 10 days, 60 days net', null],
    ['每月25日前付款，逾期按日计息', null],
    ['请于2026年12月31日前付清', null],
    ['50% within 10 days, 50% within 180 days', null],
    ['月结60天，每月5日对账', null],
    ['合同签订后3日内付30%，验收后180日内付清', null],
    ['2/10 net 30', null],
    ['1% 10 N30', null],
    ['21st of month following', null],
    ['Net 30 days end of month', null],
    ['30 working days', null],
    ['30 days after delivery', null],
    ['30 days after receipt of goods', null],
    ['收到发票后30天内付款', null],
    ['货到30天', null],
    ['验收合格后30日内付款', null],
    ['月结25日', null],
    ['25日', null],
    ['质保期365天', null],
    ['30个工作日内付款', null],
    ['#SKONTO#TAGE=14#PROZENT=2.25#', null],
    ['Net 30 or 60 days', null],
    ['Net 1000 days', null],
    ['as agreed', null],
    [`net${' '.repeat(80_000)}30 days`, null],
  ])('%.60s: %s', (words, due) => expect(documentOf({ inside: note(words) }).dueOn).toBe(due));

  it.each<[string, string | null | undefined]>([
    // Periods with their units.
    [term(period('30', 'DAY')), '2026-03-02'],
    [term(period('30.0', 'DAY')), '2026-03-02'],
    [term(period('2', 'WEE')), '2026-02-14'],
    [term(period('1', 'MON')), '2026-02-28'],
    [term(period('2', 'MON')), '2026-03-31'],
    [term(period('1', 'ANN')), '2027-01-31'],
    [term(period('30')), null],
    [term(period('720', 'HUR')), null],
    [term(period('1.5', 'MON')), null],
    [term(period('-5', 'DAY')), null],
    [term(period('P30D')), '2026-03-02'],
    [term(period('P2W')), '2026-02-14'],
    [term(period('P1M', 'MON')), '2026-02-28'],
    [term(period('P1M', 'DAY')), null],
    [term(period('P1M15D')), null],
    [term(period('PT720H')), null],
    [term(period('30D')), null],
    [term(period('30', 'C62')), null],
    [term(`<a:SettlementPeriod><b:EndDate>2026-04-15</b:EndDate></a:SettlementPeriod>`), '2026-04-15'],
    // From another event than the invoice, and words that say another thing.
    [term(`<b:ReferenceEventCode>5</b:ReferenceEventCode>${period('30', 'DAY')}`), '2026-03-02'],
    [term(`<b:ReferenceEventCode>13</b:ReferenceEventCode>${period('30', 'DAY')}`), null],
    [term(`<b:Note>Net 30 days</b:Note>${period('30', 'DAY')}`), '2026-03-02'],
    [term(`<b:Note>Net 60 days</b:Note>${period('30', 'DAY')}`), null],
    [term(`<b:SettlementDiscountPercent>2</b:SettlementDiscountPercent>${period('10', 'DAY')}`), null],
    [term(period('10', 'DAY')) + term(period('30', 'DAY')), null],
    // Days.
    [term(on('2026-03-05')), '2026-03-05'],
    [term(on('2026-03-05+08:00')), '2026-03-05'],
    [term(on('2026-02-30')), undefined],
    // A moment is on the day that it is in China.
    [term(on('2026-03-05T16:00:00Z')), '2026-03-06'],
    [term(on('2026-03-05T15:59:00Z')), '2026-03-05'],
    [term(on('2026-03-05T00:00:00')), '2026-03-05'],
    [term(on('2026-03-05T23:30:00-05:00')), '2026-03-06'],
    [term(on('2026-03-05T25:00:00')), undefined],
    [`<a:PaymentMeans>${on('2026-03-06')}</a:PaymentMeans>`, '2026-03-06'],
    [
      `<a:PaymentMeans>${on('2026-03-06')}</a:PaymentMeans><a:PaymentMeans>${on('2026-03-06')}</a:PaymentMeans>`,
      '2026-03-06',
    ],
    [`<a:PaymentMeans>${on('2026-03-06')}</a:PaymentMeans><a:PaymentMeans>${on('2026-04-06')}</a:PaymentMeans>`, null],
    [term(on('2026-03-05')) + term(on('2026-04-05')), null],
    [
      term(`<b:SettlementDiscountPercent>3</b:SettlementDiscountPercent>${on('2026-02-10')}`) + term(on('2026-03-05')),
      '2026-03-05',
    ],
    [note('Net 30 days') + note('Net 60 days'), null],
    [term(on('2026-03-05') + share('30')), null],
  ])('%s: %s', (inside, due) => expect(documentOf({ inside }).dueOn).toBe(due));

  it('is the one that the document states, whatever its terms say in words', () => {
    expect(documentOf({ due: '2026-05-01', inside: note('Net 30 days') }).dueOn).toBe('2026-05-01');
    expect(documentOf({ due: '2026-05-01Z', inside: term(on('2026-03-05')) }).dueOn).toBe('2026-05-01');
    expect(documentOf({ due: '2026-05-01', inside: term(on('2026-03-05') + share('30')) }).dueOn).toBe('2026-05-01');
  });

  it.each([
    ['a term', term(on('2026-06-30'))],
    ['a means of payment', `<a:PaymentMeans>${on('2026-06-30')}</a:PaymentMeans>`],
    ['a period', term(period('120', 'DAY'))],
    ['an instalment', term(on('2026-05-01') + share('30')) + term(on('2026-12-31') + share('60'))],
  ])('is none where %s names a later one', (_, inside) => {
    expect(documentOf({ due: '2026-05-01', inside }).dueOn).toBeNull();
  });
});

describe('instalments of a UBL document', () => {
  const lines = (parts: UblParts) => {
    const { skip, row } = judgeDocument(documentOf({ total: '1000.00', ...parts }), {}, '2026-11-30');
    const shown = ((row['lines'] ?? []) as Record<string, string>[]).map(
      (line) => `${line['dueOn']} ${line['principalFen']}/${line['paidFen']}`,
    );
    return skip ? [skip.code] : shown;
  };
  it.each<[string, UblParts, string[]]>([
    [
      'amounts',
      { inside: term(on('2026-03-31') + amount('300.00')) + term(on('2026-06-30') + amount('700.00')) },
      ['2026-03-31 30000/0', '2026-06-30 70000/0'],
    ],
    [
      'shares, of which the last has what rounding leaves',
      { total: '100.00', inside: [3, 4, 5].map((month) => term(on(`2026-0${month}-28`) + share('33.33'))).join('') },
      ['2026-03-28 3333/0', '2026-04-28 3333/0', '2026-05-28 3334/0'],
    ],
    [
      'one that is not due yet is left out',
      { inside: term(on('2026-03-31') + share('40')) + term(on('2027-01-31') + share('60')) },
      ['2026-03-31 40000/0'],
    ],
    [
      'days of instalments',
      {
        inside: [3, 6]
          .map((m) => term(`<b:InstallmentDueDate>2026-0${m}-30</b:InstallmentDueDate>${share('50')}`))
          .join(''),
      },
      ['2026-03-30 50000/0', '2026-06-30 50000/0'],
    ],
    [
      'shares of the whole with its rounding, of which a part is prepaid',
      {
        ...{ total: '999.98', rounding: '0.02', prepaid: '200.00', payable: '800.00' },
        inside: term(on('2026-06-30') + share('50')) + term(on('2026-03-31') + share('50.00')),
      },
      ['2026-03-31 50000/20000', '2026-06-30 50000/0'],
    ],
    [
      'amounts of the whole, of which a part is prepaid',
      {
        ...{ prepaid: '400.00', payable: '600.00' },
        inside: term(on('2026-03-31') + amount('300.00')) + term(on('2026-06-30') + amount('700.00')),
      },
      ['2026-03-31 30000/30000', '2026-06-30 70000/10000'],
    ],
    [
      'a due day beside them, which is that of the last',
      { due: '2026-06-30', inside: term(on('2026-03-31') + share('25')) + term(on('2026-06-30') + share('75')) },
      ['2026-03-31 25000/0', '2026-06-30 75000/0'],
    ],
    [
      'a discount beside them',
      {
        inside: `${term(`<b:SettlementDiscountPercent>2</b:SettlementDiscountPercent>${on('2026-02-05')}`)}${[3, 6].map((m) => term(on(`2026-0${m}-30`) + share('50'))).join('')}`,
      },
      ['2026-03-30 50000/0', '2026-06-30 50000/0'],
    ],
    [
      'shares that fall due after periods',
      { inside: [30, 90].map((days) => term(share('50') + period(`${days}`, 'DAY'))).join('') },
      ['2026-03-02 50000/0', '2026-05-01 50000/0'],
    ],
    [
      'amounts in another currency',
      { inside: [3, 6].map((m) => term(on(`2026-0${m}-30`) + amount('500.00').replace('CNY', 'USD'))).join('') },
      ['CURRENCY_UNSUPPORTED'],
    ],
    [
      'amounts that are not the whole',
      { inside: term(on('2026-03-31') + amount('300.00')) + term(on('2026-06-30') + amount('600.00')) },
      ['AMOUNTS_DISAGREE'],
    ],
    [
      'shares that are not the whole, without a due day',
      { inside: term(on('2026-03-31') + share('30')) + term(on('2026-06-30') + share('60')) },
      ['SKIPPED_NO_DUE_DATE'],
    ],
    [
      'one without a day',
      { inside: term(on('2026-03-31') + share('30')) + term(`<b:Note>after acceptance</b:Note>${share('70')}`) },
      ['SKIPPED_NO_DUE_DATE'],
    ],
    [
      'one whose day is none',
      { inside: term(on('2026-03-31') + share('30')) + term(on('2026-06-31') + share('70')) },
      ['SKIPPED_NO_DUE_DATE'],
    ],
  ])('%s', (_, parts, expected) => expect(lines(parts)).toEqual(expected));

  it('of a period carry it', () => {
    const billed = (from: string, to: string) =>
      `<a:InvoicePeriod><b:StartDate>${from}</b:StartDate><b:EndDate>${to}</b:EndDate></a:InvoicePeriod>`;
    const periodOf = (inside: string) => {
      const { periodFrom, periodTo } = documentOf({ inside });
      return [periodFrom, periodTo];
    };
    expect(periodOf(billed('2025-01-01', '2025-12-31'))).toEqual(['2025-01-01', '2025-12-31']);
    for (const none of [
      '',
      billed('2025-12-31', '2025-01-01'),
      billed('2025-01-01', ''),
      billed('2025-02-30', '2025-12-31'),
      billed('2025-01-01', '2025-06-30') + billed('2025-07-01', '2025-12-31'),
    ]) {
      expect(periodOf(none)).toEqual([undefined, undefined]);
    }
  });
});
