import type { Fen } from '../../kernel/index.js';
import { fenOf, keyOf, textOf } from './erp-amounts.js';
import type { ErpDocument } from './erp-client.js';
import { dayOf } from './stamps.js';

/** The requested fields of `AR_receivable`, in the order of the values in each row of the answer. */
export const RECEIVABLE_KEYS = [
  'FID',
  'FBillNo',
  'FDATE',
  'FENDDATE',
  'FDOCUMENTSTATUS',
  'FCANCELSTATUS',
  'FWRITTENOFFSTATUS',
  'FALLAMOUNTFOR',
  'FPAYAMOUNTFOR',
  'FNOTWRITTENOFFAMOUNTFOR',
  'FCURRENCYID.FCODE',
  'FCUSTOMERID.FNAME',
  'FCUSTOMERID.FSOCIALCRECODE',
  'FCUSTOMERID.FTAXREGISTERCODE',
  'FCUSTOMERID.FTEL',
  'FCUSTOMERID.FADDRESS',
  'FSALEORGID.FNUMBER',
] as const;

type Key = (typeof RECEIVABLE_KEYS)[number];

/** The key of the bill that a row of `ExecuteBillQuery` belongs to. */
export function billOf(row: Row): string {
  return String(row[RECEIVABLE_KEYS.indexOf('FID')]);
}

type Row = readonly unknown[];

/**
 * The bills of an answer of `ExecuteBillQuery`. A bill has one row for each line of its plan of payment: the head (number, total,
 * customer) is the same in all of them; `FENDDATE`, `FPAYAMOUNTFOR` and `FNOTWRITTENOFFAMOUNTFOR` are the line's own. Pure.
 */
export function kingdeeDocuments(rows: readonly Row[]): ErpDocument[] {
  const bills = new Map<string, Row[]>();
  for (const row of rows) {
    const lines = bills.get(billOf(row)) ?? [];
    bills.set(billOf(row), [...lines, row]);
  }
  return [...bills.values()].map(billFrom);
}

function billFrom(rows: readonly Row[]): ErpDocument {
  const [head, ...others] = rows.map(headOf);
  const lines = rows.map(lineOf);
  if (others.length === 0) return { ...head!, openFen: lines[0]!.openFen, dueOn: lines[0]!.dueOn };
  const isOne = others.every(({ totalFen, number }) => totalFen === head!.totalFen && number === head!.number);
  const openFen = lines.reduce<Fen | undefined>(
    (sum, line) => (sum === undefined || line.openFen === undefined ? undefined : sum + line.openFen),
    0n,
  );
  return { ...head!, totalFen: isOne ? head!.totalFen : undefined, openFen, instalments: lines };
}

const cellOf = (row: Row, key: Key) => row[RECEIVABLE_KEYS.indexOf(key)];

/** Old releases do not say what a line of the plan was about. */
function lineOf(row: Row) {
  const amount = cellOf(row, 'FPAYAMOUNTFOR');
  return {
    dueOn: dayOf(cellOf(row, 'FENDDATE')),
    amountFen: textOf(amount) === null ? null : fenOf(amount),
    openFen: fenOf(cellOf(row, 'FNOTWRITTENOFFAMOUNTFOR')),
  };
}

/** One row: values without names, in the order of RECEIVABLE_KEYS. */
function headOf(row: Row): ErpDocument {
  const at = (key: Key) => cellOf(row, key);
  const totalFen = fenOf(at('FALLAMOUNTFOR'));
  return {
    key: keyOf(at('FID')),
    number: textOf(at('FBillNo')),
    // A negative receivable (红字) reverses an earlier one.
    kind: totalFen !== undefined && totalFen < 0n ? 'credit_note' : 'invoice',
    state: stateOf(at('FDOCUMENTSTATUS'), at('FCANCELSTATUS')),
    hold: null,
    currency: textOf(at('FCURRENCYID.FCODE')),
    totalFen,
    ...{ openFen: undefined, dueOn: undefined },
    invoicedOn: dayOf(at('FDATE')),
    debtorName: textOf(at('FCUSTOMERID.FNAME')),
    debtorIdNumber: textOf(at('FCUSTOMERID.FSOCIALCRECODE')) ?? textOf(at('FCUSTOMERID.FTAXREGISTERCODE')),
    debtorPhone: textOf(at('FCUSTOMERID.FTEL')),
    debtorAddress: textOf(at('FCUSTOMERID.FADDRESS')),
    contractNumber: null,
    company: textOf(at('FSALEORGID.FNUMBER')),
  };
}

/** `FDOCUMENTSTATUS`: Z saved, A created, B under review, C reviewed, D to be reviewed again. `FCANCELSTATUS`: A no, B yes. */
function stateOf(document: unknown, cancel: unknown): ErpDocument['state'] {
  if (cancel === 'B') return 'cancelled';
  return document === 'C' ? 'posted' : 'draft';
}
