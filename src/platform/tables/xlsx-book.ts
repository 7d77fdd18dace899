import { posix } from 'node:path';
import { FileLegacyWorkbook, FileNotWorkbook } from './tables.refusals.js';
import type { Archive } from './xlsx-archive.js';
import { formatOf, type NumberFormat } from './xlsx-format.policy.js';
import { type Attributes, local, readMarkup } from './xlsx-markup.js';

export interface BookSheet {
  readonly name: string;
  readonly shown: boolean;
  readonly part: string;
}

/** The parts of a workbook needed to read its sheets. Macros, drawings and links are not read. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly since1904: boolean;
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** Reads what a workbook consists of. Throws FileNotWorkbook, FileLegacyWorkbook. */
export async function readBook(archive: Archive): Promise<Book> {
  refuseOthers(archive);
  const roots = await relations(archive, '');
  const root = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(root)) throw new FileNotWorkbook();
  const related = await relations(archive, root);
  const sheets: BookSheet[] = [];
  let since1904 = false;
  await readMarkup(root, archive.text(root), {
    open(element, attributes) {
      if (element === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const relation = related.get(relationId(attributes) ?? '');
      if (relation?.kind !== 'worksheet') return;
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name: name.trim(), shown: state === 'visible', part: relation.target });
    },
  });
  const partOf = (kind: string) => [...related.values()].find((one) => one.kind === kind)?.target;
  return { sheets, strings: partOf('sharedStrings'), styles: partOf('styles'), since1904 };
}

/** The number format of each cell style. */
export async function cellFormats(archive: Archive, part: string | undefined): Promise<readonly NumberFormat[]> {
  if (!part || !archive.has(part)) return [];
  const codes = new Map<string, string>();
  const styles: NumberFormat[] = [];
  let inCells = false;
  await readMarkup(part, archive.text(part), {
    open(element, { numFmtId = '0', formatCode }) {
      if (element === 'numFmt') codes.set(numFmtId, formatCode ?? '');
      if (element === 'cellXfs') inCells = true;
      if (element === 'xf' && inCells) styles.push(formatOf(Number.parseInt(numFmtId, 10), codes.get(numFmtId)));
    },
    close(element) {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** The relations of a part by id, without external ones; targets are names inside the archive. */
async function relations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found = new Map<string, Relation>();
  if (!archive.has(file)) return found;
  await readMarkup(file, archive.text(file), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return;
      const path = Target.replaceAll('\\', '/');
      const target = path.startsWith('/') ? path.slice(1) : posix.join(folder, path);
      found.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

function relationId(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')?.[1];
}

/** Refuses other archives that are mistaken for XLSX. */
function refuseOthers(archive: Archive): void {
  if (archive.has('xl/workbook.bin')) throw new FileLegacyWorkbook({ details: { kind: 'XLSB' } });
  if (archive.has('content.xml') && archive.has('mimetype')) throw new FileLegacyWorkbook({ details: { kind: 'ODS' } });
}
