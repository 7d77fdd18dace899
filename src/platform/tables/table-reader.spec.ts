import { randomBytes } from 'node:crypto';
import { sheetRowOf, workbookOf } from '../../../test/support/zip.js';
import { TableReader } from './table-reader.js';

const HEADERS = ['编号', '名称', '金额'];
const options = { maxRows: 50_000, maxColumns: 20, headers: HEADERS, sheetNames: [] };
const HEADER = sheetRowOf(HEADERS);

async function rowsOf(bytes: Buffer): Promise<number> {
  const reader = await TableReader.open(bytes, options);
  try {
    return (await reader.survey(0)).count;
  } finally {
    await reader.close();
  }
}

describe('a table read in a child process', () => {
  it('is refused when the child ends of it, and the next one is read', async () => {
    // One column marked as a formula again and again: short texts, of which too many are kept.
    const marks = `<row>${'<c r="A2"><f/><v>1</v></c>'.repeat(3_500_000)}</row>`;
    const picture = { name: 'xl/media/a.png', bytes: randomBytes(1024 * 1024) };
    await expect(rowsOf(workbookOf(HEADER + marks, [picture], '', 1))).rejects.toThrow('FILE_TOO_COMPLEX');
    expect(await rowsOf(workbookOf(HEADER + sheetRowOf(['a', 'b', 1])))).toBe(1);
  });

  it('comes in blocks that are bounded by what they hold', async () => {
    const line = (n: number) => `${n},${'x'.repeat(30_000)},1`;
    const text = [HEADERS.join(), ...Array.from({ length: 100 }, (_, n) => line(n))].join('\n');
    const reader = await TableReader.open(Buffer.from(text), options);
    const sizes: number[] = [];
    for await (const block of reader.blocks()) sizes.push(block.length);
    await reader.close();
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100);
    expect(Math.max(...sizes)).toBeLessThan(25);
  });
});
