import { HEADER_KEYS, readHeaders } from '../../src/exchange/rows/headers.js';
import { mapJsonRow } from '../../src/exchange/rows/json-row.js';
import { mapRow } from '../../src/exchange/rows/row-mapper.js';
import { sheetRow } from '../../src/exchange/rows/sheet-rows.js';
import { TEMPLATE_SHEETS } from '../../src/exchange/rows/template-columns.js';
import { openBytes } from '../../src/platform/tables/open.js';
import { workbookOf, zipOf } from './zip.js';

export const OPTIONS = { maxRows: 1_000, maxColumns: 100, headers: HEADER_KEYS, sheetNames: TEMPLATE_SHEETS };

interface Read {
  readonly ref: string | undefined;
  readonly codes: readonly string[];
  readonly draft: ReturnType<typeof mapRow>['draft'];
  readonly hidden: boolean;
}

/** A file from its bytes to drafts, as a batch reads it. */
export async function rowsOf(file: Buffer | string): Promise<Read[]> {
  const table = await openBytes(Buffer.from(file as string), OPTIONS);
  const header = table.head.header && readHeaders(table.head.header, table.head);
  const rows: Read[] = [];
  for await (const row of table.rows) {
    const { cells, problems } = header ? sheetRow(row, header) : { cells: {}, problems: undefined };
    const mapping = header
      ? mapRow(cells, { defaults: {}, dialect: header.dialect })
      : mapJsonRow(row.value, { defaults: {} });
    const reasons = row.fault ? [{ code: row.fault }] : (problems ?? mapping.reasons ?? []);
    const draft = reasons.length > 0 ? undefined : mapping.draft;
    rows.push({ ref: draft?.externalRef, codes: reasons.map(({ code }) => code), draft, hidden: row.hidden === true });
  }
  return rows;
}

export const refusalOf = (file: Buffer | string) =>
  rowsOf(file).then(
    () => undefined,
    (error: { code: string; details?: Record<string, unknown> }) => error,
  );

export const HEADERS = [
  '外部单号',
  '债务人名称',
  '债务人类型',
  '本金(元)',
  '到期日',
  '手机号',
  '统一社会信用代码/身份证号',
];
export type Row = Partial<Record<'ref' | 'name' | 'kind' | 'amount' | 'due' | 'phone' | 'id', string>>;
export const cellsOf = ({
  ref = 'A-1',
  name = '江城海港贸易有限公司',
  kind = '企业',
  amount = '8000.00',
  due = '2025-03-31',
  phone = '',
  id = '',
}: Row) => [ref, name, kind, amount, due, phone, id];
export const csv = (rows: readonly Row[], separator = ',', eol = '\n') =>
  [HEADERS, ...rows.map(cellsOf)]
    .map((cells) => cells.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator))
    .join(eol);
export const first = async (row: Row) => (await rowsOf(csv([row])))[0]!;

/** A cell of a sheet: a text, or a number with the index of its format. */
export type Cell = string | { readonly n: number | string; readonly s?: number };
export const sheetRows = (rows: readonly (readonly Cell[])[], attributes: Readonly<Record<number, string>> = {}) =>
  rows
    .map((cells, n) => {
      const xml = cells.map((cell, at) => {
        const place = `r="${String.fromCharCode(65 + at)}${n + 1}"`;
        if (cell === '') return '';
        return typeof cell === 'string'
          ? `<c ${place} t="inlineStr"><is><t>${cell}</t></is></c>`
          : `<c ${place}${cell.s === undefined ? '' : ` s="${cell.s}"`}><v>${cell.n}</v></c>`;
      });
      return `<row r="${n + 1}" ${attributes[n + 1] ?? ''}>${xml.join('')}</row>`;
    })
    .join('');
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;

export interface SheetSpec {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: string;
}

export function book(sheets: readonly SheetSpec[], separator = '/'): Buffer {
  const list = sheets.map(
    ({ name, state = 'visible' }, n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="r${n}"/>`,
  );
  const parts = [
    {
      name: '_rels/.rels',
      bytes: `<Relationships>${relation('r', 'officeDocument', `xl${separator}workbook.xml`)}</Relationships>`,
    },
    { name: 'xl/workbook.xml', bytes: `<workbook xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships>${sheets.map((_, n) => relation(`r${n}`, 'worksheet', `worksheets${separator}s${n}.xml`)).join('')}</Relationships>`,
    },
    ...sheets.map(({ rows }, n) => ({
      name: `xl/worksheets/s${n}.xml`,
      bytes: `<worksheet><sheetData>${sheetRows(rows)}</sheetData></worksheet>`,
    })),
  ];
  return zipOf(parts.map((part) => ({ ...part, name: part.name.replaceAll('/', separator) })));
}

/** A workbook whose amount, or reference, has this number format. */
export function formatted(code: string, cell: number | string, column: 'amount' | 'ref' | 'due' = 'amount'): Buffer {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
  const row: Cell[] = cellsOf({});
  row[{ ref: 0, amount: 3, due: 4 }[column]] = { n: cell, s: 1 };
  const rels = `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}</Relationships>`;
  return workbookOf(sheetRows([HEADERS, row]), [
    { name: 'xl/_rels/workbook.xml.rels', bytes: rels },
    { name: 'xl/styles.xml', bytes: styles },
  ]);
}
