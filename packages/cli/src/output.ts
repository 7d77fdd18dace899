import { formatYuan } from '@recourse/client';

/** JSON as the platform writes it: amounts are strings of fen. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}

/** Rows under headers, each column as wide as its widest cell. */
export function table<T>(items: readonly T[], columns: Record<string, (item: T) => unknown>): string {
  const names = Object.keys(columns);
  const rows = items.map((item) => names.map((name) => cell(columns[name]!(item))));
  const widths = names.map((name, at) => Math.max(width(name), ...rows.map((row) => width(row[at]!))));
  const line = (cells: readonly string[]) =>
    cells
      .map((text, at) => text + ' '.repeat(widths[at]! - width(text)))
      .join('  ')
      .trimEnd();
  return [line(names), ...rows.map(line)].join('\n');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'bigint') return formatYuan(value, { separators: true });
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** Columns a text takes: Chinese characters take two. */
function width(text: string): number {
  return Array.from(text).reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char)
        ? 2
        : 1),
    0,
  );
}

export function percent(bps: number): string {
  return `${bps / 100} %`;
}
