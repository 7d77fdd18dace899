import { randomBytes } from 'node:crypto';
import { sheetRowOf, workbookOf } from '../support/zip.js';

const MB = 1024 * 1024;
const HEADER = sheetRowOf(['外部单号', '债务人名称', '本金(元)', '到期日', '证据文件']);
/** Incompressible, so that the ratio of the archive stays below what is refused before it is unpacked. */
const picture = { name: 'xl/media/a.png', bytes: randomBytes(MB) };
const sheet = (rows: string) => workbookOf(HEADER + rows, [picture]);
const long = (megabytes: number) => 'x'.repeat(megabytes * MB);

/** One text of so many megabytes, wherever a workbook may have one. */
export const LONG_TEXTS: readonly [kind: string, workbook: (megabytes: number) => Buffer][] = [
  ['an inline cell', (n) => sheet(`<row><c t="inlineStr"><is><t>${long(n)}</t></is></c></row>`)],
  ['a number', (n) => sheet(`<row><c><v>${'1'.repeat(n * MB)}</v></c></row>`)],
  [
    'a shared text',
    (n) =>
      workbookOf(`${HEADER}<row><c t="s"><v>0</v></c></row>`, [
        picture,
        { name: 'xl/sharedStrings.xml', bytes: `<sst><si><t>${long(n)}</t></si></sst>` },
      ]),
  ],
  [
    'a cell of many runs',
    (n) => sheet(`<row><c t="inlineStr"><is>${`<r><t>${long(1)}</t></r>`.repeat(n)}</is></c></row>`),
  ],
  ['a section of characters', (n) => sheet(`<row><c t="inlineStr"><is><t><![CDATA[${long(n)}]]></t></is></c></row>`)],
  ['the name of an element', (n) => sheet(`<row><${long(n)}/></row>`)],
  ['an attribute', (n) => sheet(`<row x="${'>'.repeat(n * MB)}"></row>`)],
  ['a comment', (n) => sheet(`<!--${'<>'.repeat((n * MB) / 2)}-->`)],
];
