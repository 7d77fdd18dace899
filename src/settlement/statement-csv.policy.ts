import { type Locale, publicId, type Texts, yuanFromFen } from '../kernel/index.js';
import type { LineKind, ReceivedByProvider, StatementFigures } from './statement.policy.js';

const HEADERS: readonly Texts[] = [
  { en: 'Time (China)', zh: '时间（北京）' },
  { en: 'Item', zh: '项目' },
  { en: 'Case', zh: '案件' },
  { en: 'Reference', zh: '关联编号' },
  { en: 'Repaid (CNY)', zh: '回款金额（元）' },
  { en: 'Received by', zh: '收款方' },
  { en: 'Amount (CNY)', zh: '金额（元）' },
  { en: 'Balance (CNY)', zh: '余额（元）' },
];

const ITEMS: Record<LineKind | 'opening' | 'closing' | 'gross' | 'net' | 'received_commission', Texts> = {
  commission: { en: 'Commission', zh: '佣金' },
  service_fee: { en: 'Service fee', zh: '平台服务费' },
  commission_reversal: { en: 'Commission taken back', zh: '佣金冲回' },
  service_fee_reversal: { en: 'Service fee taken back', zh: '平台服务费冲回' },
  commission_adjustment: { en: 'Commission adjusted', zh: '佣金调整' },
  service_fee_adjustment: { en: 'Service fee adjusted', zh: '平台服务费调整' },
  payout: { en: 'Payout', zh: '付款' },
  payout_returned: { en: 'Payout returned', zh: '付款退回' },
  creditor_payment: { en: 'Payment received', zh: '债权人付款' },
  opening: { en: 'Opening balance', zh: '期初余额' },
  closing: { en: 'Closing balance', zh: '期末余额' },
  gross: { en: 'Received by provider, gross', zh: '服务方代收总额' },
  received_commission: { en: 'Received by provider, commission', zh: '服务方代收佣金' },
  net: { en: 'Received by provider, net', zh: '服务方代收净额' },
};

const PARTIES: Record<'creditor' | 'provider', Texts> = {
  creditor: { en: 'creditor', zh: '债权人' },
  provider: { en: 'provider', zh: '服务方' },
};

/** A byte order mark, by which spreadsheet programs know that the file is UTF-8. */
const BOM = '\uFEFF';

/** A statement as CSV (RFC 4180, CRLF) with a byte order mark; words in the reader's language, amounts in yuan. */
export function statementCsv(
  figures: StatementFigures,
  received: ReceivedByProvider,
  referenceOf: (kind: LineKind, id: string) => string,
  locale: Locale,
): string {
  const say = (texts: Texts) => (locale === 'zh-CN' ? texts.zh : texts.en);
  let balance = figures.openingFen;
  const rows = figures.lines.map((line) => {
    balance += line.amountFen;
    return [
      timeInChina(line.occurredAt),
      say(ITEMS[line.kind]),
      line.caseId ? publicId('case', line.caseId) : '',
      referenceOf(line.kind, line.referenceId),
      line.repaidFen === null ? '' : yuanFromFen(line.repaidFen),
      line.payee ? say(PARTIES[line.payee]) : '',
      yuanFromFen(line.amountFen),
      yuanFromFen(balance),
    ];
  });
  const sum = (texts: Texts, amount: bigint, balanced = true) => [
    '',
    say(texts),
    '',
    '',
    '',
    '',
    balanced ? '' : yuanFromFen(amount),
    balanced ? yuanFromFen(amount) : '',
  ];
  const table = [
    HEADERS.map(say),
    sum(ITEMS.opening, figures.openingFen),
    ...rows,
    sum(ITEMS.closing, figures.closingFen),
    sum(ITEMS.gross, received.grossFen, false),
    sum(ITEMS.received_commission, received.commissionFen, false),
    sum(ITEMS.net, received.netFen, false),
  ];
  return BOM + table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * One CSV cell. Text that a spreadsheet would take for a formula is marked as text; a plain negative amount is none and
 * stays a number.
 */
export function csvCell(text: string): string {
  const plain = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !plain && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function timeInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
