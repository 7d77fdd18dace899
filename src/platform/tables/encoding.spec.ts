import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decoded, detectEncoding, type Encoding } from './encoding.js';
import { FileEncodingDamaged, FileEncodingUnsupported, FileNotText } from './tables.refusals.js';

function cut(bytes: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return chunks;
}

async function read(chunks: Buffer[], encoding: Encoding): Promise<string> {
  let text = '';
  for await (const piece of decoded(chunks, encoding)) text += piece;
  return text;
}

const HEADER = '外部单号,债务人名称,欠款余额(元),到期日\n';
const anyText = fc.string({ unit: fc.constantFrom(...'外部单号债务人名称重庆市联通a1,\n㐂𠮷é€'), maxLength: 300 });

describe('the encoding of an upload', () => {
  it.each(['utf-8', 'gb18030'] as const)(
    'reads back whatever was written as %s, however it is cut',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(anyText, fc.integer({ min: 1, max: 50 }), async (body, size) => {
          const text = HEADER + body;
          const chunks = cut(iconv.encode(text, encoding), size);
          expect(await detectEncoding(chunks)).toBe(encoding);
          expect(await read(chunks, encoding)).toBe(text);
        }),
      );
    },
  );

  it('drops the BOM', async () => {
    const chunks = cut(Buffer.from(`\ufeff${HEADER}`), 2);
    expect(await detectEncoding(chunks)).toBe('utf-8');
    expect(await read(chunks, 'utf-8')).toBe(HEADER);
  });

  it('calls UTF-8 only what is strictly valid', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ min: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        async (found, size) => {
          const bytes = Buffer.from(found);
          const verdict = await detectEncoding(cut(bytes, size)).catch(() => undefined);
          if (verdict === 'utf-8') expect(isUtf8(bytes)).toBe(true);
        },
      ),
    );
  });

  it('decides by the whole stream: one Chinese cell after a megabyte of ASCII', async () => {
    const bytes = Buffer.concat([Buffer.alloc(1_000_000, 'a,b\n'), iconv.encode('重庆债务人', 'gb18030')]);
    expect(await detectEncoding(cut(bytes, 65_536))).toBe('gb18030');
  });

  it('refuses UTF-16, with or without BOM', async () => {
    for (const bytes of [
      iconv.encode(HEADER, 'utf16'),
      iconv.encode(HEADER, 'utf-16le'),
      iconv.encode(HEADER, 'utf-16be'),
    ]) {
      await expect(detectEncoding(cut(bytes, 11))).rejects.toThrow(FileEncodingUnsupported);
    }
  });

  it('names what was sent instead of text', async () => {
    await expect(detectEncoding([Buffer.from('PK\u0003\u0004....')])).rejects.toMatchObject({
      details: { kind: 'XLSX/ZIP' },
    });
    await expect(detectEncoding([Buffer.from('%PDF-1.7\n')])).rejects.toThrow(FileNotText);
    await expect(detectEncoding([Buffer.from([1, 2, 0, 4, 5])])).rejects.toThrow(FileNotText);
  });

  it('does not read damaged UTF-8 as GB18030, which would admit mojibake as names', async () => {
    const bytes = Buffer.concat([Buffer.from(HEADER.repeat(20)), Buffer.from([0xe5, 0x41]), Buffer.from(HEADER)]);
    const refused = await detectEncoding([bytes]).catch((error) => error);
    expect(refused).toBeInstanceOf(FileEncodingDamaged);
    expect(refused.details.offset).toBe(Buffer.byteLength(HEADER) * 20 + 1);
  });

  it('lets one damaged character of a long GB18030 file cost only its row', async () => {
    const bytes = Buffer.concat([iconv.encode(HEADER.repeat(50), 'gb18030'), Buffer.from([0xff, 0x0a])]);
    expect(await detectEncoding([bytes])).toBe('gb18030');
    expect(await read([bytes], 'gb18030')).toContain('\ufffd');
  });

  it('knows the characters of GB 18030-2022, and calls four bytes that stand for none damaged', async () => {
    expect(await read([Buffer.from('a6d9fe59', 'hex')], 'gb18030')).toBe('\ufe10\u9fb4');
    expect(await read([Buffer.from('8431a530', 'hex')], 'gb18030')).toBe('\ufffd');
  });
});
