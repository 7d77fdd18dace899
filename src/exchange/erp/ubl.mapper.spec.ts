import { anInvoice, type UblParts } from '../../../test/support/ubl.js';
import { addDays } from '../../kernel/calendar.js';
import { ublDocument } from './ubl.mapper.js';
import { readUbl } from './ubl.reader.js';

function documentOf(parts: UblParts = {}, edit = (xml: string) => xml) {
  const read = readUbl(Buffer.from(edit(anInvoice(parts))));
  if ('fault' in read) throw new Error(read.fault);
  return ublDocument(read.root);
}
const faultOf = (text: string | Buffer) => {
  const read = readUbl(Buffer.from(text));
  return 'fault' in read ? read.fault : 'none';
};

describe('a UBL document', () => {
  it('says who owes how much, whatever prefixes its sender chose', () => {
    for (const prefixes of [
      ['cbc', 'cac'],
      ['b', 'x'],
      ['ns1', 'ns0'],
    ] as const) {
      const parts = { prefixes, number: 'N-1', taxNumber: '91350100M000100Y43', total: '1000.01' };
      expect(documentOf(parts)).toMatchObject({
        ...{ key: 'N-1', kind: 'invoice', state: 'posted', currency: 'CNY', totalFen: 100_001n, openFen: 100_001n },
        ...{ debtorIdNumber: '91350100M000100Y43', debtorName: expect.stringMatching(/^海港 & 贸易\d+有限公司$/) },
      });
    }
  });

  it('takes the prepaid amount off once, whether or not its sender did', () => {
    expect(documentOf({ total: '100.00', prepaid: '30.00', payable: '70.00' }).openFen).toBe(7_000n);
    expect(documentOf({ total: '100.00', prepaid: '30.00', payable: '100.00' }).openFen).toBe(7_000n);
    expect(documentOf({ total: '100.00', prepaid: '0', payable: '100.00' }).openFen).toBe(10_000n);
    expect(documentOf({ total: '100.00', prepaid: 'x', payable: '100.00' }).openFen).toBeUndefined();
  });

  it('is due on its day, or so many days after its issue', () => {
    const { invoicedOn } = documentOf();
    expect(documentOf({ due: '2026-02-03' }).dueOn).toBe('2026-02-03');
    expect(documentOf({ due: '2026-02-30' }).dueOn).toBeUndefined();
    expect(documentOf({ due: null, terms: 'Net 45 days' }).dueOn).toBe(addDays(invoicedOn!, 45));
    expect(documentOf({ due: null, terms: '账期60天' }).dueOn).toBe(addDays(invoicedOn!, 60));
    expect(documentOf({ due: null, terms: 'as agreed' }).dueOn).toBeNull();
    expect(documentOf({ due: null }).dueOn).toBeNull();
  });

  it('names both currencies when they disagree', () => {
    const mixed = documentOf({}, (xml) =>
      xml.replace('PayableAmount currencyID="CNY"', 'PayableAmount currencyID="USD"'),
    );
    expect(mixed.currency).toBe('CNY/USD');
  });

  it('is no case when it is a credit note', () => {
    expect(documentOf({ root: 'CreditNote' }).kind).toBe('credit_note');
  });

  it('is not read from another namespace, with a document type, or broken', () => {
    const good = anInvoice();
    expect(faultOf(good)).toBe('none');
    expect(faultOf(`\ufeff${good}`)).toBe('none');
    expect(faultOf(good.replace(':Invoice-2"', ':Invoice-1"'))).toBe('UBL_NOT_AN_INVOICE');
    expect(faultOf(good.replace('<Invoice', '<!DOCTYPE Invoice SYSTEM "file:///etc/passwd"><Invoice'))).toBe(
      'UBL_DOCTYPE',
    );
    expect(faultOf(good.replace('<Invoice', '<!doctype x [<!ENTITY e "x">]><Invoice'))).toBe('UBL_DOCTYPE');
    for (const bad of ['', 'hello', '{}', '<', '<a>', good.slice(0, -20), Buffer.from([0xff, 0xfe, 0x3c, 0])]) {
      expect(['UBL_NOT_XML', 'UBL_NOT_AN_INVOICE']).toContain(faultOf(bad));
    }
    expect(faultOf(`${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`)).not.toBe('none');
  });

  it('has as many namespaces as it needs, and its terms near the beginning of their note', () => {
    const declared = (count: number) => Array.from({ length: count }, (_, n) => `xmlns:a${n}="u"`).join(' ');
    expect(faultOf(anInvoice().replace('<Invoice', `<Invoice ${declared(20)}`))).toBe('none');
    expect(faultOf(anInvoice().replace('<Invoice', `<Invoice ${declared(65)}`))).toBe('UBL_TOO_COMPLEX');
    expect(documentOf({ due: null, terms: `net${' '.repeat(80_000)}30 days` }).dueOn).toBeNull();
  });
});
