import { readFileSync } from 'node:fs';
import type { Response, Test } from 'supertest';
import { parse } from 'yaml';
import { HostLookup } from '../../src/platform/outbound/host-lookup.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aFile,
  aGrab,
  anAgency,
  anOAuthClient,
  anOrganisation,
  aPlatform,
  type Organisation,
  PASSWORD,
} from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { faultsOf, type Schema } from '../support/json-schema.js';
import { stream } from '../support/live.js';
import { daysAgo, PDF, sampleDebt } from '../support/samples.js';
import { anInvoice } from '../support/ubl.js';

type Operations = Record<string, { operationId: string; responses: Record<string, Described> }>;
interface Described {
  content?: Record<string, { schema: Schema }>;
}
const contract = parse(readFileSync('openapi.yaml', 'utf8')) as {
  paths: Record<string, Operations>;
  components: { schemas: Record<string, Schema> };
};

describe('the REST face keeps its contract', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  const asked = new Set<string>();

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app, { grade: 'expert' })]);
  });
  afterAll(() => app.close());

  const operations = Object.entries(contract.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ verb, path, ...operation })),
  );

  /** Sends one operation that must succeed, and holds the answer against what openapi.yaml says of it. */
  async function call(
    id: string,
    by?: Organisation,
    params: Record<string, string> = {},
    prepare = (test: Test) => test,
  ) {
    const { verb, path, responses } = operations.find(({ operationId }) => operationId === id)!;
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
    const request = app.rest()[verb as 'get' | 'post' | 'delete'](url);
    if (by) request.set('authorization', `Bearer ${by.owner.token}`);
    const answer: Response = await prepare(request);
    const [mediaType = ''] = (answer.headers['content-type'] ?? '').split(';');
    const described = responses[answer.status]?.content?.[mediaType];
    if (!described || answer.status >= 400)
      throw new Error(`${id} answered ${answer.status} ${mediaType} ${answer.text}`);
    if (mediaType === 'application/json') {
      expect(faultsOf(answer.body, described.schema, contract.components.schemas, id)).toEqual([]);
    }
    asked.add(id);
    return answer.body as Answer;
  }
  const send = (body: object) => (test: Test) => test.send(body);
  const posted = () => call('postCase', creditor, {}, send(sampleDebt({ principalFen: '1000000' })));

  it('about sessions', async () => {
    const someone = await anOrganisation(app, 'creditor');
    const session = await call('login', undefined, {}, send({ email: someone.owner.email, password: PASSWORD }));
    await call('refreshSession', undefined, {}, send({ refreshToken: session['refreshToken'] }));
    await call('logout', someone);
  });

  it('about machines and their tokens', async () => {
    const { id, secret } = await anOAuthClient(app, creditor, ['cases:read']);
    const form = (fields: object) => (test: Test) =>
      test.type('form').send({ client_id: id, client_secret: secret, ...fields });
    const metadata = await call('getAuthorizationServer');
    expect(metadata['token_endpoint']).toContain('/oauth/token');
    const { access_token: token } = await call(
      'getAccessToken',
      undefined,
      {},
      form({ grant_type: 'client_credentials' }),
    );
    await call('revokeAccessToken', undefined, {}, form({ token }));
  });

  it('about files and evidence', async () => {
    const file = await call('uploadFile', creditor, {}, (test) =>
      test.field('purpose', 'evidence').attach('file', PDF, { filename: 'paper.pdf', contentType: 'application/pdf' }),
    );
    await call('downloadFile', creditor, { id: file['id'] });
    const { id: caseId } = await posted();
    await call('addEvidence', creditor, { caseId }, send({ kind: 'judgment', fileId: file['id'] }));
    const [item] = (await ask(
      app,
      'caseEvidence',
      { caseId: ['ID!', caseId] },
      'id',
      creditor.owner.token,
    )) as Answer[];
    await call('downloadEvidence', creditor, { caseId, evidenceId: item!['id'] });
  });

  it('about cases, for the creditor and for its holder', async () => {
    const { id: caseId } = await posted();
    await call('getCase', creditor, { caseId });
    const reviewed = sampleDebt({
      category: 'private_loan',
      legalOrigin: 'other',
      evidence: ['loan_note', 'payment_record'],
    });
    const doubtful = await call('postCase', creditor, {}, send(reviewed));
    expect(doubtful['reviewReasons'].length).toBeGreaterThan(0);
    await call('listHall', agency);
    await call('listHall', creditor);
    await aGrab(app, agency, caseId);
    await call('getCase', agency, { caseId });
    await call('getCaseDebtor', agency, { caseId });
    await call('getCaseDebtor', creditor, { caseId });
    await call('withdrawCase', creditor, { caseId: doubtful['id'] }, send({ reason: 'paid' }));
    const list = await call('listCases', creditor, {}, (test) => test.query({ limit: 2 }));
    expect(list).toMatchObject({ hasMore: true, data: [{}, {}] });
  });

  it('about grabs, and a case that came back too often', async () => {
    const { id: caseId } = await posted();
    for (const contender of [agency, await anAgency(app), await anAgency(app)]) {
      const { id: grabId } = await call('grabCase', contender, { caseId });
      const token = contender.owner.token;
      await done(app, 'returnGrab', { grabId: ['ID!', grabId], reason: ['String!', 'too far'] }, '__typename', {
        token,
      });
      expect(await call('getGrab', contender, { grabId })).toMatchObject({ state: 'returned', endReason: 'too far' });
    }
    expect(await call('relistCase', creditor, { caseId })).toMatchObject({ state: 'listed' });
    for (const reader of [agency, creditor]) {
      expect((await call('listGrabs', reader))['data']).not.toEqual([]);
    }
    // What a member wrote is for those who may read the grab; events carry codes.
    await app.settled();
    const { data: ends } = await call('listEvents', agency, {}, (test) => test.query({ types: 'grab.ended' }));
    expect(ends.map((event: Answer) => event['data'].reason)).toEqual(['returned']);
  });

  it('about sandboxes', async () => {
    const { sandbox } = await call(
      'createSandbox',
      creditor,
      {},
      send({ name: 'ERP', organisations: [{ kind: 'agency' }] }),
    );
    const sandboxId = sandbox.id;
    await call('getSandbox', creditor, { sandboxId });
    expect((await call('listSandboxes', creditor))['data']).toHaveLength(1);
    await call('listSandboxMagicValues', creditor);
    const moved = await call('advanceSandboxClock', creditor, { sandboxId }, send({ seconds: 3_600 }));
    expect(moved['advancedSeconds']).toBe(3_600);
    await call('deleteSandbox', creditor, { sandboxId });
  });

  it('about repayments, for whoever may read them, and statements', async () => {
    const { id: caseId } = await posted();
    const grabId = await aGrab(app, agency, caseId);
    const report = { caseId, amountFen: '250000', paidOn: daysAgo(0), channel: 'cash', payee: 'provider' };
    const voucherFileId = await aFile(app, agency.owner, 'repayment-voucher');
    const reported = await call('reportRepayment', agency, {}, send({ ...report, voucherFileId }));
    expect(reported).toMatchObject({ grabId, state: 'reported' });
    await call('confirmRepayment', creditor, { repaymentId: reported['id'] });
    await call('reportRepayment', creditor, {}, send({ ...report, amountFen: '1000' }));
    const other = await aFile(app, agency.owner, 'repayment-voucher');
    const refused = await call(
      'reportRepayment',
      agency,
      {},
      send({ ...report, amountFen: '2000', voucherFileId: other }),
    );
    const reject = { repaymentId: ['ID!', refused['id']], reason: ['String!', 'not ours'] } as const;
    await act(app, 'rejectRepayment', reject, '__typename', { token: creditor.owner.token });
    await call('getRepayment', creditor, { repaymentId: refused['id'] });
    const period = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    for (const reader of [agency, creditor]) {
      await call('listRepayments', reader);
      expect((await call('getStatement', reader, { period }))['lines']).not.toEqual([]);
      for (const format of ['csv', 'xlsx']) {
        const asFile = (test: Test) => test.query({ format });
        await call('getStatement', reader, { period }, asFile);
        await call('exportCases', reader, {}, asFile);
        await call('exportActivities', reader, {}, asFile);
      }
    }
    for (const format of ['csv', 'xlsx']) {
      await call('exportAudit', await aPlatform(app), {}, (test) => test.query({ format }));
    }
  });

  it('about amounts that the books lower while a case is held', async () => {
    for (const decide of ['confirmCaseRevision', 'declineCaseRevision']) {
      const debt = sampleDebt({ principalFen: '1000000' });
      const { id: caseId } = await call('postCase', creditor, {}, send(debt));
      await aGrab(app, agency, caseId);
      const rows = [{ ...debt, outstandingFen: '700000' }];
      let batch = await call('postCaseBatch', creditor, {}, (test) => test.query({ mode: 'upsert' }).send({ rows }));
      while (!batch['finishedAt']) batch = await call('getCaseBatch', creditor, { id: batch['id'] });
      const [revision] = (await call('listCaseRevisions', creditor))['data'];
      expect(revision).toMatchObject({ caseId, state: 'pending', outstandingFen: '700000' });
      const answer = decide === 'confirmCaseRevision' ? { outstandingFen: '700000' } : { reason: 'a misprint' };
      const decided = await call(decide, creditor, { caseId }, send(answer));
      expect(decided['state']).toBe(decide === 'confirmCaseRevision' ? 'proposed' : 'declined');
      if (decided['state'] === 'declined') continue;
      const [change] = (await call('listCaseLineChanges', agency, { caseId }))['data'];
      expect(change).toMatchObject({ act: 'revise', state: 'pending', fromFen: '1000000', outstandingFen: '700000' });
      expect(change.lines).toMatchObject([{ documentNumber: null, principalFen: '1000000', paidFen: '300000' }]);
      await call('agreeToCaseLineChange', agency, { changeId: change.id });
      expect((await call('listCaseRevisions', creditor))['data'][0]).toMatchObject({ caseId, state: 'confirmed' });
    }
  });

  it('about the lines of a case, its matter and its claim', async () => {
    const quote = await call('quoteCase', creditor, {}, send(sampleDebt({ principalFen: '1000000' })));
    expect(quote).toMatchObject({ verdict: 'admit', lines: [{ openFen: '1000000' }] });
    const { id: caseId } = await posted();
    const line = (documentNumber: string, principalFen: string) => ({
      kind: 'invoice',
      documentNumber,
      dueOn: daysAgo(100),
      principalFen,
    });
    const at = { caseId, lineNumber: '2' };
    await call('addCaseLine', creditor, { caseId }, send(line('L-2', '300000')));
    await call('correctCaseLine', creditor, at, send(line('L-2', '290000')));
    await call('withdrawCaseLine', creditor, at);
    expect((await call('listCaseLineChanges', creditor, { caseId }))['data']).toHaveLength(3);
    await call('restateMatter', creditor, { caseId }, send({ matter: 'lease' }));
    await call('getCaseClaim', creditor, { caseId });
    for (const format of ['csv', 'xlsx']) {
      await call('exportCaseLines', creditor, {}, (test) => test.query({ format }));
    }
    const { id: held } = await posted();
    await aGrab(app, agency, held);
    for (const decide of ['agreeToCaseLineChange', 'declineCaseLineChange']) {
      const change = await call('addCaseLine', creditor, { caseId: held }, send(line(decide, '10000')));
      expect(change['state']).toBe('pending');
      await call(decide, agency, { changeId: change['id'] });
    }
  });

  it('about batches', async () => {
    const rows = [sampleDebt(), sampleDebt({ dueOn: 'yesterday' })];
    const { id } = await call('postCaseBatch', creditor, {}, send({ rows }));
    let batch: Answer;
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      batch = await call('getCaseBatch', creditor, { id });
    } while (!['completed', 'failed'].includes(batch['state']));
    const { data } = await call('listCaseBatchRows', creditor, { id });
    expect(data.map((row: Answer) => row['outcome'])).toEqual(['admitted', 'rejected']);
    await call('listCaseBatches', creditor);
    for (const format of ['csv', 'xlsx']) {
      await call('getCaseTemplate', creditor, { format });
      await call('getCaseBatchResult', creditor, { id }, (test) => test.query({ format }));
    }
    const asRehearsal = (test: Test) => send({ rows })(test).query({ dryRun: 'true', mode: 'upsert' });
    let rehearsal = await call('postCaseBatch', creditor, {}, asRehearsal);
    while (rehearsal['state'] !== 'completed') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      rehearsal = await call('getCaseBatch', creditor, { id: rehearsal['id'] });
    }
    await call('commitCaseBatch', creditor, { id: rehearsal['id'] });
    const many = await call(
      'postCaseBatch',
      creditor,
      {},
      send({ rows: Array.from({ length: 1_000 }, () => sampleDebt()) }),
    );
    await call('cancelCaseBatch', creditor, { id: many['id'] });
  });

  it('about errors, for everybody', async () => {
    const { data } = await call('listErrors');
    expect(data.length).toBeGreaterThan(60);
    await call('getError', undefined, { code: 'CASE_ALREADY_GRABBED' });
  });

  /** Nothing leaves the machine: no name can be looked up, which an endpoint survives and a delivery notes. */
  const nobodyKnowsNames = () => {
    const unknown = Object.assign(new Error('queryA'), { code: 'ETIMEOUT' });
    return jest.spyOn(app.serving.app.get(HostLookup), 'addressesOf').mockRejectedValue(unknown);
  };

  it('about ERP connections', async () => {
    const lookup = nobodyKnowsNames();
    const { id, advice } = await call('createErpConnection', creditor, {}, send({ kind: 'ubl', name: 'Files' }));
    // The usual defaults list nothing at once; that is said before anybody wonders.
    expect(advice).toEqual([
      { code: 'NOTHING_LISTED_AT_ONCE', en: expect.stringContaining('defaults.evidence'), zh: expect.any(String) },
    ]);
    const enough = send({ defaults: { evidence: ['contract', 'invoice'] } });
    expect((await call('updateErpConnection', creditor, { id }, enough))['advice']).toEqual([]);
    const invoice = Buffer.from(anInvoice());
    const sent = await call('sendUblDocuments', creditor, { id }, (test) => test.attach('file', invoice, 'a.xml'));
    expect(sent).toMatchObject({ state: 'completed', documents: 1 });
    expect((await call('listErpSyncRuns', creditor, { id }))['data']).toHaveLength(1);
    expect((await call('listErpSyncRows', creditor, { id }))['data']).toHaveLength(1);
    await call('updateErpConnection', creditor, { id }, send({ name: 'Other files' }));
    await call('pauseErpConnection', creditor, { id });
    await call('resumeErpConnection', creditor, { id });
    expect(await call('getErpConnection', creditor, { id })).toMatchObject({ name: 'Other files', state: 'active' });
    const odoo = { kind: 'odoo', name: 'Books', baseUrl: 'https://erp.harbour.com', credentials: { apiKey: 'secret' } };
    const asked = await call('createErpConnection', creditor, {}, send(odoo));
    expect(JSON.stringify(asked)).not.toContain('secret');
    expect(await call('testErpConnection', creditor, asked as { id: string })).toMatchObject({ ok: false });
    await call('syncErpConnection', creditor, asked as { id: string }, send({ full: true }));
    await call('listErpConnections', creditor);
    for (const one of [id, asked['id']]) await call('deleteErpConnection', creditor, { id: one });
    lookup.mockRestore();
  });

  it('about events, listed and streamed', async () => {
    const { id: caseId } = await posted();
    await aGrab(app, agency, caseId);
    await app.settled();
    const list = await call('listEvents', creditor, {}, (test) =>
      test.query({ limit: 3, types: 'case.listed,grab.taken' }),
    );
    expect(list['data'].length).toBeGreaterThan(1);
    const { id: batchId } = await call('postCaseBatch', creditor, {}, send({ rows: [sampleDebt()] }));
    await streams('streamEvents', creditor);
    await streams('streamHallEvents', agency);
    await streams('streamCaseBatchEvents', creditor, { batchId });
  });

  /** Opens a stream, which must be described as one, and hangs up. */
  async function streams(id: string, by: Organisation, params: Record<string, string> = {}) {
    const { path, responses } = operations.find(({ operationId }) => operationId === id)!;
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
    const found = await stream(app.url, url, by.owner.token);
    found.stop();
    const [mediaType = ''] = (found.headers.get('content-type') ?? '').split(';');
    expect([found.status, mediaType]).toEqual([200, 'text/event-stream']);
    expect(responses['200']?.content?.[mediaType]?.schema).toBeDefined();
    asked.add(id);
  }

  it('about webhooks', async () => {
    const lookup = nobodyKnowsNames();
    await call('listEventTypes');
    const made = await call('createWebhookEndpoint', agency, {}, send({ url: 'https://hooks.harbour.com/in' }));
    const at = { endpointId: made['endpoint'].id };
    await call('updateWebhookEndpoint', agency, at, send({ description: 'ERP', types: ['grab.taken'] }));
    await call('rotateWebhookSecret', agency, at, send({ overlapHours: 1 }));
    const { id: deliveryId } = await call('sendTestWebhook', agency, at);
    let detail: Answer;
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      detail = await call('getWebhookDelivery', agency, { deliveryId });
    } while (detail['attempts'].length === 0);
    expect(detail['attempts'][0]).toMatchObject({ error: 'DNS', errorDetail: 'ETIMEOUT', status: null });
    await call('replayWebhookDelivery', agency, { deliveryId });
    await call('listWebhookDeliveries', agency, {}, (test) => test.query({ ...at, type: 'webhook.test', limit: 1 }));
    const { id: replayId } = await call('replayWebhooks', agency, at, send({ since: new Date().toISOString() }));
    await call('getWebhookReplay', agency, { replayId });
    for (const operation of ['disableWebhookEndpoint', 'enableWebhookEndpoint', 'getWebhookEndpoint']) {
      await call(operation, agency, at);
    }
    expect((await call('listWebhookEndpoints', agency))['data']).toMatchObject([{ id: at.endpointId }]);
    await call('deleteWebhookEndpoint', agency, at);
    lookup.mockRestore();
  });

  it('in every operation there is', () => {
    expect([...asked].sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });
});
