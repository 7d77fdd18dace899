import { statementOf } from './statement.policy.js';
import { statementSheet } from './statement-sheet.js';
import type { VatOfMonth } from './tax-profiles.service.js';

const CASE = '01890000-0000-7000-8000-000000000001';

describe('a statement as a table', () => {
  const plain = statementOf(100n, [sample('commission', -2_345n), sample('service_fee', -5n)], new Map());
  const labels = { caseNumber: 'DC-2026-48210397', externalRef: 'AR-7', counterpartyName: 'Harbour Ltd' };
  const figures = { ...plain, lines: plain.lines.map((line) => ({ ...line, ...labels })), vat: null };
  const received = { grossFen: 0n, commissionFen: 0n, netFen: 0n };
  const sheet = (locale: 'en' | 'zh-CN', vat: VatOfMonth | null = null) =>
    statementSheet({ ...figures, vat }, received, (_, id) => `ref ${id}`, locale);
  const rows = (locale: 'en' | 'zh-CN', vat?: VatOfMonth) => [
    ...(sheet(locale, vat).rows as Iterable<readonly unknown[]>),
  ];

  it('speaks the language asked for', () => {
    expect(sheet('en').columns.map((column) => column.header)).toContain('Balance (CNY)');
    expect(sheet('zh-CN').columns[0]!.header).toBe('时间（北京）');
    expect(rows('zh-CN')[1]).toContain('佣金');
  });

  it('names cases and parties as people do', () => {
    expect(sheet('en').columns.map(({ header }) => header)).toEqual(
      expect.arrayContaining(['Case number', 'External reference', 'Counterparty']),
    );
    expect(rows('en')[1]).toEqual(expect.arrayContaining(Object.values(labels)));
    expect(rows('en').every((row) => row.length === sheet('en').columns.length)).toBe(true);
  });

  it('carries the balance along from the opening to the closing', () => {
    const balances = rows('en').map((row) => row.at(-1));
    expect(balances).toEqual([100n, -2_245n, -2_250n, -2_250n, null, null, null, null]);
  });

  it('writes the closing balance in capitals', () => {
    expect(rows('zh-CN')[4]).toContain('期末余额（大写）：负贰拾贰元伍角');
    expect(rows('en')[4]).toContain('Closing balance in capitals: 负贰拾贰元伍角');
  });

  it('takes the commission of a provider apart by its profile, and says what is missing instead of showing nothing', () => {
    const general = {
      profile: 'general',
      rateBps: 600,
      priceFen: 10_600n,
      salesFen: 10_000n,
      vatFen: 600n,
      missing: null,
    } as const;
    const unknown = { ...general, profile: null, rateBps: null, salesFen: null, vatFen: null } as const;
    const parts = [{ ...unknown, priceFen: 500n, missing: 'profile_not_stated' as const }, general];
    const added = rows('en', { parts, missing: 'profile_not_stated' }).slice(-3);
    expect(added.map((row) => [row[1], row[9]])).toEqual([
      ['Tax profile not stated: commission', 500n],
      ['Commission without value added tax: general, 6 %', 10_000n],
      ['Value added tax in commission: general, 6 %', 600n],
    ]);
    expect(rows('zh-CN', { parts: [], missing: 'profile_not_stated' }).at(-1)).toContain('未申明计税身份：佣金');
    expect(rows('zh-CN', { parts, missing: null }).at(-1)).toContain('佣金所含增值税额：一般纳税人 6 %');
  });
});

function sample(part: string, amountFen: bigint) {
  const occurredAt = new Date('2026-11-21T04:05:06Z');
  return { id: CASE, occurredAt, transferKind: 'repayment', part, amountFen, referenceId: 'r1', caseId: CASE };
}
