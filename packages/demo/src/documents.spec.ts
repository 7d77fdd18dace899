import { inflateSync } from 'node:zlib';
import { pdfDocument, pngDocument } from './documents.js';

describe('papers made up for the demo', () => {
  it('are PDFs whose table of objects points at the objects', () => {
    const text = pdfDocument('Licence (copy)').toString('latin1');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    expect(text).toContain('(Licence \\(copy\\)) Tj');
  });

  it('are PNGs with sound pixels, another one for another shade', () => {
    const png = pngDocument(7);
    const data = png.indexOf('IDAT');
    const pixels = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(pixels).toHaveLength(32 * 33);
    expect(pixels[1]).toBe(7);
    // The checksum of an empty IEND chunk, as every PNG ends.
    expect(png.subarray(-4).toString('hex')).toBe('ae426082');
    expect(pngDocument(8).equals(png)).toBe(false);
  });
});
