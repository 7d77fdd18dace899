/** An amount in fen (1 CNY = 100 fen). A bigint, so that no sum is ever a float; on the wire it is a string. */
export type Fen = bigint;

const YUAN = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/**
 * Reads yuan as people write them: `yuan('12,400.50')` is 1240050n. Takes whole numbers too; a number with a fraction is
 * refused, because floats do not hold cents. Throws RangeError when the text is not an exact amount.
 */
export function yuan(amount: string | number | bigint): Fen {
  if (typeof amount === 'bigint') return amount * 100n;
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) {
    throw new RangeError(`${amount} is not a whole number of yuan; write it as text, such as yuan('12.50')`);
  }
  const text = String(amount).trim();
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const match = YUAN.exec(plain);
  if (!match) throw new RangeError(`${text} is not an exact amount of yuan`);
  const [, sign, whole, cents = ''] = match;
  const fen = BigInt(whole!) * 100n + BigInt(cents.padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}

/** Reads an amount off the wire: an integer string of fen. Throws RangeError for anything else. */
export function parseFen(text: string): Fen {
  if (!/^-?\d+$/.test(text)) throw new RangeError(`${text} is not an amount of fen`);
  return BigInt(text);
}

/** Writes fen as yuan with two places and, if asked, separators: `formatYuan(1240050n)` is `12400.50`. */
export function formatYuan(amount: Fen, { separators = false } = {}): string {
  const abs = amount < 0n ? -amount : amount;
  const whole = (abs / 100n).toString();
  const grouped = separators ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${amount < 0n ? '-' : ''}${grouped}.${(abs % 100n).toString().padStart(2, '0')}`;
}

/** A rate in basis points of an amount, such as a commission, rounded down to the fen as the platform does. */
export function shareOf(amount: Fen, bps: number): Fen {
  return (amount * BigInt(bps)) / 10_000n;
}
