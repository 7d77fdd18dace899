import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { aCreditor, anAgency, anOrganisation, type Organisation } from '../support/builders.js';
import { ask, done } from '../support/client.js';
import { runOver } from '../support/erp.js';
import { buildProduct, Product } from '../support/process.js';
import { daysAgo } from '../support/samples.js';
import { anInvoice } from '../support/ubl.js';
import { bracketedFormat, LONG_TEXTS } from './long-texts.js';
import { Watch } from './watch.js';

const MB = 1024 * 1024;

describe('a server that strangers send to', () => {
  const product = new Product({ OUTBOUND_ALLOW_PRIVATE: 'true' });
  let creditor: Organisation;
  let other: Organisation;
  let stranger: Organisation;
  const watch = new Watch();

  beforeAll(async () => {
    await buildProduct();
    await product.start();
    creditor = await aCreditor(product.app);
    other = await aCreditor(product.app);
    stranger = await anOrganisation(product.app, 'creditor');
  });
  afterAll(() => {
    watch.end();
    return product.end();
  });

  const alive = <T>(work: () => Promise<T>): Promise<T> => watch.alive(product, work);

  async function post(path: string, token: string, files: readonly Buffer[]) {
    const boundary = 'a-boundary-of-parts';
    const head = (n: number) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${n}.xml"\r\n\r\n`;
    const parts = files.flatMap((bytes, n) => [Buffer.from(head(n)), bytes, Buffer.from('\r\n')]);
    const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'idempotency-key': randomUUID(),
    };
    const answer = await fetch(`${product.url}${path}`, { method: 'POST', headers, body });
    return { status: answer.status, body: (await answer.json()) as Record<string, any> };
  }
  const upload = (by: Organisation, bytes: Buffer) => post('/v1/case-batches', by.owner.token, [bytes]);
  const oneRow = async (by: Organisation) => {
    const row = {
      ...{ externalRef: randomUUID(), debtorName: '海港有限公司', principalFen: '500000', dueOn: daysAgo(90) },
      ...{ legalOrigin: 'trade', evidence: ['contract', 'invoice', 'delivery_note'] },
    };
    const answer = await fetch(`${product.url}/v1/case-batches`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${by.owner.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ rows: [row] }),
    });
    return answer.status;
  };

  it.each(LONG_TEXTS)('outlives a workbook of one megabyte with one text of 40, 70 and 95: %s', async (_, workbook) => {
    for (const megabytes of [40, 70, 95]) {
      const file = workbook(megabytes);
      const answer = await alive(() => upload(creditor, file));
      expect(answer).toMatchObject({ status: 413, body: { code: 'FILE_TOO_COMPLEX' } });
    }
  });

  it('refuses a stranger before it looks into the file', async () => {
    const answer = await alive(() => upload(stranger, LONG_TEXTS[0]![1](70)));
    expect(answer).toMatchObject({ status: 403, body: { code: 'ORGANISATION_NOT_VERIFIED' } });
  });

  it('reads a number format of a million brackets, and others go on meanwhile', async () => {
    const file = bracketedFormat();
    const [answer, row] = await alive(() => Promise.all([upload(creditor, file), oneRow(other)]));
    expect([answer.status, row]).toEqual([202, 202]);
  });

  it('holds requests, not bytes, of those who wait, and lets others pass', async () => {
    const line = `${JSON.stringify({ externalRef: 'L', debtorName: 'x', note: 'n'.repeat(90_000) })}\n`;
    const big = Buffer.from(line.repeat(Math.floor((15.5 * MB) / line.length)));
    const answers = await alive(async () => {
      const many = Array.from({ length: 40 }, () => upload(creditor, big));
      const passed = [(await upload(other, Buffer.from(line))).status, await oneRow(other)];
      expect(passed).toEqual([202, 202]);
      return Promise.all(many);
    });
    const tally = (status: number) => answers.filter((one) => one.status === status).length;
    expect([tally(202) > 0, tally(503) > 0, tally(202) + tally(503)]).toEqual([true, true, 40]);
    expect(answers.find(({ status }) => status === 503)?.body).toMatchObject({ code: 'BUSY' });
  });

  it.each([
    ['a comment before a bad literal', `#${'a'.repeat(95_000)}\n{ hall(first: "x") { nodes { id } } }`, {}],
    ['a name of its own', `{ ${'a'.repeat(95_000)} }`, {}],
    ['blanks', `{ hall(first: ${' '.repeat(95_000)}"x") { nodes { id } } }`, {}],
    ['brackets', `{ hall(first: ${'['.repeat(900)}`, {}],
    ['a long text', `{ hall(first: "${'Did you mean '.repeat(7_000)}") { nodes { id } } }`, {}],
    ['a long variable', 'query ($n: Int!) { hall(first: $n) { nodes { id } } }', { n: ' Did you mean '.repeat(6_500) }],
  ])('answers a document of 95 kB with what is wrong in it: %s', async (_, query, variables) => {
    const answer = await alive(() => product.app.graphql(query, variables));
    expect(answer.status).toBe(400);
    for (const { message, extensions } of answer.errors!) {
      expect(message.length).toBeLessThan(510);
      expect(extensions['code']).toMatch(/^(GRAPHQL_(PARSE|VALIDATION)_FAILED|BAD_USER_INPUT)$/);
    }
  });

  it('takes variables nested without end, a null for a default and a subscription by POST for mistakes of the caller', async () => {
    const learnt = 'query ($filter: HallFilter) { hall(first: 1, filter: $filter) { nodes { id } } }';
    const agency = (await anAgency(product.app)).owner.token;
    for (let n = 0; n < 3; n += 1) expect((await product.app.graphql(learnt, {}, agency)).errors).toBeUndefined();
    const deep = `${'{"a":'.repeat(7_000)}1${'}'.repeat(7_000)}`;
    const answers = [];
    for (const variables of [`{"filter":${deep}}`, `{"other":${deep}}`]) {
      const body = `{"query":${JSON.stringify(learnt)},"variables":${variables}}`;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${agency}` };
      answers.push(await (await fetch(`${product.url}/graphql`, { method: 'POST', headers, body })).json());
    }
    const { token } = creditor.owner;
    const nulled = 'query ($n: Int = 100) { cases(first: $n) { nodes { id } } }';
    for (let n = 0; n < 4; n += 1) answers.push(await product.app.graphql(nulled, { n: null } as never, token));
    answers.push(await product.app.graphql('subscription { hallEvents { __typename } }', {}, token));
    for (const { errors } of answers as { errors: { extensions: object }[] }[]) {
      expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('reads UBL documents that would take hours elsewhere', async () => {
    const input = { kind: 'ubl', name: 'Files' };
    const made = { input: ['CreateErpConnectionInput!', input] } as const;
    const { token } = creditor.owner;
    const { id } = await done(product.app, 'createErpConnection', made, '... on ErpConnection { id }', { token });
    const declared = Array.from({ length: 4_000 }, (_, n) => `xmlns:a${n}="u"`).join(' ');
    const files = [
      anInvoice()
        .replace('<Invoice', `<Invoice ${declared}`)
        .replace('</Invoice>', `${'<a/>'.repeat(20_000)}</Invoice>`),
      anInvoice({ due: null, terms: ' '.repeat(80_000) }),
      `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${'<a>'.repeat(500_000)}`,
      anInvoice({ number: 'GOOD' }),
    ];
    const path = `/v1/erp-connections/${id}/documents`;
    const answer = await alive(() =>
      post(
        path,
        token,
        files.map((text) => Buffer.from(text)),
      ),
    );
    expect(answer).toMatchObject({ status: 201, body: { state: 'completed', documents: 4 } });
    expect((await post(path, stranger.owner.token, [Buffer.from('x')])).status).toBe(404);
  });

  describe('and an ERP that means no good', () => {
    let server: Server;
    let answer = '[]';
    let asked = 0;

    beforeAll(async () => {
      server = createServer((request, response) => {
        asked += 1;
        request.resume();
        response.on('error', () => undefined);
        response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    });
    afterAll(() => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    });

    const connect = async (by: Organisation) => {
      const input = {
        ...{ kind: 'odoo', name: 'Odoo', baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
        ...{ credentials: { apiKey: 'key' }, intervalMinutes: 1_440 },
      };
      const made = { input: ['CreateErpConnectionInput!', input] } as const;
      const options = { token: by.owner.token };
      return (await done(product.app, 'createErpConnection', made, '... on ErpConnection { id }', options))['id'];
    };
    const faultOf = async (by: Organisation, id: string) => {
      for (;;) {
        const found = await ask(product.app, 'erpConnection', { id: ['ID!', id] }, 'errorCode state', by.owner.token);
        if (found['errorCode']) return found['errorCode'] as string;
        await sleep(50);
      }
    };

    it('is not asked at all for a creditor that may not post', async () => {
      asked = 0;
      const id = await connect(stranger);
      expect(await faultOf(stranger, id)).toBe('ORGANISATION_NOT_VERIFIED');
      expect(asked).toBe(0);
    });

    it.each([
      ['thirty megabytes of objects', `[${'{},'.repeat(10 * MB)}{}]`],
      ['three megabytes of objects', `[${'{},'.repeat(0.9 * MB)}{}]`],
      ['three megabytes of brackets', `${'['.repeat(1.4 * MB)}${']'.repeat(1.4 * MB)}`],
      ['more documents than were asked for', JSON.stringify(Array.from({ length: 600 }, (_, id) => ({ id })))],
      ['no documents', '[1, null, "x"]'],
      ['a key of a megabyte', JSON.stringify([{ id: 'x'.repeat(MB) }])],
    ])('is told from one that does: %s', async (_, sent) => {
      answer = sent;
      const id = await alive(() => connect(creditor));
      expect(await alive(() => faultOf(creditor, id))).toBe('ERP_ANSWER_STRANGE');
      const options = { token: creditor.owner.token };
      await done(product.app, 'deleteErpConnection', { id: ['ID!', id] }, '... on ErpConnection { id }', options);
    });

    it('sends texts as long as it likes', async () => {
      const contact = { id: 7, name: 'x', vat: '9', contact_address: ' '.repeat(80_000) };
      const move = { id: 1, name: 'S/1', state: 'posted', commercial_partner_id: [7, 'x'], ref: '\n '.repeat(40_000) };
      answer = JSON.stringify([{ ...move, ...contact, id: 1 }]);
      const id = await connect(creditor);
      const run = await alive(() => runOver(product.app, creditor, id));
      expect(run['documents']).toBeGreaterThan(0);
    });
  });
});
