import { NotFound, type Refusal, WrongState } from '../../kernel/index.js';
import type { ApplicationRow } from './application.repository.js';
import { AlreadyClaimed, NotClaimed, OwnOrganisation } from './verification.refusals.js';

/** Why a reviewer's move found no row, said from what the row is now. */
export function refusalOf(
  row: Pick<ApplicationRow, 'organisationId' | 'state' | 'claimExpiresAt'> | undefined,
  actorOrganisationId: string,
  act: 'claim' | 'decide' | 'follow-up',
): Refusal {
  if (!row) return new NotFound();
  if (row.organisationId === actorOrganisationId) return new OwnOrganisation();
  const { state, claimExpiresAt } = row;
  if (act === 'claim' && state === 'in_review') {
    return new AlreadyClaimed({ details: { until: claimExpiresAt?.toISOString() ?? null } });
  }
  if (act === 'decide' && (state === 'in_review' || state === 'submitted')) return new NotClaimed();
  return new WrongState({ details: { state } });
}
