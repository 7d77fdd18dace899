/**
 * Which cases that enter the hall a follower receives, and of which it receives changes, whatever their grade is now. It receives
 * `case.unlisted` for every case.
 */
export interface HallEventFilter {
  readonly categories?: readonly string[] | null;
  readonly serviceLines?: readonly string[] | null;
  readonly grades?: readonly string[] | null;
}

interface HallEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The test whether an event matches the filter; undefined without a filter. */
export function hallAccepts(filter: HallEventFilter | null | undefined): ((event: HallEvent) => boolean) | undefined {
  const fields = [
    ['category', filter?.categories],
    ['serviceLine', filter?.serviceLines],
    ['grade', filter?.grades],
  ] as const;
  const conditions = fields.filter(([, values]) => values && values.length > 0);
  if (conditions.length === 0) return undefined;
  return ({ type, data }) =>
    type === 'case.unlisted' ||
    conditions.every(
      // A changed grade may be what takes a case out of the filter, so its follower hears of it.
      ([field, values]) => (type === 'case.changed' && field === 'grade') || values!.includes(String(data[field])),
    );
}
