import fc from 'fast-check';
import { type Guarded, redact, type Sight } from './visibility.policy.js';

const SIGHTS: Sight[] = ['creditor', 'platform', 'holder_full', 'holder_masked'];
const text = fc.option(fc.string());
const guarded: fc.Arbitrary<Guarded & { number: string }> = fc.record({
  number: fc.string(),
  externalRef: text,
  contractNumber: text,
  batchId: text,
  legalOrigin: text,
  reviewReasons: fc.array(fc.string()),
  lines: fc.array(fc.record({ documentNumber: text, withdrawnAt: fc.option(fc.constant(new Date())) })),
  debtorSealed: fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
});

describe('what each sight hides', () => {
  it('never widens: every field is as it was or empty, and redacting twice is redacting once', () => {
    fc.assert(
      fc.property(guarded, fc.constantFrom(...SIGHTS), (one, sight) => {
        const seen = redact(one, sight);
        for (const key of Object.keys(one) as (keyof typeof one)[]) {
          if (key === 'lines') continue;
          const empty = key === 'reviewReasons' ? [] : null;
          expect([one[key], empty]).toContainEqual(seen[key]);
        }
        expect(redact(seen, sight)).toEqual(seen);
        expect(seen.number).toBe(one.number);
      }),
    );
  });

  it('shows a masked holder nothing that a full holder does not see', () => {
    fc.assert(
      fc.property(guarded, (one) => {
        const [full, masked] = [redact(one, 'holder_full'), redact(one, 'holder_masked')];
        expect(redact(full, 'holder_masked')).toEqual(masked);
      }),
    );
  });

  it('shows a holder the open lines only, and their documents after the entrustment', () => {
    fc.assert(
      fc.property(guarded, (one) => {
        const open = one.lines.filter(({ withdrawnAt }) => withdrawnAt === null);
        expect(redact(one, 'creditor').lines).toEqual(one.lines);
        expect(redact(one, 'platform').lines).toEqual(one.lines);
        expect(redact(one, 'holder_full').lines).toEqual(open);
        expect(redact(one, 'holder_masked').lines).toEqual(open.map((line) => ({ ...line, documentNumber: null })));
      }),
    );
  });

  it('opens the sealed data to creditor and entrusted holder only', () => {
    fc.assert(
      fc.property(guarded, (one) => {
        const whole = { ...one, debtorSealed: Buffer.from('sealed'), externalRef: 'reference' };
        const opened = SIGHTS.filter((sight) => redact(whole, sight).debtorSealed !== null);
        expect(opened).toEqual(['creditor', 'holder_full']);
        expect(redact(whole, 'holder_masked').externalRef).toBeNull();
      }),
    );
  });
});
