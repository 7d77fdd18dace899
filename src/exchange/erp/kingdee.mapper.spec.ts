import { kingdeeDocuments, RECEIVABLE_KEYS } from './kingdee.mapper.js';
import { judgeDocument } from './receivable.policy.js';

const TODAY = '2026-11-30';
const CODE = '91350100M000100Y43';
type Judged = ReturnType<typeof judgeDocument>;
/** The skip, or what is open, and each line. */
const shown = ({ status, skip, row }: Judged) => {
  const lines = ((row['lines'] ?? []) as Record<string, string>[]).map(
    (one) => `${one['dueOn']} ${one['principalFen']}/${one['paidFen']}`,
  );
  return skip ? `${status} ${skip.code}` : `${row['outstandingFen']}: ${lines.join(', ')}`;
};

describe('plans of payment of Kingdee', () => {
  const HEAD = {
    ...{ FID: 7, FBillNo: 'AR7', FDATE: '2026-05-01T00:00:00', FDOCUMENTSTATUS: 'C', FCANCELSTATUS: 'A' },
    ...{
      FALLAMOUNTFOR: 9_000,
      'FCURRENCYID.FCODE': 'CNY',
      'FCUSTOMERID.FNAME': '海港',
      'FCUSTOMERID.FSOCIALCRECODE': CODE,
    },
  };
  const row = (due: string, open: unknown, amount: unknown = ' ', head: object = {}) => {
    const values: Record<string, unknown> = {
      ...{ ...HEAD, ...head, FENDDATE: due === '' ? ' ' : `${due}T00:00:00` },
      ...{ FNOTWRITTENOFFAMOUNTFOR: open, FPAYAMOUNTFOR: amount },
    };
    return RECEIVABLE_KEYS.map((key) => values[key] ?? ' ');
  };
  it.each<[string, unknown[][], string]>([
    ['one line', [row('2026-05-31', 9_000, 9_000)], '900000: 2026-05-31 900000/0'],
    ['one line, paid in part', [row('2026-05-31', 4_000, 9_000)], '400000: 2026-05-31 900000/500000'],
    [
      'two lines',
      [row('2026-05-31', 4_500), row('2026-08-31', 4_500)],
      '900000: 2026-05-31 450000/0, 2026-08-31 450000/0',
    ],
    ['two lines of one day', [row('2026-05-31', 4_500), row('2026-05-31', 4_500)], '900000: 2026-05-31 900000/0'],
    [
      'three lines, the last not due, in any order',
      [row('2027-03-31', 3_000, 3_000), row('2026-06-30', 3_000, 3_000), row('2026-05-31', 3_000, 3_000)],
      '600000: 2026-05-31 300000/0, 2026-06-30 300000/0',
    ],
    [
      'the first paid',
      [row('2026-05-31', 0, 3_000), row('2026-06-30', 3_000, 3_000), row('2026-08-31', 3_000, 3_000)],
      '600000: 2026-05-31 300000/300000, 2026-06-30 300000/0, 2026-08-31 300000/0',
    ],
    [
      'the first paid, where lines do not say what they were about',
      [row('2026-05-31', 0), row('2026-06-30', 3_000), row('2026-08-31', 3_000)],
      '600000: 2026-05-31 300000/300000, 2026-06-30 300000/0, 2026-08-31 300000/0',
    ],
    ['what fell due paid', [row('2026-05-31', 0, 3_000), row('2027-06-30', 6_000, 6_000)], 'settled SKIPPED_NOT_DUE'],
    ['all paid', [row('2026-05-31', 0, 3_000), row('2026-06-30', 0, 6_000)], 'settled SKIPPED_SETTLED'],
    ['nothing due yet', [row('2026-12-31', 3_000, 3_000), row('2027-06-30', 6_000, 6_000)], 'open SKIPPED_NOT_DUE'],
    ['a line without a day', [row('2026-05-31', 3_000, 3_000), row('', 6_000, 6_000)], 'open SKIPPED_NO_DUE_DATE'],
    [
      'a line that cannot be read',
      [row('2026-05-31', 3_000, 3_000), row('2026-06-30', 'x', 6_000)],
      'open AMOUNT_UNREADABLE',
    ],
    [
      'heads that differ',
      [row('2026-05-31', 3_000), row('2026-06-30', 6_000, ' ', { FALLAMOUNTFOR: 9_001 })],
      'open AMOUNT_UNREADABLE',
    ],
    [
      'lines that are more than the bill',
      [row('2026-05-31', 5_000, 5_000), row('2026-06-30', 6_000, 6_000)],
      'open AMOUNTS_DISAGREE',
    ],
    ['one line that is not the whole bill', [row('2026-05-31', 4_000, 4_000)], 'open AMOUNTS_DISAGREE'],
    [
      'lines of which one is missing',
      [row('2026-05-31', 3_000, 3_000), row('2026-06-30', 3_000, 3_000)],
      'open AMOUNTS_DISAGREE',
    ],
    ['no line at all', [row('', ' ')], 'open AMOUNT_UNREADABLE'],
    ['no line at all, where nothing is written as 0', [row('', 0, 0)], 'open AMOUNTS_DISAGREE'],
    ['no line at all, in an old release', [row('', 0)], 'open AMOUNT_UNREADABLE'],
    [
      'rows of two currencies',
      [row('2026-05-31', 4_500, 4_500), row('2026-06-30', 4_500, 4_500, { 'FCURRENCYID.FCODE': 'USD' })],
      'open CURRENCY_UNSUPPORTED',
    ],
    [
      'rows of two customers',
      [
        row('2026-05-31', 4_500, 4_500),
        row('2026-06-30', 4_500, 4_500, { 'FCUSTOMERID.FSOCIALCRECODE': '91310000MA1FL5E91M' }),
      ],
      'open AMOUNT_UNREADABLE',
    ],
    [
      'a line that is settled by its status and open by its amount',
      [row('2026-05-31', 4_500, 4_500, { FWRITTENOFFSTATUS: 'C' }), row('2026-06-30', 4_500, 4_500)],
      'open SKIPPED_PAYMENT_UNCLEAR',
    ],
    [
      'a line that was turned round',
      [row('2026-05-31', 10_000, 10_000), row('2026-06-30', -1_000, -1_000)],
      'open AMOUNTS_DISAGREE',
    ],
    [
      'a red bill in two lines',
      [row('2026-05-31', -100, -100, { FALLAMOUNTFOR: -200 }), row('2026-06-30', -100, -100, { FALLAMOUNTFOR: -200 })],
      'open SKIPPED_CREDIT_NOTE',
    ],
    [
      'a bill that is not reviewed',
      [
        row('2026-05-31', 4_500, ' ', { FDOCUMENTSTATUS: 'B' }),
        row('2026-06-30', 4_500, ' ', { FDOCUMENTSTATUS: 'B' }),
      ],
      'open SKIPPED_UNAPPROVED',
    ],
  ])('%s', (_, rows, expected) => {
    const [document, ...others] = kingdeeDocuments(rows);
    expect(others).toEqual([]);
    expect(shown(judgeDocument(document!, {}, TODAY))).toBe(expected);
  });
});

describe('bills of Kingdee', () => {
  it('read Kingdee, whose rows have no names', () => {
    const row = (values: Record<string, unknown>) => RECEIVABLE_KEYS.map((key) => values[key] ?? ' ');
    const values = {
      ...{ FID: 100_001, FBillNo: 'AR1', FDATE: '2026-01-01T00:00:00', FENDDATE: '2026-02-01T00:00:00' },
      ...{ FDOCUMENTSTATUS: 'C', FCANCELSTATUS: 'A', FALLAMOUNTFOR: 120.5, FNOTWRITTENOFFAMOUNTFOR: 20.5 },
      ...{ 'FCURRENCYID.FCODE': 'CNY', 'FCUSTOMERID.FTAXREGISTERCODE': '91350100M000100Y43' },
    };
    expect(kingdeeDocuments([row(values)])[0]).toMatchObject({
      ...{ key: '100001', number: 'AR1', kind: 'invoice', state: 'posted', totalFen: 12_050n, openFen: 2_050n },
      ...{ dueOn: '2026-02-01', invoicedOn: '2026-01-01', debtorIdNumber: '91350100M000100Y43', debtorPhone: null },
    });
    expect(kingdeeDocuments([row({ ...values, FCANCELSTATUS: 'B' })])[0]!.state).toBe('cancelled');
    for (const status of ['Z', 'A', 'B', 'D']) {
      expect(kingdeeDocuments([row({ ...values, FDOCUMENTSTATUS: status })])[0]!.state).toBe('draft');
    }
    expect(kingdeeDocuments([row({ ...values, FALLAMOUNTFOR: -5 })])[0]!.kind).toBe('credit_note');
  });

  it('read a bill of Kingdee with a plan of payment as one bill, whatever order its lines come in', () => {
    const head = {
      FBillNo: 'AR2',
      FDOCUMENTSTATUS: 'C',
      FCANCELSTATUS: 'A',
      FALLAMOUNTFOR: 300,
      'FCURRENCYID.FCODE': 'CNY',
    };
    const customer = { 'FCUSTOMERID.FTAXREGISTERCODE': '91350100M000100Y43', 'FCUSTOMERID.FNAME': '海港' };
    const line = (FID: number, open: unknown, due: string) =>
      RECEIVABLE_KEYS.map(
        (key) =>
          ({ ...head, ...customer, FID, FNOTWRITTENOFFAMOUNTFOR: open, FENDDATE: `${due}T00:00:00` })[key as string] ??
          ' ',
      );
    const lines = [
      line(7, 100, '2026-02-01'),
      line(8, 300, '2026-02-01'),
      line(7, 90, '2026-01-15'),
      line(7, 100, '2026-09-01'),
    ];
    const [planned, plain] = kingdeeDocuments(lines);
    expect([planned!.key, planned!.totalFen, planned!.openFen]).toEqual(['7', 30_000n, 29_000n]);
    expect(plain!.instalments).toBeUndefined();
    const { row, figures, status, skip } = judgeDocument(planned!, {}, '2026-03-10');
    // Ten were paid; a hundred fall due in September and are no debt to collect yet.
    expect([status, skip]).toEqual(['open', null]);
    expect(row).toMatchObject({ principalFen: '20000', paidFen: '1000', outstandingFen: '19000', dueOn: '2026-01-15' });
    expect(figures).toEqual({ totalFen: 20_000n, paidFen: 1_000n, read: 'open' });
    const early = judgeDocument(planned!, {}, '2026-01-10');
    expect([early.skip!.code, early.recheckOn]).toEqual(['SKIPPED_NOT_DUE', '2026-01-16']);
    const [torn] = kingdeeDocuments([line(7, 100, '2026-02-01'), line(7, 'x', '2026-02-01')]);
    expect(judgeDocument(torn!, {}, '2026-03-10').skip!.code).toBe('AMOUNT_UNREADABLE');
  });
});
