import { Injectable } from '@nestjs/common';
import { Approvals, type PartyFacts, partyIn } from '../../parties/approvals/index.js';
import type { Queryable } from '../../platform/database/index.js';
import { type Limits, Standings } from '../../risk/standing/index.js';
import { LAW_FIRM_LINES } from '../admission/index.js';
import type { CaseGlance, ListedCase } from '../cases/index.js';
import type { ClaimableCase, ProviderFacts } from './grab.policy.js';
import type { Slot } from './slot.repository.js';

/** What stands behind a case. */
type Behind = Pick<ClaimableCase, 'creditorVerified' | 'partyKeys'>;

/** Reads a batch's providers and parties from other modules: one statement each, whatever the size of the batch. */
@Injectable()
export class ContestReader {
  constructor(
    private readonly approvals: Approvals,
    private readonly standings: Standings,
  ) {}

  parties(q: Queryable, organisationIds: string[]): Promise<Map<string, PartyFacts>> {
    return this.approvals.factsOf(q, organisationIds);
  }

  limits(q: Queryable, providerIds: string[]): Promise<Map<string, Limits>> {
    return this.standings.limitsOf(q, providerIds);
  }

  /** Of each case: whether its creditor is verified now, and the keys of creditor and debtor and of the parties behind them. */
  async behind(q: Queryable, cases: CaseGlance[]): Promise<Map<string, Behind>> {
    const debtors = cases.flatMap((one) => (one.debtorIdIndex ? [one.debtorIdIndex] : []));
    const [creditors, identified] = await Promise.all([
      this.approvals.factsOf(q, [...new Set(cases.map((one) => one.creditorId))]),
      this.approvals.partiesIdentifiedBy(q, debtors),
    ]);
    return new Map(
      cases.map((one) => {
        const debtor = one.debtorIdIndex?.toString('hex');
        const own = debtor ? [debtor, ...(identified.get(partyIn(one.sandboxId, debtor)) ?? [])] : [];
        const { approved: creditorVerified = true, partyKeys = [] } = creditors.get(one.creditorId) ?? {};
        return [one.id, { creditorVerified, partyKeys: [...partyKeys, ...own] }];
      }),
    );
  }
}

/** A locked case as `decide` needs it. */
export function claimable({ id, amountFen, serviceLine, matter }: ListedCase, behind: Behind): ClaimableCase {
  return { id, amountFen, lawFirmOnly: LAW_FIRM_LINES.has(serviceLine), matter, ...behind };
}

/** The facts of one provider that `decide` needs. */
export function providerFacts(
  id: string,
  parties: Map<string, PartyFacts>,
  limits: Map<string, Limits>,
  slot: Slot,
): ProviderFacts {
  const party = parties.get(id);
  const limit = limits.get(id);
  return {
    approved: party?.approved ?? false,
    lawFirm: party?.kind === 'law_firm',
    suspended: slot.suspended,
    held: slot.held,
    casesHeld: limit?.casesHeld ?? 0,
    largestCaseFen: limit?.largestCaseFen ?? null,
    partyKeys: party?.partyKeys ?? [],
  };
}
