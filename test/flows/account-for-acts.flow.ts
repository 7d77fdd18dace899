import { parse } from 'csv-parse/sync';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  aMember,
  anAgency,
  anApiKey,
  aPlatform,
  aReportedRepayment,
  type Organisation,
} from '../support/builders.js';
import { type Answer, ask, done } from '../support/client.js';
import { asOwner } from '../support/database.js';

const FIELDS =
  'nodes { id act actorKind actorId organisationId subjectKind subjectId facts } pageInfo { endCursor hasNextPage }';

describe('accounting for what was done and read', () => {
  let app: TestApp;
  let creditor: Organisation;
  let platform: Organisation;
  let caseId: string;

  beforeAll(async () => {
    app = await testApp();
    [creditor, platform] = await Promise.all([aCreditor(app), aPlatform(app)]);
    caseId = await aListedCase(app, creditor, {});
    for (let n = 0; n < 3; n += 1)
      await ask(app, 'caseDebtor', { caseId: ['ID!', caseId] }, '__typename', creditor.owner.token);
  });
  afterAll(() => app.close());

  const trail = (
    filter: object,
    token = platform.owner.token,
    first = 50,
    after: string | null = null,
  ): Promise<Answer> =>
    ask(
      app,
      'auditTrail',
      { first: ['Int!', first], after: ['String', after], filter: ['AuditFilterInput', filter] },
      FIELDS,
      token,
    );
  const codeOf = async (query: string, token: string) => {
    const answer = await app.graphql(query, {}, token);
    return answer.errors?.[0]?.extensions?.['code'] ?? 'answered';
  };

  it('finds acts by what they were done to, by actor, act, organisation and time, page by page', async () => {
    const read = await trail({ subjectId: caseId, act: 'case.debtor.read' });
    expect(read['nodes']).toHaveLength(3);
    expect(read['nodes'][0]).toMatchObject({
      ...{ actorKind: 'member', organisationId: creditor.id, subjectKind: 'case', subjectId: caseId },
      facts: { sight: 'creditor' },
    });
    const { actorId } = read['nodes'][0];
    expect((await trail({ actorId, act: 'case.debtor.*' }))['nodes']).toEqual(read['nodes']);
    expect((await trail({ organisationId: creditor.id, act: 'case.debtor.read' }))['nodes']).toEqual(read['nodes']);
    expect((await trail({ subjectId: caseId, act: 'case.debtor.read', to: '2020-01-01T00:00:00Z' }))['nodes']).toEqual(
      [],
    );

    const paged: Answer[] = [];
    let after: string | null = null;
    do {
      const page: Answer = await trail({ subjectId: caseId, act: 'case.debtor.read' }, platform.owner.token, 2, after);
      paged.push(...page['nodes']);
      after = page['pageInfo'].hasNextPage ? page['pageInfo'].endCursor : null;
    } while (after);
    expect(paged).toEqual(read['nodes']);
  });

  it('records who read the trail, and says what it was asked for', async () => {
    const { token } = await aMember(app, platform, ['risk']);
    await trail({ subjectId: caseId }, token);
    const [newest] = (await trail({ act: 'audit.read' }))['nodes'];
    expect(newest).toMatchObject({ actorKind: 'member', organisationId: platform.id });
    expect(Object.keys(newest.facts)).toEqual(['subjectId']);
  });

  it('is exported whole, and the export is recorded', async () => {
    const path = `/v1/exports/audit?lang=en&subjectId=${caseId}&act=case.debtor.read`;
    const get = (token: string) => app.rest().get(path).set('authorization', `Bearer ${token}`).buffer(true);
    const answer = await get(platform.owner.token);
    expect(answer.status).toBe(200);
    const rows = parse(answer.text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['Act'], row['Subject']])).toEqual(Array(3).fill(['case.debtor.read', caseId]));
    expect((await trail({ act: 'export.audit' }))['nodes'][0]).toMatchObject({
      facts: { act: 'case.debtor.read', subjectId: parsePublicId('case', caseId) },
    });
    for (const role of ['finance', 'reviewer'] as const)
      expect((await get((await aMember(app, platform, [role])).token)).status).toBe(403);
    expect((await get(creditor.owner.token)).status).toBe(403);
  });

  it('shows a creditor who read the debtor of its case, and nobody else', async () => {
    const query = `{ caseDebtorReads(caseId: "${caseId}", first: 10) { ${FIELDS} } }`;
    const answer = await app.graphql(query, {}, creditor.owner.token);
    expect(answer.data!['caseDebtorReads'].nodes.map((one: Answer) => one['act'])).toEqual(
      Array(3).fill('case.debtor.read'),
    );
    expect(await codeOf(query, platform.owner.token)).toBe('answered');
    expect(await codeOf(query, (await aCreditor(app)).owner.token)).toBe('NOT_FOUND');
    expect(await codeOf(query, (await anAgency(app)).owner.token)).toBe('FORBIDDEN');
    expect(await codeOf(query, (await aMember(app, platform, ['finance'])).token)).toBe('FORBIDDEN');
  });

  it('shows an owner the sign-ins of its own members only', async () => {
    const query = `{ signIns(first: 50) { ${FIELDS} } }`;
    const { nodes } = (await app.graphql(query, {}, creditor.owner.token)).data!['signIns'];
    expect(nodes.length).toBeGreaterThan(0);
    for (const one of nodes)
      expect(one).toMatchObject({ organisationId: creditor.id, act: expect.stringMatching(/^session\./) });
    expect(await codeOf(query, (await aMember(app, creditor, ['operator'])).token)).toBe('FORBIDDEN');
  });

  it('is for no machine, and refuses ids and times that say nothing', async () => {
    const { key } = await anApiKey(app, creditor, ['cases:read', 'debtors:read']);
    expect(await codeOf(`{ caseDebtorReads(caseId: "${caseId}", first: 10) { nodes { id } } }`, key)).toBe('FORBIDDEN');
    expect(await codeOf('{ signIns(first: 5) { nodes { id } } }', key)).toBe('FORBIDDEN');
    expect(await codeOf('{ auditTrail(first: 5) { nodes { id } } }', key)).toBe('FORBIDDEN');
    for (const filter of [
      'actorId: "case_01JABCDEFGHJKMNPQRSTVWXYZ0"',
      'subjectId: "nothing"',
      'from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z"',
    ]) {
      const query = `{ auditTrail(first: 5, filter: { ${filter} }) { nodes { id } } }`;
      expect([filter, await codeOf(query, platform.owner.token)]).toEqual([filter, 'INVALID_INPUT']);
    }
  });

  it('keeps the names that people wrote out of it', async () => {
    const { token } = creditor.owner;
    const reason = '债务人王小明已另行付款';
    await done(app, 'withdrawCase', { caseId: ['ID!', caseId], reason: ['String!', reason] }, '__typename', { token });
    const { nodes } = await trail({ subjectId: caseId });
    expect(JSON.stringify(nodes)).not.toContain('王小明');
    const kept = await asOwner(app.database, 'SELECT facts::text AS facts FROM case_events WHERE case_id = $1', [
      parsePublicId('case', caseId),
    ]);
    expect(JSON.stringify(kept)).toContain('sealed:');
    expect(JSON.stringify(kept)).not.toContain('王小明');
    const history = (by: string) =>
      ask(app, 'caseHistory', { caseId: ['ID!', caseId] }, 'act facts', by) as unknown as Promise<Answer[]>;
    const reasonFor = async (by: string) =>
      (await history(by)).find((one) => one['act'] === 'withdraw')!['facts'].reason;
    expect(await reasonFor(token)).toBe(reason);
    const { key } = await anApiKey(app, creditor, ['cases:read']);
    expect(await reasonFor(key)).toBeNull();
    const { key: reader } = await anApiKey(app, creditor, ['cases:read', 'debtors:read']);
    expect(await reasonFor(reader)).toBe(reason);
  });

  it('keeps why a repayment was disputed and rejected sealed, for its readers alone', async () => {
    const agency = await anAgency(app, { grade: 'expert' });
    const { token } = creditor.owner;
    const theCase = await aListedCase(app, creditor, {});
    const reported = await aReportedRepayment(app, agency, await aGrab(app, agency, theCase));
    const repaymentId = ['ID!', reported] as const;
    const words = (word: string) => ['String!', `${word}：债务人李四的妻子付的`] as const;
    await done(app, 'disputeRepayment', { repaymentId, reason: words('争议') }, '', {
      token,
      idempotencyKey: 'dispute-1',
    });
    await done(app, 'rejectRepayment', { repaymentId, reason: words('拒绝') }, '', {
      token,
      idempotencyKey: 'reject-1',
    });
    const fields = 'disputeReason rejectReason';
    const read = (by: string) => app.graphql(`{ repayment(id: "${reported}") { ${fields} } }`, {}, by);
    for (const by of [token, agency.owner.token])
      expect((await read(by)).data!['repayment']).toEqual({
        disputeReason: words('争议')[1],
        rejectReason: words('拒绝')[1],
      });
    const { key } = await anApiKey(app, creditor, ['repayments:read']);
    expect((await read(key)).data!['repayment']).toEqual({ disputeReason: null, rejectReason: null });
    for (const table of [
      'repayments',
      'audit_records',
      'idempotency_keys',
      'case_events',
      'outbox_events',
      'feed_events',
    ]) {
      const [found] = await asOwner(
        app.database,
        `SELECT count(*)::int AS n FROM ${table} t WHERE t::text LIKE '%李四%'`,
      );
      expect([table, found]).toEqual([table, { n: 0 }]);
    }
  });
});
