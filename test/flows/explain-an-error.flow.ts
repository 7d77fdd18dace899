import { errorCatalogue } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, anAgency, type Organisation } from '../support/builders.js';
import { act } from '../support/client.js';
import { sampleDebt } from '../support/samples.js';

describe('errors explain themselves', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  const as = (who: Organisation) => ({ authorization: `Bearer ${who.owner.token}` });

  it('by a type that is a page of this application, in both languages', async () => {
    const { body } = await app.rest().get('/v1/cases/case_01JABCDEFGHJKMNPQRSTVWXYZ0').set(as(creditor)).expect(404);
    expect(body).toMatchObject({ type: '/errors/NOT_FOUND', title: 'Not found' });
    const page = await app.rest().get(body.type).expect(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('Check the id');
    expect(page.text).toContain('对象不存在或不属于您');
    expect(page.text).not.toMatch(/<script|https?:\/\//);
  });

  it('in an index and on a page for every code', async () => {
    const index = await app.rest().get('/errors').set('accept-language', 'zh-CN').expect(200);
    expect(index.text).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    for (const { code } of errorCatalogue()) {
      expect(index.text).toContain(`href="/errors/${code}"`);
      const page = await app.rest().get(`/errors/${code}`).expect(200);
      expect(page.text).toContain(`<code>${code.replaceAll('_', '_<wbr>')}</code>`);
      expect(page.text).not.toMatch(/\{\w+\}|undefined|‹undefined/);
    }
    await app.rest().get('/errors/NO_SUCH_CODE').expect(404);
    await app.rest().get('/errors/%3Cscript%3E').expect(404);
  });

  it('for machines as JSON, without a login', async () => {
    const { body } = await app.rest().get('/v1/errors').expect(200);
    expect(body.data.map((one: { code: string }) => one.code)).toEqual(errorCatalogue().map(({ code }) => code));
    const { body: one } = await app.rest().get('/v1/errors/BUSY').expect(200);
    expect(one).toMatchObject({
      code: 'BUSY',
      status: 503,
      retry: true,
      address: '/errors/BUSY',
      title: { zh: '系统繁忙' },
    });
    await app.rest().get('/v1/errors/NO_SUCH_CODE').expect(404);
  });

  it('with reasons of bad input in the language of the caller and a code that stays', async () => {
    const post = (language: string) =>
      app
        .rest()
        .post('/v1/cases')
        .set(as(creditor))
        .set('accept-language', language)
        .send({ ...sampleDebt(), dueOn: 'yesterday' });
    const [en, zh] = [await post('en'), await post('zh-CN')];
    expect(en.body).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'dueOn',
      details: { reason: 'must be a calendar day written YYYY-MM-DD', reasonCode: 'NOT_A_DAY' },
    });
    expect(zh.body).toMatchObject({
      path: 'dueOn',
      detail: '字段 dueOn 无效：应为 YYYY-MM-DD 格式的日期。',
      details: { reason: '应为 YYYY-MM-DD 格式的日期', reasonCode: 'NOT_A_DAY' },
    });
    const unread = await app
      .rest()
      .post('/v1/cases')
      .set({ ...as(creditor), 'content-type': 'application/json', 'accept-language': 'zh' })
      .send('{"a":');
    expect(unread.body).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    expect(unread.body.detail).toMatch(/JSON/);
    const graphql = await app.graphql(
      'query ($id: ID!, $n: Int!) { caseEvents: cases(first: $n) { nodes { id } } case(id: $id) { id } }',
      { id: 7.5, n: 'x' },
      creditor.owner.token,
      { 'accept-language': 'zh-CN' },
    );
    expect(graphql.status).toBe(400);
    expect(graphql.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('naming the cursor of a REST list as the caller does', async () => {
    const agency = await anAgency(app);
    for (const path of ['/v1/cases', '/v1/repayments', '/v1/grabs', '/v1/case-batches', '/v1/hall']) {
      const who = path === '/v1/hall' || path === '/v1/grabs' ? agency : creditor;
      const { body } = await app.rest().get(path).query({ cursor: 'made-up' }).set(as(who));
      expect({ path, code: body.code, field: body.path }).toEqual({ path, code: 'INVALID_INPUT', field: 'cursor' });
    }
    const graphql = await app.graphql(
      '{ cases(first: 1, after: "made-up") { nodes { id } } }',
      {},
      creditor.owner.token,
    );
    expect(graphql.errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', path: 'after' });
  });

  it('with the limit, what is used and how to get more, when a quota of grabs is used up', async () => {
    const agency = await anAgency(app);
    const post = () =>
      app
        .rest()
        .post('/v1/cases')
        .set(as(creditor))
        .send(sampleDebt({ principalFen: '1000000' }));
    let refused: Record<string, unknown> | undefined;
    for (let i = 0; i < 12 && !refused; i += 1) {
      const { body } = await post();
      const { token } = agency.owner;
      const answer = await act(app, 'grabCase', { caseId: ['ID!', body.id] }, '... on Grab { id }', { token });
      if (answer['code'] !== undefined) refused = { ...answer, caseId: body.id };
    }
    expect(refused).toMatchObject({ code: 'QUOTA_EXCEEDED', details: { limit: expect.any(Number), resetsAt: null } });
    const { limit, used, basedOn } = refused!['details'] as Record<string, unknown>;
    expect(used).toBe(limit);
    expect(basedOn).toMatch(/^Your grade \w+, /);
    const rest = await app
      .rest()
      .post(`/v1/cases/${refused!['caseId']}/grab`)
      .set(as(agency))
      .set('accept-language', 'zh-CN');
    expect(rest.body).toMatchObject({ code: 'QUOTA_EXCEEDED', details: { limit, used } });
    expect(rest.body.details.howToGetMore).toContain('回款率');
  });
});
