import type { CellField, Cells } from './header-aliases.js';
import type { RowReasonCode } from './reasons.js';
import { shownStatus } from './shown-words.policy.js';

/**
 * Rows an ERP lists but that must not be collected: not approved, cancelled, written off, dunning blocked. Status cells hold
 * codes (Kingdee document status A created, B in review, C approved, D re-review, Z saved; cancel status A no, B yes; SAP MANSP)
 * or the words of a list export. An unknown status counts as not approved: a correction is cheaper than pursuing a wrong debtor.
 */
const APPROVED =
  /^(c|已审核|已审批|审核通过|已批准|审核|approved|posted|submitted|open|unpaid|not paid|overdue|partly paid|partially paid|partial|未付款|未收款|逾期|部分付款|部分收款)$/i;
/** Words of a status that say more than "not approved"; the same as the connectors read in the field itself. */
const ENDED: readonly (readonly [words: RegExp, code: RowReasonCode])[] = [
  [/作废|取消|cancel/i, 'SKIPPED_CANCELLED'],
  [/^(return|credit note|退货|红字发票|红字)$/i, 'SKIPPED_CREDIT_NOTE'],
  [/^(credit note issued|reversed|已?红冲|已冲销)$/i, 'SKIPPED_REVERSED'],
  [/ and discounted$|^(已)?贴现$/i, 'SKIPPED_DISCOUNTED'],
  [/^(internal transfer|内部调拨|内部往来)$/i, 'SKIPPED_INTERNAL'],
  [/^(in payment|付款中)$/i, 'SKIPPED_IN_PAYMENT'],
  [/^(blocked|已?冻结)$/i, 'SKIPPED_DUNNING_BLOCKED'],
  [/^invoicing( app)? legacy$/i, 'SKIPPED_PAYMENT_UNCLEAR'],
  [/^(written[ _-]?off|已核销|坏账)$/i, 'SKIPPED_WRITTEN_OFF'],
];
/** Nothing should be open of it: its amounts decide whether that is so. */
const PAID = /^(paid|settled|已?付清|已付款|已收款|已?结清)$/i;
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
  const status = cells.documentStatus?.replaceAll('_', ' ');
  const ended = status && ENDED.find(([words]) => words.test(status));
  if (ended) return skip(ended[1], 'documentStatus', status);
  if (status && !APPROVED.test(status) && !PAID.test(status))
    return skip('SKIPPED_UNAPPROVED', 'documentStatus', status);
  const written = cells.writeOffStatus;
  if (written && WRITTEN_OFF.test(written)) return skip('SKIPPED_WRITTEN_OFF', 'writeOffStatus', written);
  const block = cells.dunningBlock;
  if (block && !NOT_BLOCKED.test(block)) return skip('SKIPPED_DUNNING_BLOCKED', 'dunningBlock', block);
  return undefined;
}

/** Paid by its status and open by its amounts: whoever is asked for the rest may have paid it. */
export function unclearSkipOf({ documentStatus: status }: Cells): Skip | undefined {
  return status && PAID.test(status) ? skip('SKIPPED_PAYMENT_UNCLEAR', 'documentStatus', status) : undefined;
}

/** `小计`, `合 计：`, `本页合计(元)`, `总计 12 笔`, `共12条`, `承前页`, `Sub-total`, `Grand Total:`. */
const TOTAL =
  /^(?:(?:本|当|该)?(?:页|月|年|季度?|期|日|次|组|类|批|户|客户|部门|公司|项目|小区|以上|全部|所有|应收|期末|期初|人民币)?(?:小计|合计|总计|共计|累计|总和|总额|汇总|小計|合計|總計|共計|累計)(?:数|金额|大写)?|总金额|总数|共(?=\d)|[过转]次页|承前页|(?:sub|grand|page|overall|running)?-?totals?(?:amount|due|open)?|sum|(?:carried|brought)forward)(?:\(.{0,10}\))?:?(?:\d{1,7}[笔条行户项张个]?)?$/i;
/** The name of whom or what is added up stands before or behind it: `江城海港公司 小计`. No debtor is called so. */
const TOTAL_OF =
  /(?:小计|合计|总计|小計|合計|總計|[\s\-_:]sub-?total):?$|^(?:[小合总]计[\s:]|sub-?totals? (?:for|of)\b)/i;
/** A debtor's name may begin or end with these words, a reference does not. */
const TOTAL_WORD = /^(?:grand )?totals?\b|\btotals?:?$/i;

/**
 * The line of totals of a list export: its label is in one of the cells that identify the document or, where they are empty, in any cell
 * of the row, such as that of the running number.
 */
export function isTotalRow({ externalRef, debtorName }: Cells, row: readonly string[]): boolean {
  if (externalRef === undefined && debtorName === undefined) return row.some((cell) => isTotal(cell));
  return isTotal(externalRef, TOTAL_WORD) || isTotal(debtorName, externalRef === undefined ? TOTAL_WORD : undefined);
}

function isTotal(label: string | undefined, word?: RegExp): boolean {
  if (!label || label.length > MOST_LABEL || !MAY_BE_TOTAL.test(label)) return false;
  const text = label.normalize('NFKC').trim();
  return TOTAL.test(text.replace(/[\s*【】[\]]/g, '')) || TOTAL_OF.test(text) || word?.test(text) === true;
}

const MOST_LABEL = 200;
/** One fast test for the cells of most rows. */
const MAY_BE_TOTAL = /[计計总總共次页汇]|total|sum|forward|[\uff21-\uff5a]/i;

function skip(code: RowReasonCode, field: CellField, value: string): Skip {
  return { code, field, value: shownStatus(value) };
}
