const INTEGER = /^-?\d+$/;

/**
 * Reads JSON off the wire. Every field whose name ends in `Fen` (or is `fen`) is money and becomes a bigint; the contract
 * gives no other field such a name.
 */
export function fromWire(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) =>
    typeof value === 'string' && (key.endsWith('Fen') || key === 'fen') && INTEGER.test(value) ? BigInt(value) : value,
  );
}

/** Writes JSON for the wire: bigints as strings. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}
