import fc from 'fast-check';
import { mapJsonRow } from './json-row.js';
import { ROW_REASONS } from './reasons.js';

const row = {
  externalRef: 'INV-7',
  debtorName: '上海某某有限公司',
  outstandingFen: '125000',
  dueOn: '2026-01-31',
  commission: { bps: 1500, tiers: [{ minMonthsOverdue: 12, bps: 2500 }] },
};
const map = (changes: object = {}) => mapJsonRow({ ...row, ...changes }, { defaults: {} });
const codes = (changes: object) => map(changes).reasons?.map(({ code, field }) => `${code} ${field}`);

describe('a row of a JSON batch', () => {
  it('becomes the same draft a sheet would give', () => {
    expect(map({ note: null, evidence: ['invoice', 'invoice'] }).draft).toMatchObject({
      externalRef: 'INV-7',
      debtorKind: 'enterprise',
      principalFen: 125_000n,
      paidFen: 0n,
      outstandingFen: 125_000n,
      evidence: ['invoice'],
      offer: { commissionBps: 1500, tiers: [{ minMonthsOverdue: 12, bps: 2500 }] },
      note: null,
    });
  });

  it.each([
    [{ externalRef: undefined }, 'FIELD_MISSING externalRef'],
    [{ externalRef: '  ' }, 'FIELD_MISSING externalRef'],
    [{ externalRef: 7 }, 'FIELD_TYPE externalRef'],
    [{ externalRef: 'x'.repeat(101) }, 'FIELD_TOO_LONG externalRef'],
    [{ debtorName: 'a\u202eb' }, 'FIELD_CONTROL_CHARACTERS debtorName'],
    [{ outstandingFen: '12.5' }, 'AMOUNT_UNREADABLE outstandingFen'],
    [{ outstandingFen: '-5' }, 'AMOUNT_NEGATIVE outstandingFen'],
    [{ outstandingFen: undefined }, 'FIELD_MISSING outstandingFen'],
    [{ outstandingFen: '0' }, 'SKIPPED_SETTLED outstandingFen'],
    [{ outstandingFen: 125000 }, 'FIELD_TYPE outstandingFen'],
    [{ dueOn: '2026-02-30' }, 'DATE_UNREADABLE dueOn'],
    [{ category: 'lottery' }, 'CATEGORY_UNKNOWN category'],
    [{ evidence: ['invoice', 'rumour'] }, 'EVIDENCE_UNKNOWN evidence[1]'],
    [{ commission: { bps: 1500, tiers: [{ bps: 10_001 }] } }, 'RATE_UNREADABLE commission.tiers[0].bps'],
    [{ amount: 5 }, 'FIELD_UNKNOWN amount'],
    [{ claimTerms: { lender: 'bank' } }, 'CLAIM_TERM_UNKNOWN claimTerms.lender'],
    [{ claimTerms: { overdueRateBps: -1 } }, 'RATE_UNREADABLE claimTerms.overdueRateBps'],
    [{ claimTerms: { paymentTermDays: 3_651 } }, 'TERM_UNREADABLE claimTerms.paymentTermDays'],
    [{ claimTerms: { feesFen: '-1' } }, 'AMOUNT_NEGATIVE claimTerms.feesFen'],
    [{ claimTerms: { rate: 1 } }, 'FIELD_UNKNOWN claimTerms.rate'],
    [{ debtorName: '好再来' }, 'DEBTOR_KIND_UNKNOWN debtorKind'],
  ])('%j → %s', (changes, expected) => {
    expect(codes(changes)).toEqual([expected]);
  });

  it('brings what was agreed about interest; terms that say nothing are none', () => {
    const claimTerms = { contractOn: '2024-01-10', overdueRateBps: 200, creditorScale: 'sme', feesFen: '500' };
    expect(map({ claimTerms }).draft?.claimTerms).toMatchObject({ ...claimTerms, feesFen: 500n, lender: null });
    expect(map({ claimTerms: { lender: null } }).draft?.claimTerms).toBeNull();
    expect(map().draft?.claimTerms).toBeNull();
  });

  it('is made of lines, which give it what it leaves out', () => {
    const line = { kind: 'invoice', documentNumber: ' F-1 ', dueOn: '2026-01-31', principalFen: '500000' };
    const credit = { kind: 'credit_note', documentNumber: 'C-1', dueOn: '2026-02-28', principalFen: '-100000' };
    const lines = (...some: object[]) => ({ outstandingFen: undefined, dueOn: undefined, lines: some });
    const { draft, figures } = map(lines(line, credit));
    expect(draft).toMatchObject({ principalFen: 400_000n, paidFen: 0n, outstandingFen: 400_000n, dueOn: '2026-01-31' });
    expect(draft!.lines).toMatchObject([{ documentNumber: 'F-1' }, { principalFen: -100_000n, dueOn: '2026-02-28' }]);
    // Only a paid amount that the books state is a figure of theirs.
    expect(figures).toEqual({ totalFen: 400_000n, read: 'open' });
    expect(map(lines({ ...line, paidFen: '20000' }, credit)).figures).toMatchObject({ paidFen: 20_000n, read: 'paid' });
    // What contradicts them is left for admission to refuse.
    expect(map({ ...lines(line), principalFen: '7' }).draft).toMatchObject({ principalFen: 7n });
    expect(codes(lines())).toEqual(['FIELD_MISSING lines']);
    expect(codes(lines({ ...line, kind: 'rumour' }))).toEqual(['LINE_KIND_UNKNOWN lines[0].kind']);
    expect(codes(lines({ ...line, principalFen: 500_000 }))).toEqual(['FIELD_TYPE lines[0].principalFen']);
    expect(codes(lines({ ...line, dueOn: undefined }))).toEqual(['FIELD_MISSING lines[0].dueOn']);
    expect(codes(lines({ ...line, total: 1 }))).toEqual(['FIELD_UNKNOWN lines[0].total']);
    expect(codes(lines(line, { ...credit, principalFen: '-500000' }))).toEqual(['SKIPPED_SETTLED outstandingFen']);
  });

  it.each([null, 5, 'x', []])('%j is not an object', (value) => {
    expect(mapJsonRow(value, { defaults: {} }).reasons).toMatchObject([{ code: 'ROW_NOT_AN_OBJECT' }]);
  });

  it('gives any JSON exactly one outcome and never throws', () => {
    const changed = fc.tuple(fc.constantFrom(...Object.keys(row), 'note', 'evidence', 'regionCode'), fc.jsonValue());
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(changed, { maxLength: 3 }), (value, changes) => {
        for (const mapping of [mapJsonRow(value, { defaults: {} }), map(Object.fromEntries(changes))]) {
          expect((mapping.draft === undefined) !== (mapping.reasons === undefined)).toBe(true);
          for (const { code } of mapping.reasons ?? []) expect(ROW_REASONS).toHaveProperty(code);
          if (mapping.reasons) expect(mapping.reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
