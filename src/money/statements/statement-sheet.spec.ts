import { statementOf } from './statement.policy.js';
import { statementSheet } from './statement-sheet.js';

const CASE = '01890000-0000-7000-8000-000000000001';

describe('a statement as a table', () => {
  const plain = statementOf(100n, [sample('commission', -2_345n), sample('service_fee', -5n)], new Map());
  const labels = { caseNumber: 'DC-2026-48210397', externalRef: 'AR-7', counterpartyName: 'Harbour Ltd' };
  const figures = { ...plain, lines: plain.lines.map((line) => ({ ...line, ...labels })) };
  const received = { grossFen: 0n, commissionFen: 0n, netFen: 0n };
  const sheet = (locale: 'en' | 'zh-CN') => statementSheet(figures, received, (_, id) => `ref ${id}`, locale);
  const rows = (locale: 'en' | 'zh-CN') => [...(sheet(locale).rows as Iterable<readonly unknown[]>)];

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
    expect(balances).toEqual([100n, -2_245n, -2_250n, -2_250n, null, null, null]);
  });
});

function sample(part: string, amountFen: bigint) {
  const occurredAt = new Date('2026-11-21T04:05:06Z');
  return { id: CASE, occurredAt, transferKind: 'repayment', part, amountFen, referenceId: 'r1', caseId: CASE };
}
