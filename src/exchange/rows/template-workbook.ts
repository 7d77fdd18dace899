import ExcelJS from 'exceljs';
import type { Locale } from '../../kernel/index.js';
import { headerIn, TEMPLATE_COLUMNS, TEMPLATE_SHEETS, type TemplateColumn } from './template-columns.js';

/** Rows the sheet helps to fill in; below it takes rows as well, only without lists to choose from. */
const HELPED_ROWS = 5_000;

const FORMATS: Readonly<Record<TemplateColumn['kind'], string>> = {
  text: '@',
  yuan: '#,##0.00',
  day: 'yyyy-mm-dd',
  rate: '0.00',
};
const WIDTHS: Readonly<Record<TemplateColumn['kind'], number>> = { text: 22, yuan: 14, day: 13, rate: 12 };

/** What a sheet lets people enter; the library has ranges but does not say so. */
interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/**
 * The form as a workbook: one sheet to fill in (header frozen, cells formatted, lists to choose from) and one that explains it.
 */
export async function templateWorkbook(locale: Locale, sample: readonly string[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const chinese = locale === 'zh-CN';
  const form = book.addWorksheet(TEMPLATE_SHEETS[chinese ? 0 : 1], { views: [{ state: 'frozen', ySplit: 1 }] });
  form.columns = TEMPLATE_COLUMNS.map(({ kind }) => ({ width: WIDTHS[kind], style: { numFmt: FORMATS[kind] } }));
  const header = form.addRow(TEMPLATE_COLUMNS.map((column) => headerIn(locale, column)));
  header.font = { bold: true };
  TEMPLATE_COLUMNS.forEach(({ required }, at) => {
    if (required) header.getCell(at + 1).font = { bold: true, color: { argb: 'FFC00000' } };
  });
  form.addRow(TEMPLATE_COLUMNS.map(({ kind }, at) => cellOf(kind, sample[at]!))).font = { italic: true };
  restrict(form, chinese);
  explain(book, locale, chinese);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function cellOf(kind: TemplateColumn['kind'], text: string): string | number | Date | null {
  if (text === '') return null;
  if (kind === 'day') return new Date(`${text}T00:00:00Z`);
  return kind === 'text' ? text : Number.parseFloat(text);
}

function restrict(form: ExcelJS.Worksheet, chinese: boolean): void {
  const validations = (form as unknown as { dataValidations: Validations }).dataValidations;
  TEMPLATE_COLUMNS.forEach(({ choices, kind }, at) => {
    const letter = form.getColumn(at + 1).letter;
    const range = `${letter}2:${letter}${HELPED_ROWS + 1}`;
    const common = { allowBlank: true, showErrorMessage: true };
    if (choices) {
      const list = chinese ? choices.zh : choices.en;
      validations.add(range, { ...common, type: 'list', formulae: [`"${list.join(',')}"`] });
    } else if (kind === 'yuan') {
      validations.add(range, { ...common, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] });
    } else if (kind === 'rate') {
      validations.add(range, { ...common, type: 'decimal', operator: 'between', formulae: [0, 100] });
    }
  });
}

function explain(book: ExcelJS.Workbook, locale: Locale, chinese: boolean): void {
  const sheet = book.addWorksheet(chinese ? '填写说明' : 'Instructions');
  sheet.columns = [{ width: 30 }, { width: 12 }, { width: 80 }];
  sheet.addRow(chinese ? ['列', '必填', '说明'] : ['Column', 'Required', 'What it is']).font = { bold: true };
  for (const column of TEMPLATE_COLUMNS) {
    const { required, choices, hint } = column;
    const words = choices ? ` (${(chinese ? choices.zh : choices.en).join(' / ')})` : '';
    sheet.addRow([
      headerIn(locale, column),
      required ? (chinese ? '是' : 'yes') : '',
      `${chinese ? hint.zh : hint.en}${words}`,
    ]);
  }
  const notes = chinese
    ? [
        '每行一笔债务，最多 50,000 行、10 MB。示例行不会被处理，可直接删除。',
        '请勿使用公式：公式单元格会被拒绝，请粘贴为数值。',
        '金额单位为元，最多两位小数；超长号码请保持文本格式。',
      ]
    : [
        'One debt per row, at most 50,000 rows and 10 MB. The sample row is never carried out; delete it or leave it.',
        'No formulas: such cells are refused, so paste them as values.',
        'Amounts are in yuan with at most two decimals; keep long numbers as text.',
      ];
  sheet.addRow([]);
  for (const note of notes) sheet.addRow([note]);
}
