type Kind = 'creditor' | 'agency' | 'law_firm' | 'platform';
type Audience = 'hall' | 'review' | 'organisation';

/** The kinds of organisations that receive an audience's events, besides their own. */
export const RECEIVERS = {
  hall: ['agency', 'law_firm'],
  review: ['platform'],
} as const satisfies Record<Exclude<Audience, 'organisation'>, readonly Kind[]>;

/** Whether an organisation of this kind can receive events for these audiences. */
export function canReceive(kind: Kind, audiences: readonly Audience[]): boolean {
  return audiences.some(
    (audience) => audience === 'organisation' || (RECEIVERS[audience] as readonly Kind[]).includes(kind),
  );
}
