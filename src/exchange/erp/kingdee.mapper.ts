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
export function billOf(row: readonly unknown[]): string {
  return String(row[RECEIVABLE_KEYS.indexOf('FID')]);
}

/**
 * The bills of an answer of `ExecuteBillQuery`. A bill has one row for each line of its plan of payment: the head (number, total,
 * customer) is the same in all of them, what is open and when it is due is the line's own. Pure.
 */
export function kingdeeDocuments(rows: readonly (readonly unknown[])[]): ErpDocument[] {
  const bills = new Map<string, ErpDocument[]>();
  for (const row of rows) {
    const lines = bills.get(billOf(row)) ?? [];
    bills.set(billOf(row), [...lines, lineOf(row)]);
  }
  return [...bills.values()].map(billFrom);
}

function billFrom(lines: readonly ErpDocument[]): ErpDocument {
  const head = lines[0]!;
  if (lines.length === 1) return head;
  const isOne = lines.every(({ totalFen, number }) => totalFen === head.totalFen && number === head.number);
  const openFen = lines.reduce<Fen | undefined>(
    (sum, line) => (sum === undefined || line.openFen === undefined ? undefined : sum + line.openFen),
    0n,
  );
  const instalments = lines.map(({ openFen: open, dueOn }) => ({ openFen: open, dueOn }));
  return { ...head, totalFen: isOne ? head.totalFen : undefined, openFen, instalments };
}

/** One row: values without names, in the order of RECEIVABLE_KEYS. */
function lineOf(row: readonly unknown[]): ErpDocument {
  const at = (key: Key) => row[RECEIVABLE_KEYS.indexOf(key)];
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
    openFen: fenOf(at('FNOTWRITTENOFFAMOUNTFOR')),
    dueOn: dayOf(at('FENDDATE')),
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
