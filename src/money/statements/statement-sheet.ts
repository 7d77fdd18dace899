import { type Locale, publicId, type Texts } from '../../kernel/index.js';
import type { ColumnKind, Sheet, SheetCell } from '../../platform/sheets/index.js';
import { inCapitals } from './capitals.policy.js';
import type { LineKind, ReceivedByProvider } from './statement.policy.js';
import type { LabelledStatement } from './statement-labels.js';
import { TAX_PROFILE, type VatMissing, type VatPart } from './vat.policy.js';

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

type Item = LineKind | 'opening' | 'closing' | 'capitals' | 'gross' | 'net' | 'received_commission' | 'sales' | 'vat';

const ITEMS: Record<Item, Texts> = {
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
  capitals: { en: 'Closing balance in capitals', zh: '期末余额（大写）' },
  sales: { en: 'Commission without value added tax', zh: '佣金销售额（不含税）' },
  vat: { en: 'Value added tax in commission', zh: '佣金所含增值税额' },
};

const MISSING: Record<VatMissing, Texts> = {
  profile_not_stated: { en: 'Tax profile not stated: commission', zh: '未申明计税身份：佣金' },
  rate_not_set: { en: 'Rate of value added tax not set: commission', zh: '增值税税率尚未设定：佣金' },
};

const PARTIES: Record<'creditor' | 'provider', Texts> = {
  creditor: { en: 'creditor', zh: '债权人' },
  provider: { en: 'provider', zh: '服务方' },
};

/** A statement as a table in the caller's language: opening balance, lines with the balance after each, the sums, and the tax. */
export function statementSheet(
  figures: Pick<LabelledStatement, 'openingFen' | 'closingFen' | 'lines' | 'vat'>,
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
  const capitals = inCapitals(figures.closingFen);
  return {
    name: inLanguage({ en: 'Statement', zh: '对账单' }),
    columns: COLUMNS.map(({ kind, ...header }) => ({ header: inLanguage(header), kind })),
    rows: [
      sum(ITEMS.opening, null, figures.openingFen),
      ...rows,
      sum(ITEMS.closing, null, figures.closingFen),
      sum(said(ITEMS.capitals, { en: capitals, zh: capitals }), null, null),
      sum(ITEMS.gross, received.grossFen, null),
      sum(ITEMS.received_commission, received.commissionFen, null),
      sum(ITEMS.net, received.netFen, null),
      ...taxLines(figures.vat).map(([texts, amount]) => sum(texts, amount, null)),
    ],
  };
}

/** The tax in a provider's commission, part by part; where nothing is known, what is missing and since when nothing can be said. */
function taxLines(vat: LabelledStatement['vat']): (readonly [Texts, bigint | null])[] {
  if (!vat) return [];
  if (vat.parts.length === 0) return vat.missing ? [[MISSING[vat.missing], null]] : [];
  return vat.parts.flatMap((part) => {
    if (part.missing) return [[MISSING[part.missing], part.priceFen] as const];
    return [
      [said(ITEMS.sales, profileWords(part)), part.salesFen] as const,
      [said(ITEMS.vat, profileWords(part)), part.vatFen] as const,
    ];
  });
}

function profileWords({ profile, rateBps }: VatPart): Texts {
  const rate = `${(rateBps ?? 0) / 100} %`;
  const code = profile ?? 'exempt';
  return { en: `${TAX_PROFILE.say(code, 'en')}, ${rate}`, zh: `${TAX_PROFILE.say(code, 'zh-CN')} ${rate}` };
}

function said(item: Texts, more: Texts): Texts {
  return { en: `${item.en}: ${more.en}`, zh: `${item.zh}：${more.zh}` };
}
