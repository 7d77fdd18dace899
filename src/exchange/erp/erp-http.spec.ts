import { type Outbound, OutboundFault } from '../../platform/outbound/index.js';
import { ErpHttp, listOf } from './erp-http.js';
import { erpnextDocument } from './erpnext.mapper.js';
import { odooDocument } from './odoo.mapper.js';

const asked: { maxBytes?: number }[] = [];
const httpOf = (body: string | Error) => {
  const send = async (request: { maxBytes?: number }) => {
    asked.push(request);
    if (body instanceof Error) throw body;
    return { status: 200, headers: {}, body: Buffer.from(body) };
  };
  return new ErpHttp({ send } as unknown as Outbound, 'https://erp.example');
};
const ask = async (body: string | Error) =>
  (await httpOf(body).ask({ path: 'x', method: 'GET', headers: {} })).json as unknown;

describe('an answer of an ERP', () => {
  it('is read as JSON, whatever its texts hold', async () => {
    const page = Array.from({ length: 2_000 }, (_, id) => [id, '[{,"\\'.repeat(40)]);
    expect(await ask(JSON.stringify(page))).toEqual(page);
    expect(asked.at(-1)!.maxBytes).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  it.each([
    ['too many objects', `[${'{},'.repeat(300_000)}{}]`],
    ['nested without end', '['.repeat(100) + ']'.repeat(100)],
    ['too large', new OutboundFault('ANSWER_TOO_LARGE')],
  ])('is strange when it is %s, and not parsed', async (_, body) => {
    await expect(ask(body)).rejects.toThrow('ERP_ANSWER_STRANGE');
  });

  it.each([[[1]], [[null]], [{}], [Array(11).fill({})]])(
    'is strange when it is no list of at most ten objects',
    (value) => {
      expect(() => listOf(value, 10)).toThrow('ERP_ANSWER_STRANGE');
    },
  );

  it('has texts that are cut before they are read', () => {
    const long = { contact_address: '\n '.repeat(500_000), name: '<'.repeat(500_000) };
    const found = odooDocument({ id: 1, ref: 'x'.repeat(90_000) }, { partner: { id: 2, ...long } });
    expect(found).toMatchObject({ key: '1', debtorAddress: null });
    expect([found.debtorName, found.contractNumber].map((text) => text!.length)).toEqual([2_000, 2_000]);
    expect(erpnextDocument({ name: 'S', address_display: '<'.repeat(500_000) }).debtorAddress).toHaveLength(2_000);
    expect(odooDocument({ id: 1 }, { partner: { id: 2, contact_address: ' a \n\n  b' } }).debtorAddress).toBe('a b');
    expect(erpnextDocument({ name: 'S', address_display: 'a<br>\n b <i>c</i>' }).debtorAddress).toBe('a b c');
    expect(odooDocument({ id: 1, name: 'INV\0/1' }).number).toBe('INV\ufffd/1');
    expect(odooDocument({ id: 1, amount_total: `${' '.repeat(100)}1` }).totalFen).toBeUndefined();
  });

  it.each([['x'.repeat(141)], [''], ['a\0b'], [{}], [null]])('is strange when a document has no key: %.20j', (id) => {
    expect(() => odooDocument({ id } as never)).toThrow('ERP_ANSWER_STRANGE');
  });
});
