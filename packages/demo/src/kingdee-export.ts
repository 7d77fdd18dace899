import { type Fen, yuan } from '@recourse/client';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { addDays, addMonths, type Day } from './days.js';
import { type DemoDebtor, demoDebtor } from './debtors.js';
import { type ExportRow, grouped, HEADERS, slashed } from './export-columns.js';
import { FAULTS, type Fault, spoil } from './export-faults.js';
import { Random } from './random.js';

export interface ExportOptions {
  /** How many receivables the list has. */
  readonly rows: number;
  /** Due days are counted back from here. */
  readonly today: Day;
  /** The same seed gives the same bytes; default 1. */
  readonly seed?: number;
  /** What document numbers start with, so that several exports of one creditor do not collide; default `AR`. */
  readonly prefix?: string;
}

/** What must become of a row once the file is posted. */
export interface ExpectedRow {
  /** As in a spreadsheet: the header is row 1. */
  readonly rowNumber: number;
  readonly externalRef: string;
  readonly outcome: 'admitted' | 'duplicate' | 'rejected';
  /** The reason code the row must carry; null when admitted or a duplicate. */
  readonly code: string | null;
  readonly outstandingFen: Fen;
}

export interface KingdeeExport {
  readonly fileName: string;
  /** GB18030 with CRLF, as a Chinese Windows writes it. */
  readonly bytes: Buffer;
  readonly rows: readonly ExpectedRow[];
  /** Every number and phone in it, of sound rows and faulty ones. */
  readonly debtors: readonly Pick<ExportRow, 'idNumber' | 'mobile'>[];
}

/** About 6 % of the rows must be refused, every kind of fault in turn. */
const FAULTY_SHARE = 0.06;

/** Writes a seeded list export of receivables and what must become of each row. */
export function kingdeeExport(options: ExportOptions): KingdeeExport {
  const random = new Random(options.seed ?? 1);
  const faults = chooseFaults(options.rows, random);
  const table: ExportRow[] = [];
  const sound: ExportRow[] = [];
  for (let index = 0; index < options.rows; index += 1) {
    const row = makeReceivable(index, options, random);
    const fault = faults.get(index);
    if (!fault) sound.push(row);
    table.push(fault ? spoil(fault, row, { random, today: options.today, earlier: sound }) : row);
  }
  return {
    fileName: `应收单列表_${options.today.replaceAll('-', '')}.csv`,
    bytes: iconv.encode(csvOf(table), 'gb18030'),
    debtors: table,
    rows: table.map((row, index) => expected(index, row, faults.get(index))),
  };
}

function csvOf(table: readonly ExportRow[]): string {
  const keys = Object.keys(HEADERS) as (keyof ExportRow)[];
  const lines = [Object.values(HEADERS), ...table.map((row) => keys.map((key) => row[key]))];
  return stringify(lines, { record_delimiter: 'windows' });
}

/** Never the first rows: a duplicate needs a sound row before it. */
function chooseFaults(rows: number, random: Random): Map<number, Fault> {
  const count = Math.round(rows * FAULTY_SHARE);
  const head = Math.min(10, Math.floor(rows / 2));
  const places = random.distinct(count, Math.max(rows - head, 0)).map((place) => place + head);
  return new Map(places.map((place, i) => [place, FAULTS[i % FAULTS.length]!]));
}

function expected(index: number, { externalRef, open }: ExportRow, fault: Fault | undefined): ExpectedRow {
  const row = { rowNumber: index + 2, externalRef, outstandingFen: yuan(open) };
  if (!fault) return { ...row, outcome: 'admitted', code: null };
  if (fault === 'DUPLICATE') return { ...row, outcome: 'duplicate', code: null };
  return { ...row, outcome: 'rejected', code: fault };
}

/** What is owed for, how often, by whom, and the papers that go with it. */
const BUSINESS = [
  {
    share: 0.78,
    person: 0.05,
    category: '货款',
    origin: '货物销售',
    evidence: ['销售合同.pdf;发票.pdf', '合同;发票;送货单', '合同;发票;送货单;对账单;催款函'],
  },
  {
    share: 0.12,
    person: 0.6,
    category: '物业费',
    origin: '物业服务',
    evidence: ['物业服务合同.pdf', '物业服务合同;催款函', '物业服务合同;发票;催款函'],
  },
  {
    share: 0.06,
    person: 1,
    category: '个人借款',
    origin: '借款',
    evidence: ['借条;转账记录', '借条;转账记录;身份证复印件;催款函'],
  },
  {
    share: 0.04,
    person: 1,
    category: '小额贷款',
    origin: '借款',
    evidence: ['借款合同;转账记录', '借款合同;转账记录;身份证复印件'],
  },
] as const;

function makeReceivable(index: number, { today, prefix = 'AR', seed = 1 }: ExportOptions, random: Random): ExportRow {
  const business = pickBusiness(random);
  const kind = random.chance(business.person) ? 'person' : 'enterprise';
  const debtor = demoDebtor(kind, (seed % 100) * 100_000 + index, random);
  const dueOn = addDays(addMonths(today, -monthsOverdue(random)), -random.whole(0, 20));
  const invoicedOn = addDays(dueOn, -random.pick([15, 30, 30, 45, 60, 90]));
  const openFen = amount(random);
  const settledFen = random.chance(0.3) ? (openFen * BigInt(random.whole(5, 80))) / 100n : 0n;
  const number = String(index + 1).padStart(6, '0');
  return {
    ...debtorCells(debtor),
    externalRef: `${prefix}${number}`,
    invoicedOn: slashed(invoicedOn),
    dueOn: slashed(dueOn),
    currency: '人民币',
    total: grouped(openFen + settledFen),
    settled: grouped(settledFen),
    open: grouped(openFen),
    status: '已审核',
    cancelled: '未作废',
    salesOrganisation: random.pick(['华东销售部', '华南销售部', '华北销售部', '西南销售部']),
    contractNumber: `HT${invoicedOn.slice(0, 4)}-${number}`,
    category: business.category,
    origin: business.origin,
    evidence: random.pick(business.evidence),
    note: random.chance(0.2)
      ? random.pick(['多次承诺付款未兑现', '已发催款函, 无回复', '客户称 "月底付款"', '联系人已更换'])
      : '',
  };
}

function debtorCells(debtor: DemoDebtor) {
  return {
    debtorName: debtor.name,
    debtorKind: debtor.kind === 'enterprise' ? '企业' : '个人',
    idNumber: debtor.idNumber,
    mobile: debtor.mobile,
    region: debtor.region,
  };
}

function pickBusiness(random: Random): (typeof BUSINESS)[number] {
  let left = random.unit();
  for (const business of BUSINESS) {
    if (left < business.share) return business;
    left -= business.share;
  }
  return BUSINESS[0];
}

/** 1 to 30 months, more young debts than old. */
function monthsOverdue(random: Random): number {
  return 1 + Math.floor(30 * random.unit() ** 1.5);
}

/** 2,000 to 3,000,000 CNY; three in four below 50,000, which is all newcomers may take. */
function amount(random: Random): Fen {
  const share = random.unit();
  const [low, high] = share < 0.76 ? [2_000, 49_900] : share < 0.96 ? [50_000, 900_000] : [900_000, 3_000_000];
  return BigInt(Math.floor(random.logarithmic(low, high) * 100));
}
