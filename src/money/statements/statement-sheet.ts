import { type Locale, publicId, type Texts } from '../../kernel/index.js';
import type { ColumnKind, Sheet, SheetCell } from '../../platform/sheets/index.js';
import type { LineKind, ReceivedByProvider } from './statement.policy.js';
import type { LabelledStatement } from './statement-labels.js';

const COLUMNS: readonly (Texts & { kind: ColumnKind })[] = [
  { en: 'Time (China)', zh: '时间（北京）', kind: 'instant' },
  { en: 'Item', zh: '项目', kind: 'text' },
  { en: 'Case number', zh: '案件编号', kind: 'text' },
  { en: 'External reference', zh: '外部单号', kind: 'text' },
  { en: 'Counterparty', zh: '对方名称', kind: 'text' },
  { en: 'Case', zh: '案件', kind: 'text' },
  { en: 'Reference', zh: '关联编号', kind: 'text' },
  { en: 'Repaid (CNY)', zh: '回款金额（元）', kind: 'yuan' },
  { en: 'Received by', zh: '收款方', kind: 'text' },
  { en: 'Amount (CNY)', zh: '金额（元）', kind: 'yuan' },
  { en: 'Balance (CNY)', zh: '余额（元）', kind: 'yuan' },
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

/** A statement as a table in the caller's language: opening balance, lines with the balance after each, and the sums. */
export function statementSheet(
  figures: Pick<LabelledStatement, 'openingFen' | 'closingFen' | 'lines'>,
  received: ReceivedByProvider,
  referenceOf: (kind: LineKind, id: string) => string,
  locale: Locale,
): Sheet {
  const inLanguage = (texts: Texts) => (locale === 'zh-CN' ? texts.zh : texts.en);
  let balance = figures.openingFen;
  const rows = figures.lines.map((line): SheetCell[] => {
    balance += line.amountFen;
    return [
      line.occurredAt,
      inLanguage(ITEMS[line.kind]),
      line.caseNumber,
      line.externalRef,
      line.counterpartyName,
      line.caseId ? publicId('case', line.caseId) : null,
      referenceOf(line.kind, line.referenceId),
      line.repaidFen,
      line.payee && inLanguage(PARTIES[line.payee]),
      line.amountFen,
      balance,
    ];
  });
  const sum = (texts: Texts, amount: bigint | null, balanced: bigint | null): SheetCell[] => [
    ...[null, inLanguage(texts), null, null, null, null, null, null, null],
    ...[amount, balanced],
  ];
  return {
    name: inLanguage({ en: 'Statement', zh: '对账单' }),
    columns: COLUMNS.map(({ kind, ...header }) => ({ header: inLanguage(header), kind })),
    rows: [
      sum(ITEMS.opening, null, figures.openingFen),
      ...rows,
      sum(ITEMS.closing, null, figures.closingFen),
      sum(ITEMS.gross, received.grossFen, null),
      sum(ITEMS.received_commission, received.commissionFen, null),
      sum(ITEMS.net, received.netFen, null),
    ],
  };
}
