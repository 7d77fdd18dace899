import { gzipSync } from 'node:zlib';
import { openBytes } from './open.js';
import type { TableOptions } from './table.js';

const options: TableOptions = { maxRows: 50_000, maxColumns: 100, headers: ['a', 'b', 'c'], sheetNames: [] };
const LINES = Array.from({ length: 5_000 }, (_, n) =>
  JSON.stringify({ externalRef: `R-${n}`, x: (n * 7919) % 10_007 }),
);
const NDJSON = Buffer.from(LINES.join('\n'));

async function rowsOf(bytes: Buffer): Promise<{ format: string; encoding: string; rows: number }> {
  const { head, rows } = await openBytes(bytes, options);
  let count = 0;
  for await (const row of rows) if (row.value !== undefined || row.cells.length > 0) count += 1;
  return { format: head.format, encoding: head.encoding, rows: count };
}

describe('a packed upload', () => {
  it('is read as what it holds', async () => {
    expect(await rowsOf(gzipSync(NDJSON))).toEqual({ format: 'ndjson', encoding: 'utf-8', rows: 5_000 });
    const csv = Buffer.concat([Buffer.from('a,b,c\n1,'), Buffer.from([0xba, 0xa3, 0xb8, 0xdb]), Buffer.from(',3\n')]);
    expect(await rowsOf(gzipSync(csv))).toEqual({ format: 'csv', encoding: 'gb18030', rows: 1 });
    const joined = Buffer.concat([gzipSync('{"a":1}\n'), gzipSync('{"a":2}\n')]);
    expect(await rowsOf(joined)).toMatchObject({ format: 'ndjson', rows: 2 });
  });

  it.each([
    ['a bomb of 400 to 1', () => gzipSync(`a,b,c\n${'1,2,3'.padEnd(40 * 1024 * 1024)}\n`), 'FILE_UNPACKS_TOO_LARGE'],
    ['more than a file may unpack to', () => large(), 'FILE_UNPACKS_TOO_LARGE'],
    ['one that is cut off', () => gzipSync(NDJSON).subarray(0, 5_000), 'FILE_DAMAGED'],
    ['one with a wrong checksum', () => wrongSum(), 'FILE_DAMAGED'],
    ['one that only begins like one', () => Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6]), 'FILE_DAMAGED'],
    ['a packed archive', () => gzipSync(Buffer.from('504b030414000000', 'hex')), 'FILE_NOT_TEXT'],
    ['one packed twice', () => gzipSync(gzipSync(NDJSON)), 'FILE_NOT_TEXT'],
    ['a packed nothing', () => gzipSync(''), 'FILE_EMPTY'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(rowsOf(bytes())).rejects.toMatchObject({ code });
  });
});

/** Packs a little better than 1 to 50, so that only its size tells. */
function large(): Buffer {
  const noise = Buffer.from(Array.from({ length: 400 }, (_, n) => ((n * 7919) % 10) + 48));
  const piece = Buffer.concat([noise, Buffer.alloc(8_000, 'x'), Buffer.from('\n')]);
  const pieces = Array.from({ length: 13_000 }, (_, n) =>
    Buffer.concat([Buffer.from(`${(n * 2_654_435_761) % 4_294_967_296}`.repeat(8)), piece]),
  );
  return gzipSync(Buffer.concat(pieces), { level: 1 });
}

function wrongSum(): Buffer {
  const bytes = gzipSync(NDJSON);
  bytes[bytes.length - 6] = bytes[bytes.length - 6]! ^ 0xff;
  return bytes;
}
