import fc from 'fast-check';
import { misreadingOf } from './misreading.policy.js';

describe('an amount that was read wrongly', () => {
  it.each([
    [4_525_000n, 4_525n, 1_000],
    [4_525n, 4_525_000n, 1_000],
    [100_000n, 1_000n, 100],
    [100_000n, 10_000n, 10],
    // Decimals were lost besides: 45,250.50 as 45.25, as 45.
    [4_525_050n, 4_525n, 1_000],
    [4_525_050n, 4_500n, 1_000],
    [123_456n, 1_235n, 100],
  ])('%d against %d differs by %d', (stored, given, factor) => {
    expect(misreadingOf(stored, given)).toMatchObject({ factor });
  });

  it.each([
    [100_000n, 100_000n],
    [100_000n, 70_000n],
    [100_000n, 10_500n],
    [100_000n, 0n],
    [0n, 100_000n],
    [4_525_000n, 4_600n],
    [5_000n, 100n],
    [100_000_000n, 10_000n],
  ])('%d against %d is just another amount', (stored, given) => {
    expect(misreadingOf(stored, given)).toBeUndefined();
  });

  it('is found whichever of the two is the right one', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 10n), fc.constantFrom(10n, 100n, 1_000n), (fen, factor) => {
        expect(misreadingOf(fen, fen * factor)).toMatchObject({ factor: Number(factor) });
        expect(misreadingOf(fen * factor, fen)).toMatchObject({ factor: Number(factor) });
      }),
    );
  });
});
