import type { Language } from './words.js';

interface Row {
  rowNumber: number;
  externalRef: string | null;
  outcome: string;
  caseId: string | null;
  reasons: readonly { code: string; field: string; en: string; zh: string }[];
}

const HEAD = ['row', 'externalRef', 'outcome', 'caseId', 'codes', 'reasons'];
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** What became of each row, as CSV that a spreadsheet opens in the right encoding. */
export async function rowsAsCsv(rows: AsyncIterable<Row>, language: Language): Promise<string> {
  const lines = [HEAD.join(',')];
  for await (const { rowNumber, externalRef, outcome, caseId, reasons } of rows) {
    const words = reasons.map((reason) => (language === 'en' ? reason.en : reason.zh)).join(' ');
    const codes = reasons.map(({ code }) => code).join(' ');
    lines.push([String(rowNumber), externalRef ?? '', outcome, caseId ?? '', codes, words].map(cell).join(','));
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
