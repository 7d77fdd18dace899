import { isDeepStrictEqual } from 'node:util';
import { type Fen, sumFen } from '../../kernel/index.js';
import { fenOf, isNegative, keyOf, textOf } from './erp-amounts.js';
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

/** What was paid is what the lines say of it, so that a line that is missing contradicts the total instead of being paid. */
function billFrom(rows: readonly Row[]): ErpDocument {
  const [head, ...others] = rows.map(headOf);
  const lines = rows.map(lineOf);
  const openFen = sumOf(lines.map((line) => line.openFen));
  const plannedFen = sumOf(lines.map(({ amountFen }) => amountFen ?? undefined));
  const paid = openFen === undefined || plannedFen === undefined ? {} : { paidFen: plannedFen - openFen };
  const hold = lines.some(isUnclear) ? 'SKIPPED_PAYMENT_UNCLEAR' : null;
  const bill: ErpDocument = { ...head!, openFen, ...paid, hold };
  if (others.length === 0) return { ...bill, dueOn: lines[0]!.dueOn };
  // Rows of one bill whose heads differ are no bill.
  const isOne = others.every((other) => isDeepStrictEqual(other, head));
  const currencies = new Set([head!, ...others].map(({ currency }) => currency ?? '?'));
  const currency = currencies.size === 1 ? head!.currency : [...currencies].join('/');
  return { ...bill, currency, totalFen: isOne ? head!.totalFen : undefined, instalments: lines };
}

/** Undefined when one of them is. */
function sumOf(amounts: readonly (Fen | undefined)[]): Fen | undefined {
  const read = amounts.filter((one) => one !== undefined);
  return read.length === amounts.length ? sumFen(read) : undefined;
}

const cellOf = (row: Row, key: Key) => row[RECEIVABLE_KEYS.indexOf(key)];

/** Old releases do not say what a line of the plan was about. `FWRITTENOFFSTATUS`: A not settled, B in part, C in full. */
function lineOf(row: Row) {
  const dueOn = dayOf(cellOf(row, 'FENDDATE'));
  const amount = cellOf(row, 'FPAYAMOUNTFOR');
  const amountFen = textOf(amount) === null ? null : fenOf(amount);
  // A head without a plan is a row too: of nothing, nothing is settled.
  const isLine = dueOn !== null || amountFen !== null;
  return {
    ...{ dueOn, amountFen },
    openFen: isLine ? fenOf(cellOf(row, 'FNOTWRITTENOFFAMOUNTFOR')) : undefined,
    settled: cellOf(row, 'FWRITTENOFFSTATUS') === 'C',
  };
}

/** Settled in full, and something of it open. */
const isUnclear = ({ settled, openFen }: ReturnType<typeof lineOf>) => settled && openFen !== 0n;

/** One row: values without names, in the order of RECEIVABLE_KEYS. */
function headOf(row: Row): ErpDocument {
  const at = (key: Key) => cellOf(row, key);
  const totalFen = fenOf(at('FALLAMOUNTFOR'));
  return {
    key: keyOf(at('FID')),
    number: textOf(at('FBillNo')),
    // A negative receivable (红字) reverses an earlier one.
    kind: isNegative(totalFen) ? 'credit_note' : 'invoice',
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
