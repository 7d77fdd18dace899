import { posix } from 'node:path';
import { FileLegacyWorkbook, FileNotWorkbook } from './tables.refusals.js';
import type { Archive } from './xlsx-archive.js';
import { type Attributes, local, readMarkup } from './xlsx-markup.js';
import { formatOf, type NumberFormat } from './xlsx-number.policy.js';

/** The parts of a workbook needed to read one of its sheets. Macros, drawings and links are not read. */
export interface Book {
  readonly sheet: string;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly since1904: boolean;
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** Finds the sheet to read: one of the given names, else the first visible one. Throws FileNotWorkbook, FileLegacyWorkbook. */
export async function findSheet(archive: Archive, names: readonly string[]): Promise<Book> {
  refuseOthers(archive);
  const roots = await relations(archive, '');
  const root = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!archive.has(root)) throw new FileNotWorkbook();
  const related = await relations(archive, root);
  const sheets: { name: string; shown: boolean; target: string }[] = [];
  let since1904 = false;
  await readMarkup(root, archive.text(root), {
    open(element, attributes) {
      if (element === 'workbookPr') since1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const relation = related.get(relationId(attributes) ?? '');
      if (relation?.kind !== 'worksheet') return;
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, shown: state === 'visible', target: relation.target });
    },
  });
  const preferred = new Set(names);
  const chosen =
    sheets.find(({ name }) => preferred.has(name.trim())) ?? sheets.find(({ shown }) => shown) ?? sheets[0];
  if (!chosen || !archive.has(chosen.target)) throw new FileNotWorkbook();
  const partOf = (kind: string) => [...related.values()].find((one) => one.kind === kind)?.target;
  return { sheet: chosen.target, strings: partOf('sharedStrings'), styles: partOf('styles'), since1904 };
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
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
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
