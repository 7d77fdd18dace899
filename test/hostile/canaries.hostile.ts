import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBankAccount, sampleMobile, sampleResidentId } from '@recourse/identifiers';
import {
  aCreditor,
  aFile,
  aGrab,
  aMember,
  anAgency,
  anOrganisation,
  aPlatform,
  type Organisation,
} from '../support/builders.js';
import { act, done } from '../support/client.js';
import { asOwner } from '../support/database.js';
import { stream } from '../support/live.js';
import { buildProduct, Product } from '../support/process.js';
import { DOCUMENTS, daysAgo, sampleDebt, sampleFacts } from '../support/samples.js';
import { Sink } from '../support/sink.js';
import { anInvoice } from '../support/ubl.js';
import { anEndpoint } from '../support/webhooks.js';

/**
 * Columns that may hold in clear what a person wrote about a person, each with its reason. Everything else is sealed, or does
 * not keep it.
 */
const STATED: Readonly<Record<string, string>> = {
  'members.name': 'colleagues and reviewers see who acts; no debtor is a member',
  'cases.contract_number': 'a number that both parties know; machines need debtors:read for it',
};

describe('what is known of persons', () => {
  const product = new Product({ OUTBOUND_ALLOW_PRIVATE: 'true', LOG_LEVEL: 'debug' });
  const sink = new Sink();
  const canaries = new Map<string, string>();
  const answers: string[] = [];
  let creditor: Organisation;
  let agency: Organisation;
  let bystander: Organisation;
  let told: Awaited<ReturnType<typeof stream>>[] = [];

  beforeAll(async () => {
    await buildProduct();
    await product.start();
    await sink.open();
    [creditor, agency, bystander] = [
      await aCreditor(product.app),
      await anAgency(product.app),
      await anAgency(product.app),
    ];
  });
  afterAll(async () => {
    for (const one of told) one.stop();
    await product.end();
    await sink.close();
  });

  /** A text that stands nowhere else. */
  function canary(what: string, text = `Kanarie${canaries.size}${what.replace(/\W/g, '')}金丝雀`): string {
    canaries.set(what, text);
    return text;
  }
  /** What somebody else may be told: nothing of these. */
  const refused = async (name: string, args: Parameters<typeof act>[2], token: string) => {
    const { query, variables } = (await import('../support/client.js')).operationOf(
      'mutation',
      name,
      args,
      '__typename ... on Refusal { code message path details }',
    );
    const answer = await product.app.graphql(query, variables, token);
    answers.push(JSON.stringify([answer.errors, answer.data]));
  };

  it('is put wherever it may be written', async () => {
    const { app } = product;
    for (const who of [creditor, agency, bystander]) await anEndpoint(app, who, { url: sink.url });
    told = await Promise.all(
      [creditor, agency, bystander].map((who) => stream(product.url, '/v1/events/stream', who.owner.token)),
    );
    told.push(await stream(product.url, '/v1/hall/events/stream', bystander.owner.token));
    const token = creditor.owner.token;

    const facts = {
      ...sampleFacts('agency', `海港${Date.now()}有限公司`),
      legalRepresentative: {
        name: canary('representative'),
        residentId: canary('representative id', sampleResidentId(771_001)),
      },
      owners: [{ name: canary('owner'), idNumber: canary('owner id', sampleResidentId(771_002)) }],
      contactPhone: canary('contact phone', sampleMobile(771_003)),
      bankAccount: {
        holder: canary('account holder'),
        bank: '测试银行上海分行',
        number: canary('account', sampleBankAccount(771_004)),
      },
    };
    const applicant = await anOrganisation(app, 'agency');
    const fileId = await aFile(app, applicant.owner);
    const documents = DOCUMENTS.agency.map((kind) => ({ kind, fileId }));
    const submit = { input: ['SubmitVerificationInput!', { facts, documents }] } as const;
    const applying = { token: applicant.owner.token };
    await done(app, 'submitVerification', submit, '... on VerificationSummary { id }', applying);

    const person = {
      ...sampleDebt({
        category: 'private_loan',
        debtorKind: 'person',
        evidence: ['loan_note', 'payment_record'],
        legalOrigin: 'other',
      }),
      debtorName: canary('debtor'),
      debtorIdNumber: canary('debtor id', sampleResidentId(771_005)),
      debtorPhone: canary('debtor phone', sampleMobile(771_006)),
      debtorAddress: canary('debtor address'),
      contractNumber: canary('contract'),
      note: canary('case note'),
    };
    const post = { input: ['PostCaseInput!', person] } as const;
    await done(app, 'postCase', post, '... on Case { id }', { token });
    const firm = {
      ...sampleDebt(),
      debtorPhone: person.debtorPhone,
      debtorAddress: person.debtorAddress,
      contractNumber: person.contractNumber,
      note: person.note,
      debtorName: canary('firm'),
    };
    const { id: caseId } = await done(app, 'postCase', { input: ['PostCaseInput!', firm] }, '... on Case { id }', {
      token,
    });

    const odd = {
      ...sampleDebt(),
      debtorName: person.debtorName,
      currency: canary('currency cell'),
      status: canary('status cell'),
      [canary('unknown key')]: 'x',
      principalFen: canary('amount cell'),
    };
    const batch = (rows: object[]) =>
      app.rest().post('/v1/case-batches').set('authorization', `Bearer ${token}`).send({ rows });
    await batch([odd, { ...sampleDebt(), debtorIdNumber: canary('a bad id'), dueOn: canary('a bad day') }]);
    const csv = `外部单号,债务人名称,本金(元),到期日,${canary('header')},备注\nC-1,${person.debtorName},${canary('yuan cell')},${daysAgo(90)},x,${canary('row note')}\n`;
    await app
      .rest()
      .post('/v1/case-batches')
      .set('authorization', `Bearer ${token}`)
      .attach('file', Buffer.from(csv), `${canary('file name')}.csv`);

    const ubl = { kind: 'ubl', name: 'Files', defaults: { evidence: ['contract'], referencePrefix: 'K:' } };
    const made = { input: ['CreateErpConnectionInput!', ubl] } as const;
    const { id } = await done(app, 'createErpConnection', made, '... on ErpConnection { id }', { token });
    const files = { unreadable: Buffer.from('no document'), unnumbered: Buffer.from(anInvoice({ number: '' })) };
    for (const [what, contents] of Object.entries(files)) {
      await app
        .rest()
        .post(`/v1/erp-connections/${id}/documents`)
        .set('authorization', `Bearer ${token}`)
        .attach('file', contents, `${canary(`name of an ${what} file`)}.xml`)
        .expect(201);
    }

    const grabId = await aGrab(app, agency, caseId);
    const by = { token: agency.owner.token };
    await app.graphql(`{ case(id: "${caseId}") { debtor { name phone address idNumber } } }`, {}, by.token);
    const log = { grabId, kind: 'call', outcome: 'not_reached', note: canary('activity note') };
    await done(app, 'logActivity', { input: ['LogActivityInput!', log] }, '... on Activity { id }', by);
    const paid = { caseId, amountFen: '1000', paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor' };
    const report = async (more: object) =>
      done(
        app,
        'reportRepayment',
        {
          input: [
            'ReportRepaymentInput!',
            { ...paid, voucherFileId: await aFile(app, agency.owner, 'repayment-voucher'), ...more },
          ],
        },
        '... on Repayment { id }',
        by,
      );
    const first = await report({ externalRef: canary('payment number') });
    const second = await report({ externalRef: 'P-2', amountFen: '2000', notDuplicateBecause: canary('no duplicate') });
    await done(
      app,
      'disputeRepayment',
      { repaymentId: ['ID!', first['id']], reason: ['String!', canary('dispute')] },
      '',
      { token },
    );
    // Judged by the platform, as a disputed one is.
    const { finance } = await aPlatform(app);
    const reject = { repaymentId: ['ID!', first['id']], reason: ['String!', canary('rejection')] } as const;
    await done(app, 'rejectRepayment', reject, '', { token: finance.token });
    const confirm = { repaymentId: ['ID!', second['id']] } as const;
    await done(app, 'confirmRepayment', confirm, '', { token });
    await done(app, 'returnGrab', { grabId: ['ID!', grabId], reason: ['String!', canary('return')] }, '', by);
    const withdrawn = { caseId: ['ID!', caseId], reason: ['String', canary('withdrawal')] } as const;
    await done(app, 'withdrawCase', withdrawn, '', { token });
    await aMember(app, creditor, ['viewer']);
    await product.settled();
  });

  it('is not repeated by a refusal of it, on either face', async () => {
    const { token } = creditor.owner;
    const bad = (field: string, value: unknown) => ({ ...sampleDebt(), [field]: value });
    const fields = [
      'debtorName',
      'debtorIdNumber',
      'debtorPhone',
      'debtorAddress',
      'contractNumber',
      'note',
      'externalRef',
      'dueOn',
      'principalFen',
      'regionCode',
    ];
    for (const field of fields) {
      const text = canary(`refused ${field}`);
      for (const value of [[text], { name: text }, `${text}\0`, text.repeat(800), `${text}\ud800`]) {
        await refused('postCase', { input: ['PostCaseInput!', bad(field, value)] }, token);
        const answer = await fetch(`${product.url}/v1/cases`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(bad(field, value)),
        });
        answers.push(`${answer.status} ${await answer.text()}`);
      }
      await product.app
        .graphql(`{ cases(first: "${text}") { nodes { id } } }`, {}, token)
        .then((answer) => answers.push(JSON.stringify(answer)));
    }
    const repeated = [...canaries].filter(([what]) => what.startsWith('refused '));
    const heard = answers.join('\n');
    expect(repeated.filter(([, text]) => heard.includes(text)).map(([what]) => what)).toEqual([]);
  });

  it('stands in no column in clear but the stated ones', async () => {
    const columns = await asOwner<{ table: string; column: string }>(
      product.database,
      `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2`,
    );
    expect(columns.length).toBeGreaterThan(300);
    const found = new Map<string, Set<string>>();
    const within = async (sql: string) => {
      const rows = await asOwner<{ text: string }>(product.database, sql);
      const all = rows.map(({ text }) => text).join('\n');
      return [...canaries].filter(([, text]) => all.includes(text) || all.includes(Buffer.from(text).toString('hex')));
    };
    for (const table of new Set(columns.map((one) => one.table))) {
      if ((await within(`SELECT t::text AS text FROM "${table}" t`)).length === 0) continue;
      for (const { column } of columns.filter((one) => one.table === table)) {
        const whats = await within(`SELECT "${column}"::text AS text FROM "${table}" WHERE "${column}" IS NOT NULL`);
        if (whats.length > 0) found.set(`${table}.${column}`, new Set(whats.map(([what]) => what)));
      }
    }
    const unstated = [...found]
      .filter(([place]) => !(place in STATED))
      .map(([place, whats]) => `${place}: ${[...whats]}`);
    expect(unstated).toEqual([]);
  });

  it('stands in no file, no line of the log, no webhook and no stream', () => {
    const places: Record<string, string> = {
      log: product.said,
      webhooks: sink.received.map(({ body, headers }) => body + JSON.stringify(headers)).join('\n'),
      streams: told.map(({ events }) => JSON.stringify(events)).join('\n'),
      files: filesIn(product.folder).join('\n'),
    };
    expect(sink.received.length).toBeGreaterThan(3);
    expect(places['log']!.length).toBeGreaterThan(1_000);
    const found = [...canaries].flatMap(([what, text]) =>
      Object.entries(places)
        .filter(([, all]) => all.includes(text) || all.includes(JSON.stringify(text).slice(1, -1)))
        .map(([place]) => `${what} in ${place}`),
    );
    expect(found).toEqual([]);
  });

  /** The contents of everything kept beside the database. */
  function filesIn(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'postgres' ? [] : filesIn(path);
      return entry.isFile() ? [entry.name, readFileSync(path, 'utf8')] : [];
    });
  }
});
