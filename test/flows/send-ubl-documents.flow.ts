import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anApiKey, type Organisation } from '../support/builders.js';
import { act, ask, done } from '../support/client.js';
import { EVIDENCE, rowsOf } from '../support/erp.js';
import { anInvoice } from '../support/ubl.js';

describe('sending UBL documents', () => {
  let app: TestApp;
  let creditor: Organisation;
  let key: string;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
    ({ key } = await anApiKey(app, creditor, ['connectors:read', 'connectors:write']));
    const input = { kind: 'ubl', name: 'Files', defaults: { evidence: EVIDENCE, referencePrefix: 'U:' } };
    const made = { input: ['CreateErpConnectionInput!', input] } as const;
    id = (await done(app, 'createErpConnection', made, '... on ErpConnection { id }', { token: creditor.owner.token }))[
      'id'
    ];
  });
  afterAll(() => app.close());

  async function send(files: Record<string, string | Buffer>, to = id) {
    const request = app.rest().post(`/v1/erp-connections/${to}/documents`).set('authorization', `Bearer ${key}`);
    for (const [name, contents] of Object.entries(files)) request.attach('file', Buffer.from(contents), name);
    return request;
  }

  it('makes cases of invoices and says of every other file why not', async () => {
    const answer = await send({
      'plain.xml': anInvoice({ number: 'A-1' }),
      'prefixes.xml': anInvoice({ number: 'A-2', prefixes: ['b', 'x'], total: '1000.01' }),
      'prepaid.xml': anInvoice({ number: 'A-3', total: '5000.00', prepaid: '1999.99', payable: '3000.01' }),
      'terms.xml': anInvoice({ number: 'A-4', due: null, terms: 'Net 30 days' }),
      'credit.xml': anInvoice({ number: 'B-1', root: 'CreditNote' }),
      'krone.xml': anInvoice({ number: 'B-2', currency: 'NOK' }),
      'exact.xml': anInvoice({ number: 'B-3', total: '1000.001', payable: '1000.001' }),
      'undated.xml': anInvoice({ number: 'B-4', due: null }),
      'unknown.xml': anInvoice({ number: 'B-5', taxNumber: null }),
      'paid.xml': anInvoice({ number: 'B-6', prepaid: '12345.60', payable: '0.00' }),
      'bomb.xml': `<!DOCTYPE x [<!ENTITY a "aaaa">]>${anInvoice()}`,
      'order.xml': '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
      'broken.xml': anInvoice().slice(0, 400),
      'picture.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    const fates = [...(await rowsOf(app, creditor, id))].map(([name, { outcome, reasons }]) => [
      name,
      reasons[0]?.code ?? outcome,
    ]);
    expect(Object.fromEntries(fates)).toEqual({
      ...{ 'A-1': 'admitted', 'A-2': 'admitted', 'A-3': 'admitted', 'A-4': 'admitted' },
      ...{ 'B-1': 'SKIPPED_CREDIT_NOTE', 'B-2': 'CURRENCY_UNSUPPORTED', 'B-3': 'AMOUNT_UNREADABLE' },
      ...{ 'B-4': 'SKIPPED_NO_DUE_DATE', 'B-5': 'SKIPPED_NO_DEBTOR_ID', 'B-6': 'SKIPPED_SETTLED' },
      ...{ 'file:bomb.xml': 'UBL_DOCTYPE', 'file:order.xml': 'UBL_NOT_AN_INVOICE' },
      ...{ 'file:broken.xml': 'UBL_NOT_XML', 'file:picture.png': 'UBL_NOT_XML' },
    });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { state: 'completed', trigger: 'upload', documents: 14, counts: { admitted: 4, skipped: 6, rejected: 4 } },
    ]);
  });

  it('reads amounts to the fen and puts the prefix before the number', async () => {
    const { body } = await send({ 'c.xml': anInvoice({ number: 'C-1', total: '4321.05' }) });
    expect(body.counts).toEqual({ admitted: 1 });
    const row = (await rowsOf(app, creditor, id)).get('C-1')!;
    const asked = { id: ['ID!', row['caseId']] } as const;
    const seen = await ask(app, 'case', asked, 'externalRef outstandingFen', creditor.owner.token);
    expect(seen).toEqual({ externalRef: 'U:C-1', outstandingFen: '432105' });
  });

  it('follows a later version of a document: paid in part, then settled', async () => {
    const version = (prepaid: string, payable: string) => ({
      'd.xml': anInvoice({ number: 'D-1', total: '8000.00', prepaid, payable, taxNumber: '91350100M000100Y43' }),
    });
    expect((await send(version('0.00', '8000.00'))).body.counts).toEqual({ admitted: 1 });
    expect((await send(version('0.00', '8000.00'))).body.counts).toEqual({ unchanged: 1 });
    expect((await send(version('3000.00', '5000.00'))).body.counts).toEqual({ updated: 1 });
    expect((await send(version('8000.00', '0.00'))).body.counts).toEqual({ settled: 1 });
  });

  it('refuses what is not for it', async () => {
    expect((await send({})).body).toMatchObject({ code: 'INVALID_INPUT', path: 'file' });
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`${n}.xml`, anInvoice()]));
    expect((await send(many)).body).toMatchObject({ code: 'INVALID_INPUT', path: 'file' });
    expect((await send({ 'large.xml': Buffer.alloc(5 * 1024 * 1024 + 1, 32) })).body).toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    const plain = { token: creditor.owner.token };
    const sync = { id: ['ID!', id], full: ['Boolean!', false] } as const;
    expect(await act(app, 'syncErpConnection', sync, '', plain)).toMatchObject({
      code: 'ERP_CONNECTION_OF_OTHER_KIND',
    });
  });

  it('refuses connections whose address leads inside, or whose credentials are not theirs', async () => {
    const create = async (input: Record<string, unknown>) => {
      const made = { input: ['CreateErpConnectionInput!', { kind: 'odoo', name: 'Books', ...input }] } as const;
      const { code, path } = await act(app, 'createErpConnection', made, '... on ErpConnection { id }', {
        token: creditor.owner.token,
      });
      return [code, path];
    };
    const credentials = { apiKey: 'k' };
    for (const baseUrl of [
      'http://erp.example.com',
      'https://127.0.0.1',
      'https://[::1]:8069',
      'https://localhost',
      'https://2130706433',
      'https://me:secret@erp.example.com',
      'https://erp.example.com:22',
      'x',
    ]) {
      expect(await create({ baseUrl, credentials })).toEqual(['ERP_ADDRESS_NOT_ALLOWED', 'baseUrl']);
    }
    const baseUrl = 'https://erp.example.com';
    expect(await create({ baseUrl })).toEqual(['INVALID_INPUT', 'credentials.apiKey']);
    expect(await create({ baseUrl, credentials: { apiKey: 'k', appId: 'a' } })).toEqual([
      'INVALID_INPUT',
      'credentials.appId',
    ]);
    expect(await create({ credentials })).toEqual(['INVALID_INPUT', 'baseUrl']);
    expect(await create({ baseUrl, credentials, intervalMinutes: 4 })).toEqual(['INVALID_INPUT', 'intervalMinutes']);
    const moved = { id: ['ID!', id], input: ['UpdateErpConnectionInput!', { baseUrl }] } as const;
    const token = creditor.owner.token;
    expect(await act(app, 'updateErpConnection', moved, '', { token })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
