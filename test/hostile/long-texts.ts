import { randomBytes } from 'node:crypto';
import { type Part, sheetRowOf, workbookOf } from '../support/zip.js';

const MB = 1024 * 1024;
const HEADER = sheetRowOf(['外部单号', '债务人名称', '本金(元)', '到期日', '证据文件']);
/** Incompressible, so that the ratio of the archive stays below what is refused before it is unpacked. */
const PICTURE = { name: 'xl/media/a.png', bytes: randomBytes(MB) };
const long = (megabytes: number) => 'x'.repeat(megabytes * MB);
const book = (rows: string, ...parts: Part[]) => workbookOf(HEADER + rows, [PICTURE, ...parts], '', 1);
const inline = (inside: string) => book(`<row><c t="inlineStr"><is>${inside}</is></c></row>`);

/** One text of so many megabytes, wherever a workbook may have one. */
export const LONG_TEXTS: readonly [kind: string, workbook: (megabytes: number) => Buffer][] = [
  ['an inline cell', (n) => inline(`<t>${long(n)}</t>`)],
  ['a number', (n) => book(`<row><c><v>${'1'.repeat(n * MB)}</v></c></row>`)],
  [
    'a shared text',
    (n) => book('<row/>', { name: 'xl/sharedStrings.xml', bytes: `<sst><si><t>${long(n)}</t></si></sst>` }),
  ],
  ['a cell of many runs', (n) => inline(`<r><t>${'x'.repeat(MB / 2)}</t></r>`.repeat(2 * n))],
  ['a section of characters', (n) => inline(`<t><![CDATA[${long(n)}]]></t>`)],
  ['the name of an element', (n) => book(`<row><${long(n)}/></row>`)],
  ['an attribute', (n) => book(`<row x="${'>'.repeat(n * MB)}"></row>`)],
  ['a comment', (n) => book(`<!--${'<>'.repeat((n * MB) / 2)}-->`)],
];

/** Two kilobytes that a search for the end of each bracket would read for minutes. */
export function bracketedFormat(): Buffer {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(1_000_000)}"/></numFmts>
    <cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
  return book('<row><c s="0"><v>1</v></c></row>', { name: 'xl/styles.xml', bytes: styles });
}
