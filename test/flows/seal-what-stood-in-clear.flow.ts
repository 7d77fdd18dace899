import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aFile, aGrab, aListedCase, anAgency, anApiKey, type Organisation } from '../support/builders.js';
import { type Answer, act, ask, done } from '../support/client.js';
import { asOwner, namedDatabase, type TestDatabase } from '../support/database.js';
import { EVIDENCE, rowsOf } from '../support/erp.js';
import { buildProduct, runCommand } from '../support/process.js';
import { daysAgo } from '../support/samples.js';

/** A name that stands nowhere else, as people write it into texts that an older release stored in clear. */
const NAME = 'Zhang Weimin of Harbour Street';

describe('texts that stood in clear before they were sealed', () => {
  let database: TestDatabase;
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let caseId: string;
  /** One that is returned, and withdrawn then. */
  let returned: string;
  let grabId: string;
  let connectionId: string;
  let key: string;
  let repaymentId: string;

  beforeAll(async () => {
    database = await namedDatabase('recourse_clear_texts', { fresh: true });
    app = await testApp({}, database);
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
    ({ key } = await anApiKey(app, creditor, ['connectors:read', 'connectors:write']));
    caseId = await aListedCase(app, creditor);
    await aGrab(app, agency, caseId);
    returned = await aListedCase(app, creditor);
    grabId = await aGrab(app, agency, returned);
    const input = { kind: 'ubl', name: 'Files', defaults: { evidence: EVIDENCE, referencePrefix: 'U:' } };
    const made = { input: ['CreateErpConnectionInput!', input] } as const;
    const owner = { token: creditor.owner.token };
    connectionId = (await done(app, 'createErpConnection', made, '... on ErpConnection { id }', owner))['id'];
  });
  afterAll(() => app.close());

  const report = async (more: object) => {
    const voucherFileId = await aFile(app, agency.owner, 'repayment-voucher');
    const paid = { caseId, paidOn: daysAgo(0), channel: 'bank_transfer', payee: 'creditor', voucherFileId };
    const args = { input: ['ReportRepaymentInput!', { ...paid, amountFen: '1000', ...more }] } as const;
    return act(app, 'reportRepayment', args, '... on Repayment { id externalRef }', { token: agency.owner.token });
  };
  const send = (name: string) =>
    app
      .rest()
      .post(`/v1/erp-connections/${connectionId}/documents`)
      .set('authorization', `Bearer ${key}`)
      .attach('file', Buffer.from('no document'), name);
  const shown = async (): Promise<Answer> => {
    const token = creditor.owner.token;
    const facts = await ask(app, 'caseHistory', { caseId: ['ID!', returned] }, 'act facts', token);
    return {
      repayment: await ask(app, 'repayment', { id: ['ID!', repaymentId] }, 'externalRef disputeReason', token),
      grab: await ask(app, 'grab', { id: ['ID!', grabId] }, 'endReason', token),
      history: JSON.stringify(facts).includes(NAME),
      files: [...(await rowsOf(app, creditor, connectionId)).keys()],
    };
  };
  const inClear = async () => {
    const columns = await asOwner<{ table: string; column: string }>(
      database,
      `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND data_type IN ('text', 'jsonb') ORDER BY 1, 2`,
    );
    const telling: string[] = [];
    for (const { table, column } of columns) {
      const sql = `SELECT 1 FROM "${table}" WHERE "${column}"::text LIKE $1 LIMIT 1`;
      if ((await asOwner(database, sql, [`%${NAME}%`])).length > 0) telling.push(`${table}.${column}`);
    }
    return telling;
  };

  it('are sealed from the first, references and names of files too, and are shown to their readers', async () => {
    const first = await report({ externalRef: NAME });
    expect(first['externalRef']).toBe(NAME);
    repaymentId = first['id'];
    expect(await report({ externalRef: NAME, amountFen: '2000' })).toMatchObject({
      code: 'REPAYMENT_ALREADY_REPORTED',
    });
    expect(await report({ externalRef: `${NAME} 2` })).toMatchObject({ externalRef: `${NAME} 2` });
    const dispute = { repaymentId: ['ID!', repaymentId], reason: ['String!', `${NAME} did not pay`] } as const;
    await done(app, 'disputeRepayment', dispute, '', { token: creditor.owner.token });
    for (const _ of ['once', 'again']) await send(`${NAME}.xml`).expect(201);
    const give = { grabId: ['ID!', grabId], reason: ['String!', `${NAME} has moved`] } as const;
    await done(app, 'returnGrab', give, '', { token: agency.owner.token });
    const back = { caseId: ['ID!', returned], reason: ['String', `${NAME} is my cousin`] } as const;
    await done(app, 'withdrawCase', back, '', { token: creditor.owner.token });
    expect(await shown()).toEqual({
      repayment: { externalRef: NAME, disputeReason: `${NAME} did not pay` },
      grab: { endReason: `${NAME} has moved` },
      history: true,
      files: [`file:${NAME}.xml`],
    });
    expect(await inClear()).toEqual([]);
  });

  it('are read and compared while they stand in clear, and are sealed by one command', async () => {
    const before = await shown();
    const olden = [
      `UPDATE repayments SET external_ref = '${NAME}', external_ref_index = NULL, dispute_reason = '${NAME} did not pay'
        WHERE dispute_reason IS NOT NULL`,
      `UPDATE grabs SET end_reason = '${NAME} has moved' WHERE state = 'returned'`,
      `UPDATE case_events SET facts = facts || '{"reason":"${NAME} is my cousin"}' WHERE act = 'withdraw'`,
      `UPDATE erp_sync_rows SET document_key = 'file:${NAME}.xml', file_name = NULL`,
      `INSERT INTO case_revisions (id, case_id, creditor_id, state, from_fen, principal_fen, penalty_fen, paid_fen,
         outstanding_fen, decided_at, decline_reason)
       SELECT gen_random_uuid(), id, creditor_id, 'declined', 2, 1, 0, 0, 1, now(), '${NAME} never had that discount' FROM cases WHERE state = 'withdrawn'`,
    ];
    for (const sql of olden) await asOwner(database, sql);
    const places = ['case_events.facts', 'case_revisions.decline_reason', 'erp_sync_rows.document_key'];
    places.push('grabs.end_reason', 'repayments.dispute_reason', 'repayments.external_ref');
    expect(await inClear()).toEqual(places);
    expect(await shown()).toEqual(before);
    expect(await report({ externalRef: NAME, amountFen: '3000' })).toMatchObject({
      code: 'REPAYMENT_ALREADY_REPORTED',
    });

    await buildProduct();
    const { appUrl, ownerUrl } = database;
    const seal = () =>
      runCommand(
        'seal-texts',
        [],
        { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
        '',
      );
    const done = await seal();
    expect([done.code, done.errors]).toEqual([0, '']);
    for (const place of places) expect(done.output).toContain(`${place}: 1 sealed`);
    expect(await inClear()).toEqual([]);
    expect(await shown()).toEqual(before);
    expect(await report({ externalRef: NAME, amountFen: '3000' })).toMatchObject({
      code: 'REPAYMENT_ALREADY_REPORTED',
    });
    // The same file again has the same row.
    await send(`${NAME}.xml`).expect(201);
    expect(await shown()).toEqual(before);
    const revisions = await app.rest().get('/v1/case-revisions').set('authorization', `Bearer ${creditor.owner.token}`);
    expect(revisions.body.data).toMatchObject([{ declineReason: `${NAME} never had that discount` }]);
    expect((await seal()).output).not.toMatch(/: [1-9]/);
  });
});
