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

/** One row of `ExecuteBillQuery`: values without names, in the order of RECEIVABLE_KEYS. Pure. */
export function kingdeeDocument(row: readonly unknown[]): ErpDocument {
  const at = (key: Key) => row[RECEIVABLE_KEYS.indexOf(key)];
  const totalFen = fenOf(at('FALLAMOUNTFOR'));
  return {
    key: keyOf(at('FID')),
    number: textOf(at('FBillNo')),
    // A negative receivable (红字) reverses an earlier one.
    kind: totalFen !== undefined && totalFen < 0n ? 'credit_note' : 'invoice',
    state: stateOf(at('FDOCUMENTSTATUS'), at('FCANCELSTATUS')),
    blocked: false,
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
  };
}

/** `FDOCUMENTSTATUS`: Z saved, A created, B under review, C reviewed, D to be reviewed again. `FCANCELSTATUS`: A no, B yes. */
function stateOf(document: unknown, cancel: unknown): ErpDocument['state'] {
  if (cancel === 'B') return 'cancelled';
  return document === 'C' ? 'posted' : 'draft';
}
