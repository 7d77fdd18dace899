import { parse } from 'csv-parse/sync';
import { parsePublicId } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import {
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  anApiKey,
  aPlatform,
  type Organisation,
} from '../support/builders.js';
import { type Answer, done } from '../support/client.js';
import { asOwner } from '../support/database.js';

describe('taking lists to a spreadsheet', () => {
  let app: TestApp;
  let creditor: Organisation;
  let other: Organisation;
  let agency: Organisation;
  let caseIds: string[];

  beforeAll(async () => {
    app = await testApp();
    [creditor, other, agency] = await Promise.all([aCreditor(app), aCreditor(app), anAgency(app, { grade: 'expert' })]);
    caseIds = [];
    for (let i = 0; i < 3; i += 1) {
      const facts = { principalFen: '1234567', contractNumber: 'HT-2026-7', externalRef: `=HYPERLINK("x${i}")` };
      caseIds.push(await aListedCase(app, creditor, facts));
    }
    await aListedCase(app, other, {});
    const grabId = await aGrab(app, agency, caseIds[0]!);
    const token = agency.owner.token;
    for (const note of ['@SUM(1,2) said the debtor', '王先生说周五付款']) {
      const input = { grabId, kind: 'call', outcome: 'promised', note };
      await done(app, 'logActivity', { input: ['LogActivityInput!', input] }, '__typename', { token });
    }
  });
  afterAll(() => app.close());

  const download = (path: string, token: string) =>
    app.rest().get(path).set('authorization', `Bearer ${token}`).buffer(true);
  async function table(path: string, by: Organisation): Promise<Record<string, string>[]> {
    const answer = await download(path, by.owner.token);
    expect(answer.status).toBe(200);
    return parse(answer.text, { bom: true, columns: true }) as Record<string, string>[];
  }

  it('gives a creditor its own cases, exact to the fen, and nothing that a spreadsheet would run', async () => {
    const rows = await table('/v1/exports/cases?lang=zh-CN', creditor);
    expect(rows.map((row) => row['案件ID']).sort()).toEqual([...caseIds].sort());
    expect(rows.map((row) => row['本金（元）'])).toEqual(['12345.67', '12345.67', '12345.67']);
    expect(rows.every((row) => row['外部单号']!.startsWith(`'=HYPERLINK`))).toBe(true);
    expect(rows.map((row) => row['状态']).sort()).toEqual(['催收中', '已挂牌', '已挂牌']);
    expect(await table('/v1/exports/cases?state=listed', creditor)).toHaveLength(2);
  });

  it('narrows the export and the list of cases by the same conditions', async () => {
    const { token } = creditor.owner;
    const listed = async (query: string) => {
      const { status, body } = await download(`/v1/cases?${query}`, token);
      expect(status).toBe(200);
      return body.data as { id: string; number: string }[];
    };
    const [one] = await listed('state=listed');
    for (const [query, length] of [
      ['state=listed,in_collection', 3],
      ['state=listed&state=in_collection', 3],
      ['state=in_collection', 1],
      ['state=recovered,withdrawn', 0],
      [`number=${one!.number}`, 1],
      [`externalRef=${encodeURIComponent('=HYPERLINK("x1")')}`, 1],
    ] as const) {
      expect([query, (await listed(query)).length]).toEqual([query, length]);
      expect([query, (await table(`/v1/exports/cases?${query}`, creditor)).length]).toEqual([query, length]);
    }
    for (const query of ['state=', 'state=listed,lsited', 'state=,']) {
      for (const path of ['/v1/cases', '/v1/exports/cases']) {
        const refused = await download(`${path}?${query}`, token);
        expect([path, query, refused.status, refused.body.path]).toEqual([path, query, 422, 'state']);
      }
    }
  });

  it('shows a provider only what it holds, and the record of work to both sides', async () => {
    const held = await table('/v1/exports/cases', agency);
    expect(held.map((row) => row['Case id'])).toEqual([caseIds[0]]);
    for (const reader of [agency, creditor]) {
      const activities = await table('/v1/exports/activities?lang=en', reader);
      expect(activities.map((row) => row['Note'])).toEqual(['王先生说周五付款', `'@SUM(1,2) said the debtor`]);
      expect(activities[0]).toMatchObject({ Kind: 'call', Outcome: 'promised', 'Case number': held[0]!['Number'] });
    }
    expect(await table('/v1/exports/activities', other)).toEqual([]);
  });

  it('gives the platform the notes of all only for a reason, which is recorded', async () => {
    const { owner } = await aPlatform(app);
    const refused = await download('/v1/exports/activities', owner.token);
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([422, { code: 'INVALID_INPUT' }]);
    const given = await download('/v1/exports/activities?reason=complaint', owner.token);
    expect(given.status).toBe(200);
    const [record] = await asOwner(
      app.database,
      `SELECT facts FROM audit_records WHERE act = 'export.activities' AND member_id IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    );
    expect(record).toEqual({ facts: { states: 'all', reason: 'complaint' } });
    expect((await download('/v1/exports/activities?reason=curiosity', owner.token)).status).toBe(422);
  });

  it('writes XLSX under a plain name', async () => {
    const answer = await download('/v1/exports/cases?format=xlsx', creditor.owner.token);
    expect(answer.headers['content-type']).toContain('spreadsheetml.sheet');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="cases.xlsx"');
  });

  it('needs the right to read cases, and names what is wrong in the question', async () => {
    const { key } = await anApiKey(app, creditor, ['cases:read']);
    expect((await download('/v1/exports/cases', key)).status).toBe(200);
    const { key: without } = await anApiKey(app, creditor, ['hall:read']);
    expect((await download('/v1/exports/cases', without)).status).toBe(403);
    const wrong = await download('/v1/exports/cases?format=pdf', creditor.owner.token);
    expect(wrong.body as Answer).toMatchObject({ status: 422, code: 'INVALID_INPUT', path: 'format' });
  });

  it('shows a key the record of work by its own scope, and what may say who a debtor is by that for debtors', async () => {
    const { key: cases } = await anApiKey(app, creditor, ['cases:read']);
    expect((await download('/v1/exports/activities', cases)).status).toBe(403);
    for (const [scopes, notes] of [
      [[], ['', '']],
      [['debtors:read'], ['王先生说周五付款', `'@SUM(1,2) said the debtor`]],
    ] as const) {
      const { key } = await anApiKey(app, creditor, ['cases:read', 'collection:read', ...scopes]);
      const rows = (path: string) =>
        download(path, key).then(({ text }) => parse(text, { bom: true, columns: true }) as Record<string, string>[]);
      expect((await rows('/v1/exports/activities?lang=en')).map((row) => row['Note'])).toEqual(notes);
      const numbers = (await rows('/v1/exports/cases?lang=en')).map((row) => row['Contract number'] !== '');
      expect(numbers).toEqual([0, 0, 0].map(() => scopes.length > 0));
    }
  });

  it('leaves a trace of who took what', async () => {
    const acts = await asOwner<{ act: string }>(
      app.database,
      `SELECT DISTINCT act FROM audit_records WHERE act LIKE 'export.%' AND organisation_id = $1 ORDER BY act`,
      [parsePublicId('organisation', creditor.id)],
    );
    expect(acts.map((one) => one.act)).toEqual(['export.activities', 'export.cases']);
  });
});
