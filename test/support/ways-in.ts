import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Recourse } from '@recourse/client';
import ExcelJS from 'exceljs';
import { run } from '../../packages/cli/src/program.js';
import { DEBT_CATEGORY, DEBTOR_KIND, EVIDENCE_KIND, LEGAL_ORIGIN } from '../../src/casework/admission/index.js';
import { LINE_KIND } from '../../src/casework/debt/index.js';
import type { TestApp } from './app.js';
import { anApiKey, type Organisation } from './builders.js';
import { type Answer, done } from './client.js';

/** A line as a machine posts it; what is left out is null or 0. */
export interface SentLine {
  readonly kind: string;
  readonly documentNumber?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  readonly dueOn: string;
  readonly principalFen: string;
  readonly penaltyFen?: string;
  readonly paidFen?: string;
}

/** A debt as a machine posts it. */
export interface SentDebt {
  readonly externalRef: string;
  readonly category: string;
  readonly debtorKind: string;
  readonly debtorName: string;
  readonly debtorIdNumber: string;
  readonly legalOrigin: string;
  readonly evidence: readonly string[];
  readonly commission: { readonly bps: number };
  readonly lines: readonly SentLine[];
}

/** Posts a debt; answers the id of its case. */
type Way = (app: TestApp, creditor: Organisation, debt: SentDebt) => Promise<string>;

const bearer = (creditor: Organisation) => ({ authorization: `Bearer ${creditor.owner.token}` });

/** Every way in that a creditor has without an ERP that the platform reads. */
export const WAYS_IN: Readonly<Record<string, Way>> = {
  async graphql(app, creditor, debt) {
    const args = { input: ['PostCaseInput!', debt] } as const;
    return (await done(app, 'postCase', args, '... on Case { id }', { token: creditor.owner.token }))['id'];
  },
  async rest(app, creditor, debt) {
    const { body, status } = await app.rest().post('/v1/cases').set(bearer(creditor)).send(debt);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  },
  async client(app, creditor, debt) {
    const apiKey = await keyOf(app, creditor);
    return (await new Recourse({ baseUrl: app.url, apiKey }).cases.post(debt as never)).id;
  },
  async json(app, creditor, debt) {
    const { body } = await app
      .rest()
      .post('/v1/case-batches')
      .set(bearer(creditor))
      .send({ rows: [debt] });
    return caseOfBatch(app, creditor, body.id);
  },
  ndjson: (app, creditor, debt) =>
    uploaded(app, creditor, debt.lines.map((line) => JSON.stringify({ ...debt, lines: [line] })).join('\n')),
  csv: (app, creditor, debt) => uploaded(app, creditor, csvOf(debt)),
  async xlsx(app, creditor, debt) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('明细');
    sheet.addRow(Object.keys(COLUMNS));
    for (const line of debt.lines) sheet.addRow(Object.values(COLUMNS).map((cell) => typed(cell(line, debt))));
    return uploaded(app, creditor, Buffer.from(await book.xlsx.writeBuffer()));
  },
  async cli(app, creditor, debt) {
    const home = mkdtempSync(join(tmpdir(), 'recourse-story-'));
    const file = join(home, 'debts.csv');
    writeFileSync(file, csvOf(debt));
    const { out } = await commandLine(app, creditor, home, `import ${file} --json`);
    rmSync(home, { recursive: true });
    return caseOfBatch(app, creditor, JSON.parse(out).id);
  },
};

/** One command line at a terminal of its own, signed in with the token of the creditor's key. */
export async function commandLine(app: TestApp, whose: Organisation, home: string, line: string, language = 'en') {
  const key = await keyOf(app, whose);
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run([...line.split(' '), '--lang', language], {
    env: { RECOURSE_URL: app.url, RECOURSE_API_KEY: key, XDG_CONFIG_HOME: home },
    home,
    interactive: false,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    ask: async () => '',
    signal: new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const keys = new WeakMap<Organisation, Promise<string>>();

/** The one key of an organisation: it may have so many. */
function keyOf(app: TestApp, whose: Organisation): Promise<string> {
  const made =
    keys.get(whose) ?? anApiKey(app, whose, ['cases:read', 'cases:write', 'debtors:read']).then(({ key }) => key);
  keys.set(whose, made);
  return made;
}

async function uploaded(app: TestApp, creditor: Organisation, bytes: Buffer | string): Promise<string> {
  const { body, status } = await app
    .rest()
    .post('/v1/case-batches')
    .set(bearer(creditor))
    .attach('file', Buffer.from(bytes as string), { filename: 'rows', contentType: 'application/octet-stream' });
  if (status !== 202) throw new Error(JSON.stringify(body));
  return caseOfBatch(app, creditor, body.id);
}

/** The one case that all rows of a batch made. */
async function caseOfBatch(app: TestApp, creditor: Organisation, id: string): Promise<string> {
  const get = async (path: string) => (await app.rest().get(path).set(bearer(creditor)).expect(200)).body;
  while ((await get(`/v1/case-batches/${id}`)).finishedAt === null) await sleep(30);
  const { data } = await get(`/v1/case-batches/${id}/rows?limit=100`);
  const ids = new Set<string | null>(data.map(({ caseId }: Answer) => caseId));
  const [caseId, ...others] = ids;
  if (!caseId || others.length > 0) throw new Error(JSON.stringify(data));
  return caseId;
}

type Cell = (line: SentLine, debt: SentDebt) => string | Date | number | undefined;
const yuan = (fen: string | undefined) => (fen === undefined ? undefined : Number(fen) / 100);
const day = (text: string | undefined) => (text === undefined ? undefined : new Date(`${text}T00:00:00Z`));

/** A sheet as a clerk fills it in: a row for each line. */
const COLUMNS: Readonly<Record<string, Cell>> = {
  外部单号: (_, debt) => debt.externalRef,
  债务类别: (_, debt) => DEBT_CATEGORY.say(debt.category as never, 'zh-CN'),
  债务人类型: (_, debt) => DEBTOR_KIND.say(debt.debtorKind as never, 'zh-CN'),
  债务人名称: (_, debt) => debt.debtorName,
  '统一社会信用代码/身份证号': (_, debt) => debt.debtorIdNumber,
  债务成因: (_, debt) => LEGAL_ORIGIN.say(debt.legalOrigin as never, 'zh-CN'),
  证据文件: (_, debt) => debt.evidence.map((one) => EVIDENCE_KIND.say(one as never, 'zh-CN')).join(';'),
  '佣金比例(%)': (_, debt) => debt.commission.bps / 100,
  明细类型: ({ kind }) => LINE_KIND.say(kind as never, 'zh-CN'),
  明细单号: ({ documentNumber }) => documentNumber,
  期间起: ({ periodFrom }) => day(periodFrom),
  期间止: ({ periodTo }) => day(periodTo),
  到期日: ({ dueOn }) => day(dueOn),
  '本金(元)': ({ principalFen }) => yuan(principalFen),
  '违约金(元)': ({ penaltyFen }) => yuan(penaltyFen),
  '已还(元)': ({ paidFen }) => yuan(paidFen),
};

const typed = (value: ReturnType<Cell>) => value ?? null;

function csvOf(debt: SentDebt): string {
  const written = (value: ReturnType<Cell>) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? value.toFixed(2) : value;
  const rows = debt.lines.map((line) => Object.values(COLUMNS).map((cell) => written(cell(line, debt)) ?? ''));
  return [Object.keys(COLUMNS), ...rows].map((cells) => cells.join(',')).join('\n');
}
