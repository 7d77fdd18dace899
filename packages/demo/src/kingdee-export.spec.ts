import { yuan } from '@recourse/client';
import { checkCreditCode, checkMobilePhone, checkResidentId, readRegion } from '@recourse/identifiers';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { addMonths } from './days.js';
import { FAULTS } from './export-faults.js';
import { kingdeeExport } from './kingdee-export.js';

const today = '2026-03-31';
const made = kingdeeExport({ rows: 1_200, today });

/** Read back by another reader than the one the product uses. */
const table: Record<string, string>[] = parse(iconv.decode(made.bytes, 'gb18030'), { columns: true });
const isDay = (text: string) => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
const padded = (day: string) =>
  day
    .split('/')
    .map((part) => part.padStart(2, '0'))
    .join('-');

describe("the demo's export", () => {
  it('is the same for the same seed and another for another', () => {
    expect(kingdeeExport({ rows: 1_200, today }).bytes.equals(made.bytes)).toBe(true);
    expect(kingdeeExport({ rows: 1_200, today, seed: 2 }).bytes.equals(made.bytes)).toBe(false);
  });

  it('has the spread the story needs', () => {
    const admitted = made.rows.filter((row) => row.outcome === 'admitted');
    expect(made.rows).toHaveLength(1_200);
    expect(made.rows.length - admitted.length).toBe(72);
    expect(new Set(made.rows.map((row) => row.code)).size).toBe(FAULTS.length);
    const small = admitted.filter((row) => row.outstandingFen < 5_000_000n).length / admitted.length;
    expect(small).toBeGreaterThan(0.7);
    expect(small).toBeLessThan(0.82);
    for (const { outstandingFen } of admitted) {
      expect(outstandingFen >= 200_000n && outstandingFen <= 300_000_000n).toBe(true);
    }
  });

  it('holds in its bytes what is said beside them', () => {
    for (const [index, cells] of table.entries()) {
      const row = made.rows[index]!;
      expect([cells['单据编号'], yuan(cells['未核销金额']!)]).toEqual([row.externalRef, row.outstandingFen]);
      expect(row.rowNumber).toBe(index + 2);
      if (row.outcome !== 'admitted') continue;
      const dueOn = padded(cells['到期日']!);
      expect(dueOn <= addMonths(today, -1) && dueOn > addMonths(today, -32)).toBe(true);
      const paid = yuan(cells['已核销金额']!);
      expect(yuan(cells['价税合计']!)).toBe(row.outstandingFen + paid);
      expect(readRegion(cells['省市区']!).level).toMatch(/city|province/);
      const id = cells['统一社会信用代码/身份证号']!;
      expect(cells['债务人类型'] === '企业' ? checkCreditCode(id).ok : checkResidentId(id, today).ok).toBe(true);
      expect(checkMobilePhone(cells['手机号']!).ok).toBe(true);
    }
  });

  it('breaks each faulty row in exactly the way it says', () => {
    const broken = (code: string, cell: string) =>
      table.filter((_, index) => made.rows[index]!.code === code).map((cells) => cells[cell]!);
    expect(broken('SKIPPED_CANCELLED', '作废状态')).toEqual(Array(9).fill('已作废'));
    expect(broken('SKIPPED_UNAPPROVED', '单据状态')).not.toContain('已审核');
    expect(broken('ILLEGAL_ORIGIN', '债务成因').join()).toMatch(/赌|毒/);
    expect(broken('NOT_OVERDUE', '到期日').every((day) => padded(day) > today)).toBe(true);
    expect(broken('DATE_UNREADABLE', '到期日').some((day) => isDay(padded(day)))).toBe(false);
    const ids = broken('DEBTOR_ID_INVALID', '统一社会信用代码/身份证号');
    expect(ids.some((id) => checkCreditCode(id).ok || checkResidentId(id, today).ok)).toBe(false);
  });

  it('repeats only references of sound rows above', () => {
    const seen = new Set<string>();
    for (const row of made.rows) {
      if (row.outcome === 'duplicate') expect(seen.has(row.externalRef)).toBe(true);
      if (row.outcome === 'admitted') seen.add(row.externalRef);
    }
  });
});
