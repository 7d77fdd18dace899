/**
 * How answers are stored: JSON in which a bigint is `{"$bigint":"12"}` and a Date is `{"$date":"2026-01-02T…Z"}`. An object that
 * itself has such a key is wrapped as `{"$object":…}`, so nothing a caller stores is read back as something else. Undefined
 * fields are dropped, class instances come back as plain objects; a Map, Set, Buffer or function is refused.
 */
const TAGS = ['$bigint', '$date', '$object'];

/** JSON text of any answer. */
export function encodeJson(value: unknown): string {
  return JSON.stringify(tagged(value, false) ?? null);
}

/** Canonical JSON text, the same for equal values whatever the order of their keys: the input of request hashes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(tagged(value, true) ?? null);
}

/** Reads back what `encodeJson` wrote, after PostgreSQL or `JSON.parse` has parsed it. */
export function decodeJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeJson);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const only = entries.length === 1 ? entries[0]! : undefined;
  if (only?.[0] === '$bigint') return BigInt(only[1] as string);
  if (only?.[0] === '$date') return new Date(only[1] as string);
  if (only?.[0] === '$object') return decodeFields(only[1] as object);
  return decodeFields(value);
}

function decodeFields(value: object): unknown {
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, decodeJson(field)]));
}

function tagged(value: unknown, sorted: boolean): unknown {
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map((item) => tagged(item, sorted) ?? null);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} cannot be kept as JSON`);
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(`a ${typeof value} cannot be kept`);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) {
    throw new TypeError(`a ${value.constructor.name} cannot be kept as JSON`);
  }
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  if (sorted) entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = Object.fromEntries(entries.map(([key, field]) => [key, tagged(field, sorted)]));
  return entries.length === 1 && TAGS.includes(entries[0]![0]) ? { $object: fields } : fields;
}
