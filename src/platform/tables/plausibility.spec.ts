import iconv from 'iconv-lite';
import { CITIES, PROVINCES } from '../../kernel/index.js';
import { decoded, detectEncoding } from './encoding.js';

const HEADER = 'external_ref,debtor_name,principal,due_on\n';
const file = (names: readonly string[], encoding: string, header = HEADER) =>
  iconv.encode(header + names.map((name, n) => `A-${n},"${name}",8000.00,2025-03-31\n`).join(''), encoding);
const verdict = (bytes: Buffer) =>
  detectEncoding([bytes]).catch((error: { code: string; details: { encoding?: string } }) => error);

/** Names as other systems keep them, read with headers of ASCII: nothing else tells the encoding. */
const FOREIGN: readonly (readonly [encoding: string, ...names: string[]])[] = [
  ['big5', '江城遠東貿易股份有限公司', '高雄港務實業有限公司'],
  ['big5', '王小明'],
  ['big5', '臺北市大安區信義路', '陳美玲'],
  ['shift_jis', '株式会社山田商事', '東京電機工業'],
  ['shift_jis', 'ヤマト運輸'],
  ['euc-jp', '株式会社山田商事', '大阪物産'],
  ['euc-jp', 'さくら食品'],
  ['euc-kr', '대한무역 Co., Ltd'],
  ['euc-kr', '삼성전자 주식회사', '김민수'],
  ['windows-1252', 'Müller Söhne Shanghai', 'Bäckerei Grünwald'],
  ['windows-1252', 'Société Générale'],
  ['windows-1252', 'São Paulo Têxtil', 'Peñarol Comércio'],
  ['windows-1251', 'Общество Ромашка'],
  ['windows-1251', 'Северсталь', 'Газпром'],
  ['koi8-r', 'Северсталь', 'Лукойл нефть'],
  ['windows-1253', 'Ελληνική Εταιρεία'],
  ['windows-1254', 'Şişecam Türkiye', 'Güneş Çağrı'],
  ['windows-1250', 'Škoda Plzeň', 'Łódź Żywiec'],
  ['windows-1255', 'בנק לאומי'],
  ['tis-620', 'บริษัทไทยเบฟเวอเรจ'],
];

const CHINESE: readonly (readonly string[])[] = [
  ['江城海港贸易有限公司'],
  ['张伟'],
  ['王小明', '李娜', '陈建国'],
  ['江城䶮喆贸易有限公司'],
  ['香港聯發實業有限公司', '臺灣寶島貿易股份有限公司'],
  ['欧阳娜娜', '司徒浩然', '诸葛亮'],
  ['A座101室', '3号楼（东区）'],
  ['鑫淼焱垚商贸中心'],
  ['Müller（上海）贸易有限公司'.replace('ü', 'u')],
  ['新疆乌鲁木齐市天山区', '内蒙古自治区呼和浩特市'],
  ['柒牌有限责任公司', '懿德福珠宝行'],
  ['重庆市长寿区凤城街道𠮷祥小区'],
];

describe('what has the structure of GB18030', () => {
  it.each(FOREIGN)('is not read as it when it is %s: %s', async (encoding, ...names) => {
    const bytes = file(names, encoding);
    expect(await verdict(bytes)).toMatchObject({
      code: expect.stringMatching(/^FILE_ENCODING_(UNSUPPORTED|DAMAGED)$/),
    });
    const many = file(Array(30).fill(names).flat(), encoding);
    expect(await verdict(many)).toMatchObject({ code: expect.stringMatching(/^FILE_ENCODING_(UNSUPPORTED|DAMAGED)$/) });
  });

  it.each([
    ['big5', 'Big5', '江城遠東貿易股份有限公司'],
    ['shift_jis', 'Shift_JIS', '株式会社山田商事 Co., Ltd'],
    ['euc-kr', 'EUC-KR', '대한무역 Co., Ltd'],
    ['windows-1252', 'Windows-1252', 'Müller Söhne Shanghai Co., Ltd'],
  ])('is refused with the name of %s', async (encoding, shown, name) => {
    expect(await verdict(file([name], encoding))).toMatchObject({
      code: 'FILE_ENCODING_UNSUPPORTED',
      details: { encoding: shown },
    });
  });

  it.each(CHINESE)('is read as it when it is Chinese: %s', async (...names) => {
    for (const header of [HEADER, '外部单号,债务人名称,本金(元),到期日\n']) {
      const bytes = file(names, 'gb18030', header);
      expect(await verdict(bytes)).toBe('gb18030');
      let text = '';
      for await (const piece of decoded([bytes], 'gb18030')) text += piece;
      expect(text).toContain(names[0]);
      expect(text).not.toContain('\ufffd');
    }
  });

  it('is read as it wherever the debtor lives, by the name of the place alone', async () => {
    const places = [...CITIES, ...PROVINCES].map(({ zh }) => zh);
    expect(places.length).toBeGreaterThan(100);
    for (const place of places) {
      expect([place, await verdict(file([place], 'gb18030'))]).toEqual([place, 'gb18030']);
      expect([place, await verdict(file([place], 'utf-8'))]).toEqual([place, 'utf-8']);
    }
  });

  it.each(['谢伟', '太原', '谢志平', '郑霞'])('is read as it when it is valid UTF-8 by chance: %s', async (name) => {
    expect(await verdict(file([name], 'gb18030'))).toBe('gb18030');
  });

  it.each(['任天堂', '大統'])('is not read as UTF-8 that is valid by chance: %s', async (name) => {
    for (const encoding of ['euc-jp', 'big5']) expect(await verdict(file([name], encoding))).not.toBe('utf-8');
  });

  it.each([
    ...[
      'Müller',
      'Éric',
      'São Paulo',
      'Škoda Plzeň',
      'Łódź',
      'Газпром',
      'Иванов',
      'Αθήνα',
      'שלום',
      'محمد',
      'İstanbul',
      'Đorđe',
    ],
  ])('leaves UTF-8 to be UTF-8: %s', async (name) => {
    expect(await verdict(file([name], 'utf-8'))).toBe('utf-8');
  });

  it('costs one row when one cell of it is of another encoding', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => `A-${n},江城海港贸易有限公司,8000.00,2025-03-31\n`).join('');
    const one = iconv.encode('B-1,Müller Werke,8000.00,2025-03-31\n', 'windows-1252');
    const bytes = Buffer.concat([iconv.encode(HEADER + rows, 'gb18030'), one]);
    expect(await verdict(bytes)).toBe('gb18030');
    let text = '';
    for await (const piece of decoded([bytes], 'gb18030')) text += piece;
    expect(text.split('\n').filter((line) => line.includes('\ufffd'))).toEqual([
      'B-1,M\ufffdler Werke,8000.00,2025-03-31',
    ]);
  });
});
