import { readCsv } from '../intake/csv-rows.js';
import { decoded, detectEncoding } from '../intake/encoding.js';
import { mapRow } from '../intake/row-mapper.js';
import { monthsBetween } from '../kernel/index.js';
import { FAULTS } from './export-faults.js';
import { kingdeeExport } from './kingdee-export.js';

const today = '2026-03-31';
const made = kingdeeExport({ rows: 1_200, today });
/** Faults that only admission sees; the reader must let these rows through. */
const JUDGED_LATER = ['AMOUNTS_DISAGREE', 'DEBTOR_ID_INVALID', 'NOT_OVERDUE', 'ILLEGAL_ORIGIN'];

async function mappings(bytes: Buffer) {
  const reading = await readCsv(decoded([bytes], await detectEncoding([bytes])), { maxRows: 10_000 });
  const mapped = [];
  for await (const row of reading.rows) {
    mapped.push({ rowNumber: row.rowNumber, ...mapRow(row.cells, { defaults: {}, dialect: reading.header.dialect }) });
  }
  return { reading, mapped };
}

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

  it('is read as what it claims to be: every row with the outcome written beside it', async () => {
    const { reading, mapped } = await mappings(made.bytes);
    expect(reading.header).toMatchObject({ dialect: { name: 'kingdee' }, unknown: ['销售组织'] });
    const found = mapped.map(({ rowNumber, draft, reasons }) => [
      rowNumber,
      draft?.externalRef,
      reasons?.map((r) => r.code),
    ]);
    const wanted = made.rows.map(({ rowNumber, externalRef, code }) =>
      code !== null && !JUDGED_LATER.includes(code)
        ? [rowNumber, undefined, [code]]
        : [rowNumber, externalRef, undefined],
    );
    expect(found).toEqual(wanted);
  });

  it('keeps amounts, kinds, regions and ages through encoding, quoting and grouping', async () => {
    const { mapped } = await mappings(made.bytes);
    for (const [index, { draft }] of mapped.entries()) {
      const row = made.rows[index]!;
      if (!draft || row.outcome !== 'admitted') continue;
      expect(draft).toMatchObject({ outstandingFen: row.outstandingFen, regionCode: expect.stringMatching(/^\d{6}$/) });
      expect(draft.principalFen - draft.paidFen).toBe(draft.outstandingFen);
      expect(monthsBetween(draft.dueOn, today)).toBeGreaterThanOrEqual(1);
      expect(monthsBetween(draft.dueOn, today)).toBeLessThanOrEqual(31);
    }
  });

  it('repeats only references of sound rows above', () => {
    const seen = new Set<string>();
    for (const row of made.rows) {
      if (row.outcome === 'duplicate') expect(seen.has(row.externalRef)).toBe(true);
      if (row.outcome === 'admitted') seen.add(row.externalRef);
    }
  });
});
