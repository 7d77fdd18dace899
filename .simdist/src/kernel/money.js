const YUAN = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;
/** Largest amount one field may carry: 9,999,999,999,999.99 CNY. Keeps every sum far inside a PostgreSQL bigint. */
export const MAX_FEN = 999999999999999n;
/** Reads a decimal string of yuan ("1234.5", "1,234.50") as fen; `undefined` when it is not an exact amount. */
export function fenFromYuan(text) {
    const trimmed = text.trim();
    const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
    const match = YUAN.exec(plain);
    if (!match)
        return undefined;
    const [, sign, whole, cents = ''] = match;
    const fen = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
    if (fen > MAX_FEN)
        return undefined;
    return sign === '-' ? -fen : fen;
}
/** Writes fen as a decimal string of yuan with exactly two places. */
export function yuanFromFen(fen) {
    const abs = fen < 0n ? -fen : fen;
    return `${fen < 0n ? '-' : ''}${abs / 100n}.${(abs % 100n).toString().padStart(2, '0')}`;
}
/** Reads a wire amount: an integer string of fen, such as "125000". `undefined` when it is anything else. */
export function fenFromWire(text) {
    if (typeof text !== 'string' || !/^-?\d{1,15}$/.test(text))
        return undefined;
    return BigInt(text);
}
/** `amount × rate`, rounded down to the fen. The remainder stays with the owner of the rest of the amount. */
export function shareOf(amount, rate) {
    if (amount < 0n)
        return -shareOf(-amount, rate);
    return (amount * BigInt(rate)) / 10000n;
}
/** The smaller of two amounts. */
export function minFen(a, b) {
    return a < b ? a : b;
}
/** Sum of amounts; 0n for none. */
export function sumFen(amounts) {
    let total = 0n;
    for (const amount of amounts)
        total += amount;
    return total;
}
