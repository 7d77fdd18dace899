import iconv from 'iconv-lite';
import { anInvoice, type UblParts } from '../../../test/support/ubl.js';
import { judgeDocument } from './receivable.policy.js';
import { ublDocument } from './ubl.mapper.js';
import { readUbl } from './ubl.reader.js';

const TODAY = '2026-11-30';
const CODE = '91350100M000100Y43';
const GOOD: UblParts = { number: 'U-1', issued: '2026-10-01', due: '2026-10-31', taxNumber: CODE };

function documentOf(bytes: Buffer) {
  const read = readUbl(bytes);
  if ('fault' in read) throw new Error(read.fault);
  return ublDocument(read.root);
}
const document = (parts: UblParts, edit = (xml: string) => xml) =>
  documentOf(Buffer.from(edit(anInvoice({ ...GOOD, ...parts }))));
const fate = (parts: UblParts) => {
  const { skip, row } = judgeDocument(document(parts), {}, TODAY);
  return skip?.code ?? `${row['principalFen']} - ${row['paidFen']} = ${row['outstandingFen']}`;
};
const faultOf = (bytes: Buffer) => {
  const read = readUbl(bytes);
  return 'fault' in read ? read.fault : ublDocument(read.root).debtorName;
};

const listed = (...amounts: string[]) =>
  amounts
    .map((yuan) => `<a:PrepaidPayment><b:PaidAmount currencyID="CNY">${yuan}</b:PaidAmount></a:PrepaidPayment>`)
    .join('');

describe('amounts of a UBL document', () => {
  it.each<[UblParts, string]>([
    // A rounding is neither a payment nor a contradiction.
    [{ total: '12345.58', rounding: '0.02', payable: '12345.60' }, '1234560 - 0 = 1234560'],
    [{ total: '12345.62', rounding: '-0.02', payable: '12345.60' }, '1234560 - 0 = 1234560'],
    [{ total: '12345.64', prepaid: '0.00', rounding: '0.01', payable: '12345.65' }, '1234565 - 0 = 1234565'],
    [{ total: '12345.58', prepaid: '345.60', rounding: '0.02', payable: '12000.00' }, '1234560 - 34560 = 1200000'],
    [{ total: '999.96', rounding: '0.04', payable: '1000' }, '100000 - 0 = 100000'],
    [{ total: '1000.04', rounding: '-.04', payable: '1000.00' }, 'AMOUNT_UNREADABLE'],
    [{ total: '1000.00', rounding: '0.00', payable: '1000.00' }, '100000 - 0 = 100000'],
    [{ total: '100.49', prepaid: '50.24', rounding: '-0.25', payable: '50.00' }, '10024 - 5024 = 5000'],
    // The sender left the prepaid amount in, with a rounding too.
    [{ total: '100.02', prepaid: '30.00', rounding: '-0.02', payable: '100.00' }, '10000 - 3000 = 7000'],
    [{ total: '100.00', prepaid: '100.00', payable: '0.00' }, 'SKIPPED_SETTLED'],
    [{ total: '100.00', prepaid: '100.00', payable: '100.00' }, 'SKIPPED_SETTLED'],
    [{ total: '100.01', prepaid: '100.00', rounding: '-0.01', payable: '0' }, 'SKIPPED_SETTLED'],
    // What nobody said was paid is not paid.
    [{ total: '100.00', payable: '90.00' }, 'AMOUNTS_DISAGREE'],
    [{ total: '100.00', payable: '0.00' }, 'AMOUNTS_DISAGREE'],
    [{ total: '100.02', rounding: '0.02', payable: '100.02' }, 'AMOUNTS_DISAGREE'],
    // Paid twice; and less than nothing, which the seller owes.
    [{ total: '100.00', prepaid: '120.00', payable: '-20.00' }, 'SKIPPED_SETTLED'],
    [{ total: '100.00', prepaid: '120.00', rounding: '0.01', payable: '-19.99' }, 'SKIPPED_SETTLED'],
    [{ total: '100.00', prepaid: '120.00', payable: '-30.00' }, 'AMOUNT_UNREADABLE'],
    [{ total: '100.00', payable: '-20.00' }, 'AMOUNT_UNREADABLE'],
    [{ total: '-100.00', payable: '-100.00' }, 'SKIPPED_CREDIT_NOTE'],
    [{ total: '100.00', prepaid: '-5.00', payable: '105.00' }, 'AMOUNT_UNREADABLE'],
    [{ total: '100.00', rounding: 'none', payable: '100.00' }, 'AMOUNT_UNREADABLE'],
  ])('%j: %s', (parts, expected) => expect(fate(parts)).toBe(expected));

  it.each<[string, string, string]>([
    ['a total in another currency', 'TaxInclusiveAmount currencyID="CNY"', 'TaxInclusiveAmount currencyID="USD"'],
    ['a prepaid amount in another currency', 'PrepaidAmount currencyID="CNY"', 'PrepaidAmount currencyID="USD"'],
  ])('with %s are not in yuan', (_, given, written) => {
    const xml = (text: string) => text.replace(given, written);
    const judged = judgeDocument(document({ prepaid: '0.00' }, xml), {}, TODAY);
    expect(judged.skip).toMatchObject({ code: 'CURRENCY_UNSUPPORTED' });
  });

  it.each<[UblParts, string]>([
    // Payments that are listed and not summed up.
    [{ total: '100.00', payable: '60.00', inside: listed('30.00', '10.00') }, '10000 - 4000 = 6000'],
    [{ total: '100.00', payable: '100.00', inside: listed('40.00') }, '10000 - 4000 = 6000'],
    [{ total: '100.00', prepaid: '40.00', payable: '60.00', inside: listed('40.00') }, '10000 - 4000 = 6000'],
    [{ total: '100.00', prepaid: '40.00', payable: '60.00', inside: listed('30.00') }, 'AMOUNT_UNREADABLE'],
  ])('with payments before it %j: %s', (parts, expected) => expect(fate(parts)).toBe(expected));

  it.each([
    ['</cbc:ID>', '</cbc:ID><cbc:ID>U-2</cbc:ID>'],
    ['</cbc:DueDate>', '</cbc:DueDate><cbc:DueDate>2027-01-31</cbc:DueDate>'],
    ['<cbc:PayableAmount', '<cbc:PayableAmount currencyID="CNY">1.00</cbc:PayableAmount><cbc:PayableAmount'],
    ['<cac:LegalMonetaryTotal>', '<cac:LegalMonetaryTotal></cac:LegalMonetaryTotal><cac:LegalMonetaryTotal>'],
  ])('are none when one is stated twice: %s', (given, written) =>
    expect(faultOf(Buffer.from(anInvoice(GOOD).replace(given, written)))).toBe('UBL_NOT_AN_INVOICE'),
  );

  it('cannot be told without the total when something is prepaid', () => {
    const without = (prepaid: string) => {
      const xml = (text: string) => text.replace(/<cbc:TaxInclusiveAmount.*\n/, '');
      const { totalFen, openFen } = document({ prepaid, payable: '70.00' }, xml);
      return [totalFen, openFen];
    };
    expect(without('0')).toEqual([7_000n, 7_000n]);
    expect(without('30.00')).toEqual([undefined, 7_000n]);
  });
});

describe('types of a UBL document', () => {
  const kinds: Record<string, string> = {
    '1234560 - 0 = 1234560':
      '380 326 383 384 386 389 82 80 84 211 218 331 382 385 387 388 390 394 395 456 457 575 623 633 780 817 875 876 877 0380',
    SKIPPED_CREDIT_NOTE: '81 83 261 262 296 308 381 396 420 458 502 503 532 0381',
    SKIPPED_NOT_A_CLAIM: '325 751 130 102 870 935 310 351 999 SATIS 38O',
    SKIPPED_DISCOUNTED: '393',
  };
  const each = Object.entries(kinds).flatMap(([expected, codes]) => codes.split(' ').map((type) => [type, expected]));
  it.each(each)('%s: %s', (type, expected) => expect(fate({ type: type! })).toBe(expected));

  it('in the root of a credit note are all credit notes', () => {
    for (const type of ['380', '381', '751']) expect(document({ root: 'CreditNote', type }).kind).toBe('credit_note');
  });

  it('name the one document that a credit note lowers', () => {
    const naming = (...numbers: string[]) =>
      numbers
        .map(
          (n) =>
            `<a:BillingReference><a:InvoiceDocumentReference><b:ID>${n}</b:ID></a:InvoiceDocumentReference></a:BillingReference>`,
        )
        .join('');
    const creditOf = (inside: string) => document({ root: 'CreditNote', inside }).creditOf;
    expect(creditOf(naming('U-9'))).toEqual({ number: 'U-9', key: 'U-9' });
    expect(creditOf(naming('U-9', 'U-9'))).toEqual({ number: 'U-9', key: 'U-9' });
    for (const none of ['', naming(''), naming('U-9', 'U-8')]) expect(creditOf(none)).toBeNull();
    expect(document({ inside: naming('U-9') }).creditOf).toBeNull();
    // Less than nothing in an invoice lowers what it names; in a credit note it can be read in two ways.
    const negative = { total: '-50.00', payable: '-50.00', inside: naming('U-9') };
    expect(judgeDocument(document({ ...negative, type: '384' }), {}, TODAY).credit!.line.principalFen).toBe(-5_000n);
    expect(judgeDocument(document({ ...negative, root: 'CreditNote' }), {}, TODAY)).toMatchObject({
      ...{ credit: null, skip: { code: 'AMOUNT_UNREADABLE' } },
    });
    const judged = (parts: UblParts) => judgeDocument(document(parts), { referencePrefix: 'A:' }, TODAY);
    const note = { root: 'CreditNote', number: 'R-1', total: '120.00' } as const;
    expect(judged({ ...note, inside: naming('U-9') })).toMatchObject({
      ...{ status: 'open', skip: { code: 'SKIPPED_CREDIT_NOTE_NAMED', params: { number: 'U-9' } } },
      credit: {
        ...{ key: 'U-9', externalRef: 'A:U-9' },
        line: { kind: 'credit_note', documentNumber: 'R-1', dueOn: '2026-10-01', principalFen: -12_000n },
      },
    });
    // What was paid back of it lowers nothing.
    const paidBack = { ...note, prepaid: '20.00', payable: '100.00', inside: naming('U-9') };
    expect(judged(paidBack).credit!.line.principalFen).toBe(-10_000n);
    for (const parts of [{ ...note }, { ...note, currency: 'USD', inside: naming('U-9') }, GOOD]) {
      expect(judged(parts).credit).toBeNull();
    }
  });
});

describe('texts of a UBL document', () => {
  const names = (written: string) =>
    document({}, (xml) => xml.replace(/<cbc:RegistrationName>.*?</, `<cbc:RegistrationName>${written}<`)).debtorName;
  it.each([
    ['&#27743;&#22478;&#36828;&#27915;', '江城远洋'],
    ['&#x6C5F;&#x57CE;&#x8fdc;&#X', null],
    ['&#x6C5F;&#x57CE;&#x8fdc;洋', '江城远洋'],
    ['江城&#x2C029;&#131207;贸易', '江城𬀩𠂇贸易'],
    ['<![CDATA[江城&远洋]]>', '江城&远洋'],
    ['<![CDATA[江城&amp;远洋]]>', '江城&amp;远洋'],
    ['江城 <![CDATA[& <远洋>]]> 贸易', '江城 & <远洋> 贸易'],
    ['江城<!-- sic --> 远洋', '江城 远洋'],
    ['A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;', `A & B <C> "D" 'E'`],
    // The markup of a name in the place of the name: damaged, and refused at admission.
    ['&amp;#27743;城', '\ufffd城'],
    ['&#38;#x6c5f;城', '\ufffd城'],
    ['<![CDATA[&#27743;]]>城', '\ufffd城'],
    ['&#x00006C5F;&#0022478;', '江城'],
    ['&#xD842;&#xDFB7;', null],
    ['&#xFFFE;江城', null],
    ['&eacute;江城', null],
    ['&#X6C5F;', null],
    ['江&#32;城&#10;', '江 城'],
    ['&nbsp;江城', null],
    ['&#0;江城', null],
    ['&#xD800;江城', null],
    ['&#x110000;江城', null],
    ['江城 & 远洋', null],
    ['&constructor;', null],
  ])('%s: %s', (written, name) => {
    if (name === null) expect(() => names(written)).toThrow('UBL_NOT_XML');
    else expect(names(written)).toBe(name);
  });

  it('are decoded in numbers, currencies and schemes too', () => {
    const edited = document({}, (xml) => xml.replace('U-1<', 'U&#45;1<').replaceAll('"CNY"', '"&#67;NY"'));
    expect([edited.key, edited.number, edited.currency]).toEqual(['U-1', 'U-1', 'CNY']);
  });

  const declared = (encoding: string) => anInvoice(GOOD).replace('UTF-8', encoding);
  const called = (name: string, city: string) => (encoding: string) =>
    declared(encoding)
      .replace(/海港.*?公司/, name)
      .replace('上海市', city);
  const [taiwan, german] = [called('海港貿易有限公司', '台北市'), called('Müller Straße GmbH', 'Köln')];
  const [french, rare] = [called('Société – Crédit “A”', 'Orléans'), called('江城𬀩𠂇贸易有限公司', '上海市')];
  const short = (encoding: string) => called('谢伟', '')('UTF-8').replace(' encoding="UTF-8"', encoding);
  const bom = (hex: string, bytes: Buffer) => Buffer.concat([Buffer.from(hex, 'hex'), bytes]);
  const TRADE = /^海港 & 贸易\d+有限公司$/;
  it.each<[string, Buffer, RegExp | string]>([
    ['UTF-8', Buffer.from(declared('utf-8')), TRADE],
    ['UTF-8 with a byte order mark', bom('efbbbf', Buffer.from(declared('UTF-8'))), TRADE],
    ['UTF-8 and nothing declared', Buffer.from(declared('UTF-8').replace(/<\?xml.*?\?>/, '')), TRADE],
    ['GB18030', iconv.encode(declared('GB18030'), 'gb18030'), TRADE],
    ['GBK', iconv.encode(declared('gbk'), 'gbk'), TRADE],
    ['GB2312', iconv.encode(declared('GB2312'), 'gb18030'), TRADE],
    ['UTF-16, little end first', bom('fffe', iconv.encode(declared('UTF-16'), 'utf16-le')), TRADE],
    ['UTF-16, big end first', bom('feff', iconv.encode(declared('UTF-16'), 'utf16-be')), TRADE],
    ['UTF-16 without a byte order mark', iconv.encode(declared('UTF-16LE'), 'utf16-le'), TRADE],
    ['Big5', iconv.encode(declared('Big5').replace(/海港.*?公司/, '海港貿易有限公司'), 'big5'), '海港貿易有限公司'],
    ['GB18030 that says it is UTF-8', iconv.encode(declared('UTF-8'), 'gb18030'), 'UBL_NOT_XML'],
    ['UTF-8 that says it is GB18030', Buffer.from(declared('GB18030')), 'UBL_NOT_XML'],
    ['UTF-8 that says it is Latin-1', Buffer.from(declared('ISO-8859-1')), 'UBL_NOT_XML'],
    // What has the structure of the declared encoding and says nothing in it.
    ['Big5 that says it is GBK', iconv.encode(taiwan('GBK'), 'big5'), 'UBL_NOT_XML'],
    ['Big5 that says it is Latin-1', iconv.encode(taiwan('ISO-8859-1'), 'big5'), 'UBL_NOT_XML'],
    ['GBK that says it is Big5', iconv.encode(declared('Big5'), 'gbk'), 'UBL_NOT_XML'],
    ['GBK that says it is Latin-1', iconv.encode(declared('ISO-8859-1'), 'gbk'), 'UBL_NOT_XML'],
    ['Latin-1 that says it is GBK', iconv.encode(german('GBK'), 'latin1'), 'UBL_NOT_XML'],
    ['GBK of two characters, nothing declared', iconv.encode(short(''), 'gbk'), 'UBL_NOT_XML'],
    ['GBK of two characters', iconv.encode(short(' encoding="GBK"'), 'gbk'), /^谢伟$/],
    ['Latin-1', iconv.encode(german('ISO-8859-1'), 'latin1'), /^Müller Straße GmbH$/],
    ['Windows-1252', iconv.encode(french('windows-1252'), 'win1252'), /^Société – Crédit “A”$/],
    ['GB18030 of four bytes', iconv.encode(rare('GB18030'), 'gb18030'), /^江城𬀩𠂇贸易有限公司$/],
    ['an encoding that is not read', Buffer.from(declared('EBCDIC-CP-US')), 'UBL_NOT_XML'],
    [
      'UTF-16 cut in a character',
      bom('fffe', iconv.encode(declared('UTF-16'), 'utf16-le').subarray(0, -1)),
      'UBL_NOT_XML',
    ],
    [
      'a processing instruction',
      Buffer.from(declared('UTF-8').replace('?>', '?><?xml-stylesheet href="x.xsl"?>')),
      TRADE,
    ],
    [
      'a comment before the root',
      Buffer.from(declared('UTF-8').replace('<Invoice', '<!-- by hand --><Invoice')),
      TRADE,
    ],
    [
      'an envelope',
      Buffer.from(
        `<StandardBusinessDocument>${anInvoice(GOOD).replace(/<\?xml.*?\?>/, '')}</StandardBusinessDocument>`,
      ),
      'UBL_NOT_AN_INVOICE',
    ],
    ['another standard', Buffer.from('<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:x:100"/>'), 'UBL_NOT_AN_INVOICE'],
  ])('in %s', (_, bytes, expected) => {
    if (typeof expected === 'string') expect(faultOf(bytes)).toBe(expected);
    else expect(faultOf(bytes)).toMatch(expected);
  });
});

describe('who owes a UBL document', () => {
  const identification = (id: string, scheme?: string) =>
    `<a:PartyIdentification><b:ID${scheme ? ` schemeID="${scheme}"` : ''}>${id}</b:ID></a:PartyIdentification>`;
  const vat = (id: string) => `<a:PartyTaxScheme><b:CompanyID>${id}</b:CompanyID></a:PartyTaxScheme>`;
  const number = (parts: UblParts) => judgeDocument(document(parts), {}, TODAY).row['debtorIdNumber'];
  it.each<[string, string, string | null]>([
    ['a tax number with its country', vat(`CN${CODE}`), CODE],
    ['a tax number with its country and blanks', vat(`CN 9135 0100 M000 100Y 43`), CODE],
    ['a tax number with its country and a hyphen', vat(`CN-${CODE}`), CODE],
    ['a tax number in lower case', vat(`cn${CODE.toLowerCase()}`), CODE.toLowerCase()],
    ['a tax number', vat(CODE), CODE],
    ['a GLN', identification('6901234000016', '0088'), null],
    ['a GLN without its scheme', identification('6901234000016'), null],
    ['a D-U-N-S number', identification('544567890', '0060'), null],
    ['a credit code among identifiers', identification(CODE), CODE],
    ['a credit code of a named scheme', identification(CODE, 'CN:USCC'), CODE],
    ['a GLN and a tax number', identification('6901234000016', '0088') + vat(`CN${CODE}`), CODE],
    ['a GLN as the number of registration', registered('6901234000016', '0088'), null],
    [
      'a LEI as the number of registration, and a tax number',
      registered('5493001KJTIIGC8Y1R12', '0199') + vat(CODE),
      CODE,
    ],
    ['a foreign number of registration', registered('12345678'), '12345678'],
    ['nothing with a digit', vat('N/A'), null],
    ['two numbers of registration', registered(CODE) + vat('91310000MA1FL5E91M'), `${CODE}/91310000MA1FL5E91M`],
    ['one number twice, once with its country', registered(CODE) + vat(`CN ${CODE}`), CODE],
    ['a number of the seller’s own beside it', identification('123456789012345678') + registered(CODE), CODE],
  ])('%s', (_, identifiedBy, expected) => expect(number({ identifiedBy })).toBe(expected));
});

function registered(id: string, scheme?: string): string {
  return `<a:PartyLegalEntity><b:CompanyID${scheme ? ` schemeID="${scheme}"` : ''}>${id}</b:CompanyID></a:PartyLegalEntity>`;
}
