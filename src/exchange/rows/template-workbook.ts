import ExcelJS from 'exceljs';
import type { Locale } from '../../kernel/index.js';
import {
  headerIn,
  INSTRUCTION_SHEETS,
  TEMPLATE_COLUMNS,
  TEMPLATE_SHEETS,
  type TemplateColumn,
} from './template-columns.js';

/** Rows with drop-down lists and checks; rows below work too, without them. */
const VALIDATED_ROWS = 5_000;

const STYLES: Readonly<Record<TemplateColumn['kind'], { width: number; style: { numFmt: string } }>> = {
  text: { width: 22, style: { numFmt: '@' } },
  yuan: { width: 14, style: { numFmt: '#,##0.00' } },
  day: { width: 13, style: { numFmt: 'yyyy-mm-dd' } },
  rate: { width: 12, style: { numFmt: '0.00' } },
};

/** Restrictions of cells; the library accepts ranges, but its types do not declare them. */
interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void;
}

/** The template as a workbook: one sheet to fill in (frozen header, formatted cells, drop-down lists) and one of instructions. */
export async function templateWorkbook(locale: Locale, sample: readonly string[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const chinese = locale === 'zh-CN';
  const form = book.addWorksheet(TEMPLATE_SHEETS[chinese ? 0 : 1], { views: [{ state: 'frozen', ySplit: 1 }] });
  form.columns = TEMPLATE_COLUMNS.map(({ kind }) => ({ ...STYLES[kind] }));
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
    const range = `${letter}2:${letter}${VALIDATED_ROWS + 1}`;
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
  const sheet = book.addWorksheet(INSTRUCTION_SHEETS[chinese ? 0 : 1]);
  sheet.columns = [{ width: 30 }, { width: 12 }, { width: 80 }];
  sheet.addRow(chinese ? ['列', '必填', '说明'] : ['Column', 'Required', 'Meaning']).font = { bold: true };
  for (const column of TEMPLATE_COLUMNS) {
    const { required, choices, hint } = column;
    const words = choices ? ` (${(chinese ? choices.zh : choices.en).join(' / ')})` : '';
    const needed = required ? (chinese ? '是' : 'yes') : '';
    sheet.addRow([headerIn(locale, column), needed, `${chinese ? hint.zh : hint.en}${words}`]);
  }
  const notes = chinese
    ? [
        '每行一笔债务或其一笔明细（单号相同的行合为一个案件），最多 50,000 行、10 MB。示例行不会被处理，可直接删除。',
        '请勿使用公式：公式单元格会被拒绝，请粘贴为数值。',
        '金额单位为元，最多两位小数；超长号码请保持文本格式。',
      ]
    : [
        'One debt per row, or one line of it: rows with the same reference are one case. At most 50,000 rows and 10 MB. The sample row is ignored; you may delete it.',
        'Do not use formulas: rows with formulas are refused. Paste values instead.',
        'Amounts are in yuan with at most two decimals; format long numbers as text.',
      ];
  sheet.addRow([]);
  for (const note of notes) sheet.addRow([note]);
}
