import { Injectable } from '@nestjs/common';
import { DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN, SERVICE_LINE } from '../../casework/admission/index.js';
import { addDays, Clock, type Day, type Locale } from '../../kernel/index.js';
import { type SheetFormat, writeSheet } from '../../platform/sheets/index.js';
import { headerIn, SAMPLE_REFERENCE, TEMPLATE_COLUMNS, TEMPLATE_SHEETS } from './template-columns.js';
import { templateWorkbook } from './template-workbook.js';

/** The template for receivables with one sample row, in Chinese or English. */
@Injectable()
export class Templates {
  private readonly made = new Map<string, Promise<Buffer>>();

  constructor(private readonly clock: Clock) {}

  /** Cached for a day: the days of the sample are relative to today. */
  file(format: SheetFormat, locale: Locale): Promise<Buffer> {
    const today = this.clock.today();
    const key = `${format} ${locale} ${today}`;
    const known = this.made.get(key);
    if (known) return known;
    if (this.made.size >= 4) this.made.clear();
    const made = format === 'csv' ? csv(locale, today) : templateWorkbook(locale, sampleRow(locale, today));
    this.made.set(key, made);
    return made;
  }
}

async function csv(locale: Locale, today: Day): Promise<Buffer> {
  const columns = TEMPLATE_COLUMNS.map((column) => ({ header: headerIn(locale, column), kind: 'text' as const }));
  const rows = [sampleRow(locale, today)];
  const chunks: Buffer[] = [];
  for await (const chunk of writeSheet('csv', { name: TEMPLATE_SHEETS[0], columns, rows })) {
    chunks.push(Buffer.from(chunk as Buffer));
  }
  return Buffer.concat(chunks);
}

const EVIDENCE = ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'] as const;

/** A receivable that is valid except for its reference. */
function sampleRow(locale: Locale, today: Day): string[] {
  const chinese = locale === 'zh-CN';
  const cells: Partial<Record<(typeof TEMPLATE_COLUMNS)[number]['field'], string>> = {
    externalRef: SAMPLE_REFERENCE,
    contractNumber: 'HT-2026-001',
    debtorKind: DEBTOR_KIND.say('enterprise', locale),
    debtorName: chinese ? '示例贸易有限公司（请删除本行）' : 'Sample Trading Ltd (delete this row)',
    debtorIdNumber: '91350100M000100Y43',
    region: chinese ? '福建省福州市' : '350100',
    principal: '12000.00',
    penalty: '0.00',
    paid: '2000.00',
    outstanding: '10000.00',
    dueOn: addDays(today, -90),
    invoicedOn: addDays(today, -120),
    evidence: EVIDENCE.map((kind) => EVIDENCE_KIND.say(kind, locale)).join(' '),
    legalOrigin: LEGAL_ORIGIN.say('trade', locale),
    serviceLine: SERVICE_LINE.say('agency_dunning', locale),
    commission: '15',
  };
  return TEMPLATE_COLUMNS.map(({ field }) => cells[field] ?? '');
}
