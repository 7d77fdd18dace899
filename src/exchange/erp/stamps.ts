const STAMP = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/;

/** A timestamp of an ERP (`2026-03-01 08:30:00.123456`, with or without T) minus some minutes, to the second. */
export function earlier(stamp: string, minutes: number): string | undefined {
  const match = STAMP.exec(stamp.trim());
  if (!match) return undefined;
  const moment = Date.parse(`${match[1]}T${match[2]}Z`);
  return Number.isNaN(moment) ? undefined : written(new Date(moment - minutes * 60_000));
}

/** An instant as ERPs write timestamps: UTC, to the second, without a zone. */
export function written(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

/** Whether a text is a timestamp; only such texts go into a filter sent to an ERP. */
export const isStamp = (text: string) => STAMP.test(text);

/** The calendar day of a date or timestamp; null when there is none, undefined when it cannot be read. */
export function dayOf(value: unknown): string | null | undefined {
  if (value === null || value === undefined || value === false) return null;
  // Kingdee writes a blank for nothing.
  if (typeof value === 'string' && value.trim() === '') return null;
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:[ T]|$)/.exec(value) : null;
  return match?.[1];
}
