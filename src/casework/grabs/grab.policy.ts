import type { Fen } from '../../kernel/index.js';
import { contingencyForbidden } from '../debt/index.js';

/** One request to grab one case, in the order the requests arrived. */
export interface Contender {
  readonly caseId: string;
  readonly providerId: string;
}

/** A case that is listed and locked. */
export interface ClaimableCase {
  readonly id: string;
  readonly amountFen: Fen;
  /** Lawyers' letters, lawyers' dunning and legal action are for law firms only. */
  readonly lawFirmOnly: boolean;
  /** What it is about; null when not stated. Every commission is a contingency fee, which law firms may not take in some matters. */
  readonly matter: string | null;
  /** Whether its creditor's verification is in force. */
  readonly creditorVerified: boolean;
  /** The creditor, the debtor and the parties behind them, as keyed indexes of their identifiers. */
  readonly partyKeys: readonly string[];
}

/** What decides whether a provider may grab one more case. `held` is read under the slot's lock. */
export interface ProviderFacts {
  readonly approved: boolean;
  readonly lawFirm: boolean;
  readonly suspended: boolean;
  readonly held: number;
  /** The quota: how many cases the provider may hold at once. */
  readonly casesHeld: number;
  /** A case must be smaller than this; null means no limit. */
  readonly largestCaseFen: Fen | null;
  readonly partyKeys: readonly string[];
}

export type GrabDenial =
  | 'not_verified'
  | 'creditor_not_verified'
  | 'suspended'
  | 'law_firm_only'
  | 'contingency_forbidden'
  | 'related_party'
  | 'returned_before'
  | 'too_large'
  | 'quota'
  | 'taken';
export type GrabDecision = { readonly won: true } | { readonly won: false; readonly because: GrabDenial };

export interface Contest {
  readonly cases: ReadonlyMap<string, ClaimableCase>;
  readonly providers: ReadonlyMap<string, ProviderFacts>;
  /** `pairKey(case, provider)` of every grab that was returned or expired. */
  readonly givenBack: ReadonlySet<string>;
}

export function pairKey(caseId: string, providerId: string): string {
  return `${caseId}:${providerId}`;
}

/**
 * Decides a whole batch in order: a contender gets the case if no earlier one got it and no rule forbids it; otherwise the next
 * contender may get it. Every win counts against the provider's quota at once.
 */
export function decide(contenders: readonly Contender[], contest: Contest): GrabDecision[] {
  const taken = new Set<string>();
  const won = new Map<string, number>();
  return contenders.map(({ caseId, providerId }) => {
    const wanted = contest.cases.get(caseId);
    if (!wanted || taken.has(caseId)) return { won: false, because: 'taken' };
    const provider = contest.providers.get(providerId);
    const wins = won.get(providerId) ?? 0;
    const because = provider
      ? denialFor(provider, wins, wanted, contest.givenBack.has(pairKey(caseId, providerId)))
      : 'not_verified';
    if (because) return { won: false, because };
    taken.add(caseId);
    won.set(providerId, wins + 1);
    return { won: true };
  });
}

function denialFor(p: ProviderFacts, wins: number, wanted: ClaimableCase, gaveBack: boolean): GrabDenial | undefined {
  if (!p.approved) return 'not_verified';
  if (!wanted.creditorVerified) return 'creditor_not_verified';
  if (p.suspended) return 'suspended';
  if (wanted.lawFirmOnly && !p.lawFirm) return 'law_firm_only';
  if (p.lawFirm && contingencyForbidden(wanted.matter)) return 'contingency_forbidden';
  if (p.partyKeys.some((key) => wanted.partyKeys.includes(key))) return 'related_party';
  if (gaveBack) return 'returned_before';
  if (p.largestCaseFen !== null && wanted.amountFen >= p.largestCaseFen) return 'too_large';
  if (p.held + wins >= p.casesHeld) return 'quota';
  return undefined;
}
