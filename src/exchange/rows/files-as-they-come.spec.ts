import iconv from 'iconv-lite';
import { csv, first, formatted, type Row, refusalOf, rowsOf } from '../../../test/support/files.js';

describe('a moment becomes its day in China', () => {
  it.each([
    ['2025-03-31T16:00:00.000Z', '2025-04-01'],
    ['2025-03-31T16:00:00+00:00', '2025-04-01'],
    ['2025-04-01T00:00:00+08:00', '2025-04-01'],
    ['2025-03-31 16:00:00', '2025-03-31'],
    ['2025-04-01', '2025-04-01'],
    ['2026-11-29T16:00:00Z', '2026-11-30'],
    ['2025-03-31T15:59:59Z', '2025-03-31'],
    ['2025-03-31T15:59:17.000Z', '2025-04-01'],
    ['2025-03-31T23:59:17+08:00', '2025-04-01'],
    ['2025-03-31 23:59:17', '2025-04-01'],
    ['2025-03-31T23:59:18+08:00', '2025-03-31'],
    ['2025-03-31T12:00:00-04:00', '2025-04-01'],
    ['2025-04-01T02:00:00+0900', '2025-04-01'],
    ['2025-04-01T00:30:00+09', '2025-03-31'],
    ['2025/3/31 17:30 UTC', '2025-04-01'],
    ['2025/3/31 23:00 GMT+8', '2025-03-31'],
    ['20250331T160000Z', undefined],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
    ['2025-03-31 24:00', '2025-03-31'],
    ['2025-03-31T25:00:00Z', undefined],
    ['2025-03-31T16:00:00+19:00', undefined],
    ['45747.99950231481', '2025-04-01'],
    ['45747.9994', '2025-03-31'],
    ['\u200e2025-03-31', '2025-03-31'],
  ])('%s: %s', async (due, day) => {
    const row = await first({ due });
    expect(row.draft?.dueOn).toBe(day);
    if (day === undefined) expect(row.codes).toEqual(['DATE_UNREADABLE']);
  });

  it.each([
    ['yyyy-mm-dd', '45748', '2025-04-01'],
    ['yyyy/m/d h:mm', '45747.99950231481', '2025-04-01'],
    ['yyyy/m/d h:mm', '45747.6666666667', '2025-03-31'],
    ['0000-00-00', '20250331', '2025-03-31'],
  ])('a day shown as %s, kept as %s: %s', async (code, serial, day) => {
    expect((await rowsOf(formatted(code, serial, 'due')))[0]?.draft?.dueOn).toBe(day);
  });
});

describe('a number that can be read two ways is refused', () => {
  it.each([
    ['250.000', undefined],
    ['1.355,90', undefined],
    ['12.500', undefined],
    ['1.000.000', undefined],
    ['250.0000000000', 25_000n],
    ['250,5', undefined],
    ['8.000', undefined],
    ['8,000', undefined],
    ['8,000.00', 800_000n],
    ['12,500,000', 1_250_000_000n],
    ["8'000.00", undefined],
    ['8 000,00', undefined],
    ['1,00,000.00', undefined],
    ['8000,00', undefined],
    ['8000.5', 800_050n],
    ['8.000,', undefined],
    ['¥8,000.00元', 800_000n],
    ['８０００．００', 800_000n],
    ['CN¥8,000.00', 800_000n],
    ['8000人民币', 800_000n],
    ['8000圆整', 800_000n],
    ['12.5000', 1_250n],
    ['8000.400000000001', 800_040n],
    ['7999.999999999999', 800_000n],
    ['8000.00000001', 800_000n],
    ['8000.123456789', undefined],
    ['8000.004999999', undefined],
    ['8000.0001', undefined],
    ['4.5E+13', undefined],
    ['1.234.567,89', undefined],
    ["1'234.50", undefined],
    ['1 234.50', undefined],
    ['1\u202f234,50', undefined],
    ['8_000', undefined],
    ['٨٠٠٠', undefined],
    ['8e3', undefined],
    ['捌仟元整', undefined],
    ['0.8万元', undefined],
  ])('in a file with semicolons, %s: %s', async (amount, fen) => {
    const [row] = await rowsOf(csv([{ amount }], ';'));
    expect(row?.draft?.principalFen).toBe(fen);
    if (fen === undefined) expect(row?.codes).toEqual(['AMOUNT_UNREADABLE']);
  });

  it.each(['4.5E-13', '4.5e-13', '0.00000000000045', '-'])('%s is nothing', async (amount) => {
    expect((await first({ amount })).codes).toEqual(['SKIPPED_SETTLED']);
  });

  it.each(['8000-', '8,000.00−', '(8000)', '（8000）'])('%s is below zero', async (amount) => {
    expect((await first({ amount })).codes).toEqual(['AMOUNT_NEGATIVE']);
  });

  it('with commas between cells, a comma inside one separates thousands', async () => {
    expect((await first({ amount: '8,000' })).draft?.principalFen).toBe(800_000n);
  });

  it.each([
    '$8,000.00',
    'USD 8000',
    '8000 USD',
    '€8000',
    '8,000.00 港币',
    'HK$8000',
    '£8000',
    '美元8000',
    'JPY8000',
    '8000円',
    ...['8000 zł', '8000 Kč', 'kr 8000', 'Rs. 8000', 'RM8000', '8000원', '8000 DKK', 'JP¥8000', 'MOP$8000', '8000美金'],
    ...['8000泰铢', '8000澳门元', '8000 瑞郎', '₴8000'],
  ])('%s is another currency', async (amount) => {
    expect((await first({ amount })).codes).toEqual(['CURRENCY_UNSUPPORTED']);
  });
});

describe('line ends', () => {
  const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ ref: `A-${n + 1}` }));
  const refs = async (file: string) => (await rowsOf(file)).map(({ ref }) => ref);

  it.each([
    ['carriage returns, three rows', csv(rows(3), ',', '\r'), 3],
    ['carriage returns, forty rows', csv(rows(40), ',', '\r'), 40],
    ['a header with both, rows with returns', csv(rows(2), ',', '\r').replace('\r', '\r\n'), 2],
    ['returns and one at the end', `${csv(rows(3), ',', '\r')}\r`, 3],
    ['both', csv(rows(3), ',', '\r\n'), 3],
    ['feeds', csv(rows(3)), 3],
    ['returns and semicolons', csv(rows(3), ';', '\r'), 3],
    ['returns and tabs', csv(rows(3), '\t', '\r'), 3],
    ['a title above, returns', `应收单\r\r${csv(rows(3), ',', '\r')}`, 3],
    ['sep= and returns', `sep=;\r${csv(rows(3), ';', '\r')}`, 3],
    ['mixed', csv(rows(3)).replace('\n', '\r').replace('\n', '\r\n'), 3],
    ['the end of text of old programs', `${csv(rows(3), ',', '\r\n')}\r\n\u001a`, 3],
    ['bars between the cells', csv(rows(3), '|'), 3],
    ['spaces before quotes', csv(rows(3)).replaceAll(',', '", "').replace(/^|$/gm, '"'), 3],
  ])('%s', async (_, file, count) => {
    expect(await refs(file)).toEqual(rows(count).map(({ ref }) => ref));
  });

  it('are those of lines of JSON too', async () => {
    const line = (ref: string) =>
      JSON.stringify({ externalRef: ref, debtorName: '甲公司', principalFen: '800000', dueOn: '2025-03-31' });
    expect(await refs(`${line('K')}\r${line('L')}`)).toEqual(['K', 'L']);
    expect(await refs(`\ufeff${line('K')}\r\n\r\n${line('L')}\r`)).toEqual(['K', 'L']);
  });

  it('are found however a text is cut', async () => {
    const long = csv(
      Array.from({ length: 300 }, (_, n) => ({ ref: `A-${n}`, name: `甲${'乙'.repeat(180)}公司` })),
      ',',
      '\r',
    );
    expect(await rowsOf(long)).toHaveLength(300);
  });
});

describe('characters nobody sees', () => {
  it.each([
    'C05-7001\u200b',
    'C05-\u20607001',
    '\u200dC05-7001',
    'C05-7001\ufe0d',
    '\ufeffC05-7001',
    'C05\u00ad-7001',
    'C05-7001\u200e',
    '\u200fC05-7001',
    'C05-7001\u{e0100}',
    'C05\u034f-7001',
    'C05-7001\u180e',
    '\u3164C05-7001',
    'C05-\u{e0041}7001',
    '\u00a0C05-7001\u3000',
    'C05-\u28007001',
    'C05-\u{1d173}7001',
    'C05-\u06007001',
    '="C05-7001"\u200b',
  ])('%j is the reference C05-7001', async (ref) => {
    const json = {
      externalRef: ref.replace(/^="|"(?=\u200b$)/g, ''),
      debtorName: '甲公司',
      principalFen: '800000',
      dueOn: '2025-03-31',
    };
    expect((await rowsOf(JSON.stringify(json)))[0]?.ref).toBe('C05-7001');
    if (!ref.startsWith('=')) expect((await first({ ref })).ref).toBe('C05-7001');
  });

  it.each(['C05\u202e-7001', 'C05-7001\u2066', 'C05\u2028-7001', 'C05\u0007-7001'])('%j is refused', async (ref) => {
    expect((await first({ ref })).codes).toEqual(['FIELD_CONTROL_CHARACTERS']);
  });

  it.each([
    ['HT\u00a01', 'HT 1'],
    ['HT\u20071', 'HT 1'],
    ['Gro\u0308ße-1', 'Größe-1'],
    ['\uf900-1', '\u8c48-1'],
  ])('%j is written as %j, which looks alike', async (ref, plain) => {
    expect((await first({ ref })).ref).toBe(plain);
  });

  it('are no part of a number, a phone or a name', async () => {
    const row = await first({
      id: '\u200b91350100M000100Y43',
      phone: '13912345678\u200b',
      name: '江城\u200b海港贸易有限公司',
    });
    expect(row.draft).toMatchObject({
      debtorIdNumber: '91350100M000100Y43',
      debtorPhone: '+8613912345678',
      debtorName: '江城海港贸易有限公司',
    });
  });
});

describe('text of another encoding', () => {
  const file = (name: string, encoding: string) =>
    iconv.encode(
      `external_ref,debtor_name,debtor_type,principal,due_on\nA-1,"${name}",enterprise,8000.00,2025-03-31\n`,
      encoding,
    );

  it.each([
    ['江城遠東貿易股份有限公司', 'big5'],
    ['株式会社山田商事 Co., Ltd', 'shift_jis'],
    ['대한무역 Co., Ltd', 'euc-kr'],
    ['Müller Söhne Shanghai Co., Ltd', 'windows-1252'],
    ['Société Générale Co Ltd', 'windows-1252'],
  ])('%s in %s is no name', async (name, encoding) => {
    expect(await refusalOf(file(name, encoding))).toMatchObject({ code: expect.stringMatching(/^FILE_ENCODING_/) });
  });

  it.each([
    ...['江城锟斤拷有限公司', 'æ±Ÿåœ‹æµ·æ¸¯', '江城\ue81e有限公司', '江城\ufffd公司', 'ï»¿江城公司'],
    ...[
      '½³³Çº£¸ÛÃ³Ò×ÓÐÏÞ¹«Ë¾',
      '????????',
      '？？公司',
      '江城\u0378有限公司',
      '江城\u{f0000}有限公司',
      '江城\ufffc公司',
      '***',
    ],
  ])('%s is mojibake', async (name) => {
    expect((await first({ name })).codes).toEqual(['FIELD_UNREADABLE']);
  });

  it.each(['Société Générale', 'Ærøskøbing Öl', '江城\u{2ebf0}有限公司', '甲公司？'])('%s is a name', async (name) => {
    expect((await first({ name })).draft?.debtorName).toBe(name);
  });

  it('GB 18030-2022 has eighteen characters that had no place before', async () => {
    const pairs = 'a6d9 a6da a6db a6dc a6dd a6de a6df a6ec a6ed a6f3 fe59 fe61 fe66 fe67 fe6d fe7e fe90 fea0'.split(
      ' ',
    );
    const points = [0xfe10, 0xfe12, 0xfe11, 0xfe13, 0xfe14, 0xfe15, 0xfe16, 0xfe17, 0xfe18, 0xfe19].concat([
      0x9fb4, 0x9fb5, 0x9fb6, 0x9fb7, 0x9fb8, 0x9fb9, 0x9fba, 0x9fbb,
    ]);
    const [head, tail] = csv([{ name: '江城@贸易有限公司' }])
      .split('@')
      .map((text) => iconv.encode(text, 'gb18030'));
    for (const [n, pair] of pairs.entries()) {
      const [row] = await rowsOf(Buffer.concat([head!, Buffer.from(pair, 'hex'), tail!]));
      expect(row?.draft?.debtorName).toBe(`江城${String.fromCodePoint(points[n]!)}贸易有限公司`);
    }
    const [rare] = await rowsOf(iconv.encode(csv([{ name: '江城䶮喆ḿ\u{20087}\u{2c029}贸易有限公司' }]), 'gb18030'));
    expect(rare?.draft?.debtorName).toBe('江城䶮喆ḿ\u{20087}\u{2c029}贸易有限公司');
  });
});
