type Kind = 'creditor' | 'agency' | 'law_firm' | 'platform';
type Audience = 'hall' | 'review' | 'organisation';

/** The kinds of organisations that hear an audience's events, besides their own. */
export const LISTENERS = {
  hall: ['agency', 'law_firm'],
  review: ['platform'],
} as const satisfies Record<Exclude<Audience, 'organisation'>, readonly Kind[]>;

/** Whether events for these audiences can concern an organisation of this kind at all. */
export function canHear(kind: Kind, audiences: readonly Audience[]): boolean {
  return audiences.some(
    (audience) => audience === 'organisation' || (LISTENERS[audience] as readonly Kind[]).includes(kind),
  );
}
