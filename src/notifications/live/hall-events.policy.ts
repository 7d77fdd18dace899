/** What a follower of the hall wants to hear of cases that enter it. That a case left it is always told. */
export interface HallEventFilter {
  readonly categories?: readonly string[] | null;
  readonly serviceLines?: readonly string[] | null;
  readonly grades?: readonly string[] | null;
}

interface HallEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whether an event fulfils the filter; undefined where nothing is filtered. */
export function hallAccepts(filter: HallEventFilter | null | undefined): ((event: HallEvent) => boolean) | undefined {
  const wanted = [
    ['category', filter?.categories],
    ['serviceLine', filter?.serviceLines],
    ['grade', filter?.grades],
  ] as const;
  const conditions = wanted.filter(([, values]) => values && values.length > 0);
  if (conditions.length === 0) return undefined;
  return ({ type, data }) =>
    type === 'case.unlisted' || conditions.every(([field, values]) => values!.includes(String(data[field])));
}
