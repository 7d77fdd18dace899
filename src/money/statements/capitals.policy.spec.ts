import fc from 'fast-check';
import { MAX_FEN } from '../../kernel/index.js';
import { inCapitals } from './capitals.policy.js';

/** Reads an amount in capitals back, by the places it names. */
function fenOf(text: string): bigint {
  const digit = (one: string) => BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(one));
  const [, sign, yuan, jiao, cent] = /^(负?)(.+)元(?:整|零?(?:(.)角)?)?(?:(.)分)?$/.exec(text)!;
  const small = (part: string) => {
    let sum = 0n;
    for (const [, one, place] of part.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g))
      sum += digit(one!) * 10n ** BigInt(['', '拾', '佰', '仟'].indexOf(place!));
    return sum;
  };
  const large = (part: string): bigint => {
    for (const [word, size] of [
      ['亿', 100_000_000n],
      ['万', 10_000n],
    ] as const) {
      const at = part.lastIndexOf(word);
      if (at >= 0) return large(part.slice(0, at)) * size + large(part.slice(at + 1));
    }
    return small(part);
  };
  const fen = large(yuan!) * 100n + (jiao ? digit(jiao) * 10n : 0n) + (cent ? digit(cent) : 0n);
  return sign ? -fen : fen;
}

describe('an amount in capitals', () => {
  it.each([
    ['M30', 50n, '零元伍角'],
    ['M31', 100n, '壹元整'],
    ['M32', 1_000n, '壹拾元整'],
    ['M33', 10_005n, '壹佰元零伍分'],
    ['M36', 10_000_000n, '壹拾万元整'],
    ['M37', 100_000_000n, '壹佰万元整'],
  ])('%s: %d fen', (_, fen, words) => {
    expect(inCapitals(fen)).toBe(words);
  });

  it.each([
    [0n, '零元整'],
    [5n, '零元零伍分'],
    [140_950n, '壹仟肆佰零玖元伍角'],
    [600_714n, '陆仟零柒元壹角肆分'],
    [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
    [32_504n, '叁佰贰拾伍元零肆分'],
    [168_032n, '壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053n, '壹拾万柒仟元零伍角叁分'],
    [10_050_000n, '壹拾万零伍佰元整'],
    [1_000_100n, '壹万零壹元整'],
    [10_000_000_000n, '壹亿元整'],
    [10_000_000_500n, '壹亿零伍元整'],
    [10_050_000_000n, '壹亿零伍拾万元整'],
    [12_345_678_912_345n, '壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟壹佰贰拾叁元肆角伍分'],
    [-100n, '负壹元整'],
  ])('%d fen is %s', (fen, words) => {
    expect(inCapitals(fen)).toBe(words);
  });

  it('can be read back, and never has two zeros in a row', () => {
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(-MAX_FEN, MAX_FEN), fc.bigInt(0n, 20_000_000n)), (fen) => {
        const words = inCapitals(fen);
        expect(fenOf(words)).toBe(fen);
        expect(words.replace(/^(负?)零元零?/, '$1元')).not.toMatch(/零零|零元|零[万亿]/);
      }),
    );
  });
});
