import type { CellField } from './header-aliases.js';
import type { RowReasonCode } from './reasons.js';
import type { Cells } from './sheet-rows.js';
import { shownStatus } from './shown-words.policy.js';

/**
 * Rows an ERP lists but that must not be collected: not approved, cancelled, written off, dunning blocked. Status cells hold
 * codes (Kingdee document status A created, B in review, C approved, D re-review, Z saved; cancel status A no, B yes; SAP MANSP)
 * or the words of a list export. An unknown status counts as not approved: a correction is cheaper than pursuing a wrong debtor.
 */
const APPROVED =
  /^(c|已审核|已审批|审核通过|已批准|审核|approved|posted|submitted|open|unpaid|overdue|partly paid|未付款|逾期|部分付款)$/i;
const NOT_CANCELLED = /^(a|否|未作废|正常|有效|no|n|false|0|none|无)$/i;
const WRITTEN_OFF = /^(c|是|已核销|全部核销|完全核销|坏账|坏账核销|yes|y|true|1|written[ _-]?off)$/i;
const NOT_BLOCKED = /^(否|无|未冻结|正常|no|n|false|0|none)$/i;

export interface Skip {
  readonly code: RowReasonCode;
  readonly field: CellField;
  readonly value: string;
}

/** Why this row is skipped, by the first rule that applies; undefined when none does. */
export function skipOf(cells: Cells): Skip | undefined {
  const cancel = cells.cancelStatus;
  if (cancel && !NOT_CANCELLED.test(cancel)) return skip('SKIPPED_CANCELLED', 'cancelStatus', cancel);
  const status = cells.documentStatus;
  if (status && /作废|取消|cancel/i.test(status)) return skip('SKIPPED_CANCELLED', 'documentStatus', status);
  if (status && / and discounted$|^(已)?贴现$/i.test(status))
    return skip('SKIPPED_DISCOUNTED', 'documentStatus', status);
  if (status && /^(internal transfer|内部调拨|内部往来)$/i.test(status))
    return skip('SKIPPED_INTERNAL', 'documentStatus', status);
  if (status && /^(in payment|付款中)$/i.test(status)) return skip('SKIPPED_IN_PAYMENT', 'documentStatus', status);
  const isWrittenOff = status && /^(written[ _-]?off|已核销|坏账)$/i.test(status);
  if (isWrittenOff) return skip('SKIPPED_WRITTEN_OFF', 'documentStatus', status);
  if (status && !APPROVED.test(status)) return skip('SKIPPED_UNAPPROVED', 'documentStatus', status);
  const written = cells.writeOffStatus;
  if (written && WRITTEN_OFF.test(written)) return skip('SKIPPED_WRITTEN_OFF', 'writeOffStatus', written);
  const block = cells.dunningBlock;
  if (block && !NOT_BLOCKED.test(block)) return skip('SKIPPED_DUNNING_BLOCKED', 'dunningBlock', block);
  return undefined;
}

const TOTAL = /^(合计|总计|小计|本页合计|total|grand total|subtotal)[:：]?$/i;

/** The line of totals at the end of a list export: its label is in one of the cells that identify the document. */
export function isTotalRow(cells: Cells): boolean {
  const label = cells.externalRef ?? cells.debtorName ?? cells.invoicedOn ?? cells.dueOn;
  return label !== undefined && TOTAL.test(label);
}

function skip(code: RowReasonCode, field: CellField, value: string): Skip {
  return { code, field, value: shownStatus(value) };
}
