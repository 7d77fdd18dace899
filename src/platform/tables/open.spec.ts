import { openBytes } from './open.js';
import type { TableOptions } from './table.js';

const options: TableOptions = { maxRows: 50_000, maxColumns: 100, headers: ['a', 'b', 'c'], sheetNames: [] };
const formatOf = async (text: string) => (await openBytes(Buffer.from(text), options)).head.format;

describe('what a text is', () => {
  it('is told by how it begins', async () => {
    expect(await formatOf('\ufeff\r\n {"a":1}\r\n')).toBe('ndjson');
    expect(await formatOf('\ufeffa,b,c\n1,2,3')).toBe('csv');
    expect(await formatOf('PK,a,b,c\n1,2,3,4')).toBe('csv');
    expect(await formatOf('[a],b,c\n1,2,3')).toBe('csv');
  });

  it.each([
    ['a list instead of lines', '[{"a":1},{"a":2}]', 'JSON array'],
    ['a list over several lines', '\ufeff[\r\n  {"a":1}\r\n]', 'JSON array'],
    ['a table of HTML called XLS', '<html><table><tr><td>a</td></tr></table></html>', 'HTML/XML'],
    ['a workbook of 2003 as XML', '<?xml version="1.0"?>\n<Workbook/>', 'HTML/XML'],
  ])('refuses %s for what it is', async (_, text, kind) => {
    await expect(formatOf(text)).rejects.toMatchObject({ code: 'FILE_NOT_TEXT', details: { kind } });
  });
});
