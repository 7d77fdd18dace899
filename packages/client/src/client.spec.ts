import { Recourse } from './client.js';
import { isRefusal, RecourseError } from './errors.js';

/** A platform that answers what it is told to, in turn, and remembers what it was asked. */
function platform(...answers: (Response | Error | ((init: RequestInit) => Response | Promise<Response>))[]) {
  const asked: { url: string; headers: Headers; body: string; init: RequestInit }[] = [];
  const fetch = (async (url: string, init: RequestInit = {}) => {
    asked.push({ url, headers: new Headers(init.headers), body: String(init.body ?? ''), init });
    const answer = answers.shift();
    if (answer === undefined) throw new Error('nobody expected another request');
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(init) : answer;
  }) as typeof globalThis.fetch;
  return { asked, fetch, retry: { baseMs: 1, maxMs: 1 } };
}
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const refusal = (code: string, more: object = {}) => ({
  code,
  message: `${code} in words`,
  path: null,
  retryAfterSeconds: null,
  details: null,
  ...more,
});
const grabbed = () => json({ data: { grabCase: { id: 'grab_1', amountFen: '125000' } } });
const refused = (code: string, more?: object) => json({ data: { grabCase: refusal(code, more) } });
const caught = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as RecourseError,
  );

describe('a call', () => {
  it('carries the key, the language and money as strings, and answers money as bigint', async () => {
    const { asked, ...options } = platform(json({ data: { reportRepayment: { id: 'rep_1', amountFen: '300000' } } }));
    const client = new Recourse({ apiKey: 'rk_live_x', language: 'zh-CN', baseUrl: 'http://p.example/', ...options });
    const input = {
      caseId: 'case_1',
      amountFen: 300_000n,
      paidOn: '2026-03-01',
      channel: 'cash',
      payee: 'creditor',
    } as const;
    expect((await client.repayments.report(input)).amountFen).toBe(300_000n);
    const [{ url, headers, body }] = asked as [(typeof asked)[0]];
    expect(url).toBe('http://p.example/graphql');
    expect(headers.get('authorization')).toBe('Bearer rk_live_x');
    expect(headers.get('accept-language')).toBe('zh-CN');
    expect(JSON.parse(body)).toMatchObject({
      operationName: 'RepaymentsReport',
      variables: { input: { amountFen: '300000' } },
    });
  });

  it('sends an act again with the same key after a lost answer, and at last the answer comes', async () => {
    const lost = new TypeError('fetch failed');
    const { asked, ...options } = platform(lost, json({}, 502), refused('IDEMPOTENCY_IN_FLIGHT'), grabbed());
    const grab = await new Recourse(options).grabs.grab({ caseId: 'case_1' });
    expect(grab.amountFen).toBe(125_000n);
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('takes the key it is given, and none for a reading', async () => {
    const { asked, ...options } = platform(grabbed(), json({ data: { grab: { id: 'grab_1' } } }));
    const client = new Recourse(options);
    await client.grabs.grab({ caseId: 'case_1' }, { idempotencyKey: 'mine-1' });
    await client.grabs.get({ id: 'grab_1' });
    expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['mine-1', null]);
  });

  it('does not send an act without a kept key again after a lost answer', async () => {
    const { asked, ...options } = platform(new TypeError('fetch failed'));
    const error = await caught(new Recourse(options).keys.revoke({ apiKeyId: 'key_1' }));
    expect(error).toMatchObject({ code: 'NETWORK' });
    expect(asked).toHaveLength(1);
  });

  it('sends any act again that was refused as BUSY', async () => {
    const busy = json({ data: { returnGrab: refusal('BUSY') } });
    const { asked, ...options } = platform(busy, json({ data: { returnGrab: { id: 'grab_1' } } }));
    await new Recourse(options).grabs.return({ grabId: 'grab_1', reason: 'too far' });
    expect(asked).toHaveLength(2);
  });

  it('throws what is refused, with its figures', async () => {
    const details = { limit: 3, limitFen: '5000000' };
    const { asked, ...options } = platform(refused('QUOTA_EXCEEDED', { details }));
    const error = await caught(new Recourse(options).grabs.grab({ caseId: 'case_1' }));
    expect(error).toBeInstanceOf(RecourseError);
    expect(isRefusal(error, 'QUOTA_EXCEEDED')).toBe(true);
    expect(isRefusal(error, 'BUSY')).toBe(false);
    expect(error).toMatchObject({ message: 'QUOTA_EXCEEDED in words', details: { limit: 3, limitFen: 5_000_000n } });
    expect(asked).toHaveLength(1);
  });

  it('reads errors of both faces and of strangers', async () => {
    const problem = { code: 'NOT_FOUND', detail: 'nothing here', requestId: 'r1', path: 'id' };
    const errors = [
      { message: 'bad', extensions: { code: 'BAD_USER_INPUT', path: 'first', details: { reason: 'x' } } },
    ];
    const { fetch } = platform(json({ errors }, 400), json(problem, 404), new Response('<html>', { status: 403 }));
    const client = new Recourse({ fetch });
    expect(await caught(client.grabs.get({ id: 'x' }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: 'first',
      status: 400,
    });
    const get = () => client.rest('getGrab', { path: { grabId: 'g/1' } });
    expect(await caught(get())).toMatchObject({
      code: 'NOT_FOUND',
      requestId: 'r1',
      path: 'id',
      message: 'nothing here',
    });
    expect(await caught(get())).toMatchObject({ code: 'UNEXPECTED_ANSWER', status: 403 });
  });

  it('takes a field that is closed to its key for null, and nothing else', async () => {
    const closed = (path: string[], code = 'FORBIDDEN') => ({ message: 'closed', path, extensions: { code } });
    const data = { postCase: { id: 'case_1', contractNumber: null } };
    const { fetch } = platform(
      json({ data, errors: [closed(['postCase', 'contractNumber'])] }),
      json({ data: null, errors: [closed(['postCase'])] }),
      json({ data, errors: [closed(['postCase', 'contractNumber'], 'INTERNAL')] }),
    );
    const client = new Recourse({ fetch });
    expect(await client.cases.post({} as never)).toEqual({ id: 'case_1', contractNumber: null });
    expect(await caught(client.cases.post({} as never))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await caught(client.cases.post({} as never))).toMatchObject({ code: 'INTERNAL' });
  });

  it('ends in time, and when its caller wants to', async () => {
    const never = ({ signal }: RequestInit) =>
      new Promise<Response>((_, reject) => {
        if (signal!.aborted) reject(signal!.reason);
        signal!.addEventListener('abort', () => reject(signal!.reason));
      });
    const { asked, fetch } = platform(never, never, never);
    const client = new Recourse({ fetch, timeoutMs: 5, retry: { retries: 1, baseMs: 1 } });
    expect(await caught(client.grabs.get({ id: 'x' }))).toMatchObject({ code: 'TIMEOUT' });
    expect(asked).toHaveLength(2);
    const ending = new AbortController();
    const ended = caught(client.grabs.get({ id: 'x' }, { signal: ending.signal, timeoutMs: 10_000 }));
    ending.abort(new Error('enough'));
    expect(await ended).toMatchObject({ message: 'enough' });
    expect(asked).toHaveLength(3);
  });

  it('tells what the answer said of the allowance', async () => {
    const headers = {
      ratelimit: '"default";r=50;t=30',
      'ratelimit-policy': '"default";q=100;w=60',
      'x-request-id': 'r9',
      'idempotency-replayed': 'true',
    };
    const { fetch } = platform(json({ data: { policies: [] } }, 200, headers));
    const client = new Recourse({ fetch });
    await client.policies.list();
    expect(client.lastAnswer).toMatchObject({
      requestId: 'r9',
      replayed: true,
      rateLimit: { limit: 100, remaining: 50, resetSeconds: 30 },
    });
  });

  it('runs any document', async () => {
    const { asked, fetch } = platform(
      json({ data: { trialBalance: { totalFen: '0' } } }),
      new TypeError('fetch failed'),
    );
    const client = new Recourse({ fetch });
    const document = { loc: { source: { body: 'query { trialBalance { totalFen } }' } } };
    expect(await client.query(document)).toEqual({ trialBalance: { totalFen: 0n } });
    expect(await caught(client.query('mutation { logout { __typename } }'))).toMatchObject({ code: 'NETWORK' });
    expect(asked).toHaveLength(2);
  });
});

describe('a list', () => {
  const page = (ids: string[], cursor: string | null) =>
    json({
      data: {
        myGrabs: { nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: cursor !== null, endCursor: cursor } },
      },
    });

  it('is fetched as it is gone through, and no further', async () => {
    const { asked, fetch } = platform(page(['a', 'b'], 'c1'), page(['c'], null), page(['a', 'b'], 'c1'));
    const client = new Recourse({ fetch });
    const ids: string[] = [];
    for await (const { id } of client.grabs.list({ state: 'active' }, { pageSize: 2 })) ids.push(id);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(asked.map(({ body }) => JSON.parse(body).variables)).toEqual([
      { state: 'active', first: 2, after: null },
      { state: 'active', first: 2, after: 'c1' },
    ]);
    expect((await client.grabs.list({}, { pageSize: 2 }).toArray(2)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(asked).toHaveLength(3);
  });
});
