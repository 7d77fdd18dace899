import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../packages/cli/src/program.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aListedCase, anAgency, anApiKey, type Organisation, PASSWORD } from '../support/builders.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const CSV_HEAD =
  '单据编号,客户,未核销金额,价税合计,到期日,单据状态,债务类别,债务成因,债务人类型,省市区,合同编号,证据文件';
const row = (ref: string, due = '2025/4/30') =>
  `${ref},宁波市远航物流有限公司,"12,400.00","12,400.00",${due},已审核,应收账款,货物买卖,企业,浙江省宁波市,HT-21,合同;发票`;

const NO_TOTALS = { principalFen: null, dueOn: null, invoicedOn: null };

describe('people use the command line', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;
  let home: string;

  beforeAll(async () => {
    app = await testApp();
    [creditor, agency] = await Promise.all([aCreditor(app), anAgency(app)]);
    home = mkdtempSync(join(tmpdir(), 'recourse-cli-'));
  });
  afterAll(async () => {
    await app.close();
    rmSync(home, { recursive: true });
  });

  /** One command line, at a terminal of its own. */
  async function recourse(
    line: string,
    env: Record<string, string> = {},
    until: (line: string) => boolean = () => false,
  ) {
    const ending = new AbortController();
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(line.split(' '), {
      env: { LANG: 'C.UTF-8', RECOURSE_URL: app.url, RECOURSE_PASSWORD: PASSWORD, XDG_CONFIG_HOME: home, ...env },
      home,
      interactive: false,
      out(text) {
        out.push(text);
        if (until(text)) ending.abort();
      },
      err: (text) => void err.push(text),
      ask: async () => '',
      signal: ending.signal,
    });
    return { code, out: out.join('\n'), err: err.join('\n'), json: () => JSON.parse(out[0]!) };
  }

  it('sign in, and stay signed in, in a file that only they can read', async () => {
    const nobody = await recourse('whoami');
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('recourse login')]);
    const login = await recourse(`login --email ${creditor.owner.email}`);
    expect([login.code, login.out]).toEqual([0, expect.stringContaining(creditor.name)]);
    const file = join(home, 'recourse', 'profiles.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'recourse')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).not.toContain(PASSWORD);
    const me = await recourse('whoami --json');
    expect(me.json()).toMatchObject({ organisation: { id: creditor.id }, member: { email: creditor.owner.email } });
    const wrong = await recourse('login --email x@y.example --profile other', {
      RECOURSE_PASSWORD: 'wrong-password-1',
    });
    expect([wrong.code, wrong.err]).toEqual([4, expect.stringContaining('LOGIN_FAILED')]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty(['default']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).not.toHaveProperty(['other']);
  });

  it('share a session between commands that renew it at the same time', async () => {
    const file = join(home, 'recourse', 'profiles.json');
    const stored = JSON.parse(readFileSync(file, 'utf8'));
    stored.default.session.accessTokenExpiresAt = '2020-01-01T00:00:00Z';
    writeFileSync(file, JSON.stringify(stored));
    const all = await Promise.all(Array.from({ length: 5 }, () => recourse('whoami --json')));
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect((await recourse('cases --json --limit 1')).code).toBe(0);
  });

  it('import a file, once however often they say it, and see what became of each row', async () => {
    const file = join(home, 'receivables.csv');
    const result = join(home, 'out.csv');
    writeFileSync(file, [CSV_HEAD, row('CLI-1'), row('CLI-2', '2025/13/40'), row('CLI-3')].join('\n'));
    const first = await recourse(`import ${file} --result ${result}`);
    expect([first.code, first.out]).toEqual([6, '3 rows: 2 admitted, 0 in review, 0 known before, 1 rejected.']);
    const lines = readFileSync(result, 'utf8').trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/CLI-2/);
    expect(lines[2]).toMatch(/DATE_UNREADABLE/);
    const again = await recourse(`import ${file} --json`);
    const { id } = again.json();
    expect((await recourse(`import ${file} --json`)).json().id).toBe(id);
    const chinese = await recourse(`import ${file} --lang zh-CN`);
    expect(chinese.out).toBe('共 3 行：受理 2，待审 0，重复 0，拒绝 1。');
    expect((await recourse('import /nowhere.csv')).code).toBe(2);
    const cases = await recourse('cases --state listed');
    expect(cases.out).toContain('CLI-3');
    expect(cases.out).toContain('12,400.00');
  });

  it('are told what a debt comes to before they post it, and what it is afterwards', async () => {
    const file = join(home, 'debt.json');
    const line = (documentNumber: string, days: number, principalFen: string, kind = 'invoice') => {
      return { kind, documentNumber, dueOn: daysAgo(days), principalFen };
    };
    const lines = [line('A-1', 200, '1000000'), line('A-2', 100, '2000000'), line('C-1', 50, '-500000', 'credit_note')];
    const debt = sampleDebt(NO_TOTALS);
    const write = (more: object) => writeFileSync(file, JSON.stringify({ ...debt, lines, ...more }));
    write({ claimTerms: { overdueRateBps: 365 } });
    const quote = await recourse(`quote ${file}`);
    expect([quote.code, quote.err]).toEqual([0, '']);
    // 5,000 × 3.65 % × 200 ÷ 365 = 100; 20,000 × 3.65 % × 100 ÷ 365 = 200.
    for (const words of [
      /^It would be listed at once\.$/m,
      /^1 +invoice +A-1 .* 10,000\.00 +6 .* running$/m,
      /^3 +credit note +C-1 .* -5,000\.00 +1$/m,
      /^Open: 25,000\.00 yuan \(principal 25,000\.00, penalty 0\.00, paid 0\.00\)\.$/m,
      /^1 +overdue .* 200 +5,000\.00 +3\.65 % \/ 365 +100\.00$/m,
      /^2 +overdue .* 100 +20,000\.00 +3\.65 % \/ 365 +200\.00$/m,
      /allowed 300\.00; in all 25,300\.00 yuan\.$/m,
    ]) {
      expect(quote.out).toMatch(words);
    }
    const chinese = await recourse(`quote ${file} --lang zh-CN`);
    for (const words of ['可直接挂牌。', '红字发票', '计算中', '欠款余额：25,000.00 元', '合计 25,300.00 元。']) {
      expect(chinese.out).toContain(words);
    }
    expect((await recourse(`quote ${file} --json`)).json()).toMatchObject({
      verdict: 'admit',
      outstandingFen: '2500000',
    });
    const caseId = await aListedCase(app, creditor, { ...debt, lines, ...NO_TOTALS });
    expect((await recourse(`quote ${file}`)).out).toContain(`You posted this reference before: ${caseId}.`);
    expect((await recourse(`lines ${caseId}`)).out).toMatch(/^2 +invoice +A-2 .* 20,000\.00 +3 .* running$/m);
    expect((await recourse(`claim ${caseId} --lang zh-CN`)).out).toContain('法定逾期付款损失');

    write({ legalOrigin: 'gambling' });
    const refused = await recourse(`quote ${file}`);
    expect([refused.code, refused.out]).toEqual([
      6,
      expect.stringMatching(/^It would be refused\.\nILLEGAL_ORIGIN \(legalOrigin\): /),
    ]);
    write({ debtorKind: 'shop' });
    const wrong = await recourse(`quote ${file}`);
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringMatching(/INVALID_INPUT: .*field debtorKind/)]);
    writeFileSync(file, 'external_ref,principal');
    const rows = await recourse(`quote ${file} --lang zh-CN`);
    expect([rows.code, rows.err]).toEqual([2, expect.stringContaining('不是一笔债权的 JSON')]);
    expect((await recourse('quote /nowhere.json')).code).toBe(2);
  });

  it('are told every outcome of an upsert, and the counts add up', async () => {
    const file = join(home, 'books.csv');
    writeFileSync(
      file,
      [CSV_HEAD, row('CLI-1'), row('CLI-4'), row('CLI-3').replaceAll('12,400.00', '11,900.00')].join('\n'),
    );
    const upsert = await recourse(`import ${file} --mode upsert`);
    const counts = [...upsert.out.matchAll(/(\d+) (?!rows)[a-z]/g)].map(([, count]) => Number(count));
    expect(upsert.out).toMatch(/^3 rows: 1 admitted, .*\b1 unchanged/);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3);
    const told = (await recourse(`import ${file} --mode upsert --json`)).json();
    const names = ['admitted', 'inReview', 'duplicate', 'updated', 'settled', 'withdrawn', 'repayment', 'unchanged'];
    const sum = [...names, 'rejected'].reduce((total, name) => total + told[`${name}Rows`], 0);
    expect([sum, told.mode, told.dryRun]).toEqual([3, 'upsert', false]);
  });

  it('are told what an option takes, and what is wrong with what it was given', async () => {
    for (const [line, words] of [
      ['whoami --lang fr', '--lang: fr is none of en, zh-CN.'],
      ['whoami --lang=fr', '--lang: fr is none of en, zh-CN.'],
      ['import a.csv --result out.txt', '--result: out.txt ends neither in .csv nor in .xlsx.'],
      ['import a.csv --mode upset', '--mode: upset is none of create, upsert.'],
      ['cases --state lsited', '--state: lsited is none of draft, '],
      ['cases --limit none', '--limit: none is not a whole number of at least 1.'],
      ['hall list --category loan', '--category: loan is none of commercial_receivable, '],
      ['hall list --min-amount much', '--min-amount: much is not an amount in yuan'],
      ['hall list --min-commission 150', '--min-commission: 150 is not a percentage'],
      ['listen --types grab.token', '--types: grab.token is none of '],
      ['listen --forward hook', '--forward: hook is not an address'],
    ] as const) {
      const { code, err } = await recourse(line);
      expect([line, code, err]).toEqual([line, 2, expect.stringContaining(`error USAGE: ${words}`)]);
    }
    const chinese = await recourse('import a.csv --mode upset --lang zh-CN');
    expect(chinese.err).toContain('--mode：upset 不在 create, upsert 之中。');
  });

  it('read in the help of every command what its options take, and what every command takes', async () => {
    for (const [command, values] of [
      ['cases', ['partially_recovered', 'listed']],
      ['import', ['(create, upsert)']],
      ['hall list', ['commercial_receivable', 'private_loan']],
      ['hall watch', ['commercial_receivable', 'private_loan']],
      ['listen', ['grab.taken', 'repayment.confirmed']],
      ['keys create', ['cases:read', 'debtors:read']],
      ['webhooks create', ['grab.taken', 'repayment.confirmed']],
      ['webhooks replay', ['grab.taken', 'repayment.confirmed']],
      ['webhooks deliveries', ['--limit <count>']],
      ['sandbox advance', ['90s, 15m, 1h, 7d']],
      ['whoami', []],
    ] as const) {
      const { code, out } = await recourse(`${command} --help`);
      const help = out.replaceAll(/\s+/g, ' ');
      const missing = [...values, '--json', '--profile <name>', '--base-url <url>', '(en, zh-CN)'].filter(
        (words) => !help.includes(words),
      );
      expect([command, code, missing]).toEqual([command, 0, []]);
    }
    expect((await recourse('hall list --help --lang=zh-CN')).out).toContain('列出大厅中的案件');
  });

  it('give no secret as an argument, which everybody on the machine could read', async () => {
    for (const line of ['login --api-key rk_live_abc', 'listen --forward http://localhost:1/ --secret whsec_abc']) {
      const { code, err } = await recourse(line);
      expect([code, err]).toEqual([2, expect.stringContaining('can be read by everybody on this machine')]);
    }
    const { key } = await anApiKey(app, agency, ['cases:read']);
    const login = await recourse('login --api-key --profile keyed', { RECOURSE_API_KEY: key });
    expect([login.code, login.out]).toEqual([0, expect.stringContaining(agency.name)]);
    expect((await recourse('whoami --profile keyed')).code).toBe(0);
  });

  it('hear that more follow, and read the hall in words', async () => {
    const some = await recourse('cases --limit 1');
    expect([some.out.split('\n').length, some.err]).toEqual([2, expect.stringContaining('greater --limit')]);
    const all = await recourse('cases --limit 1000 --json');
    expect([all.out.split('\n').length > 1, all.err]).toEqual([true, '']);
    const first = await recourse('cases --limit 1 --json');
    expect(first.out.split('\n')).toHaveLength(1);
    expect(JSON.parse(first.err)).toEqual({ more: { limit: 1, message: expect.stringContaining('greater --limit') } });
    // Creditors read bands instead of amounts.
    const hall = await recourse('hall list');
    expect(hall.out).toContain('commercial receivable');
    expect(hall.out).toContain('10,000 to 50,000');
    expect(hall.out).not.toMatch(/commercial_receivable|from_\d/);
    const chinese = await recourse('hall list', { LANG: 'zh_CN.UTF-8' });
    expect(chinese.out).toMatch(/商账.*1 万至 5 万/);
  });

  it('look through the hall, watch it, and grab', async () => {
    const { key } = await anApiKey(app, agency, ['hall:read', 'grabs:write', 'grabs:read']);
    const env = { RECOURSE_API_KEY: key };
    const caseId = await aListedCase(app, creditor, { principalFen: '77700000', commission: { bps: 3_000 } });
    const filter = '--min-amount 700000 --min-commission 30';
    const list = await recourse(`hall list ${filter} --limit 5`, env);
    expect(list.out).toContain(caseId);
    expect(list.out).toContain('30 %');
    const watched = await recourse(`hall watch ${filter} --json`, env, (line) => line.includes(caseId));
    expect(watched.code).toBe(0);
    const small = await aListedCase(app, creditor);
    const grabbed = await recourse(`grab ${small} --accept --json`, env);
    expect(grabbed.json()).toMatchObject({ caseId: small, state: 'active', acceptedAt: expect.any(String) });
    const twice = await recourse(`grab ${small}`, env);
    expect([twice.code, twice.err]).toEqual([3, expect.stringMatching(/^error CASE_ALREADY_YOURS: .*request id/)]);
  });

  it('make and end keys', async () => {
    const made = await recourse('keys create --name ERP --scopes cases:read,cases:write --json');
    const { key, apiKey } = made.json();
    expect((await recourse('whoami --json', { RECOURSE_API_KEY: key })).json().scopes).toContain('cases:write');
    expect((await recourse('keys list')).out).toContain(apiKey.id);
    expect((await recourse(`keys revoke ${apiKey.id}`)).code).toBe(0);
    expect((await recourse('whoami', { RECOURSE_API_KEY: key })).code).toBe(4);
    expect((await recourse('keys create --name ERP --scopes cats:write')).code).toBe(2);
  });

  it('are told what is wrong, with a code for scripts', async () => {
    expect(
      (await recourse('hall list', { RECOURSE_URL: 'http://127.0.0.1:2', RECOURSE_API_KEY: 'rk_live_x' })).code,
    ).toBe(5);
    const unknown = await recourse('frobnicate');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('frobnicate')]);
    const mistyped = await recourse('cases --limits 5 --json');
    expect([mistyped.code, JSON.parse(mistyped.err).error]).toEqual([
      2,
      { code: 'USAGE', message: expect.stringContaining('--limits') },
    ]);
    const help = await recourse('--help', { LANG: 'zh_CN.UTF-8' });
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('接单大厅')]);
    const refused = await recourse('grab case_nonsense --json');
    expect(JSON.parse(refused.err).error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it('and sign out', async () => {
    expect((await recourse('logout')).code).toBe(0);
    expect((await recourse('whoami')).code).toBe(2);
  });
});
