import { publicId, type Refusal } from '../../kernel/index.js';
import type { GrabDenial } from './grab.policy.js';
import {
  CaseAlreadyGrabbed,
  CaseAlreadyYours,
  CaseReturnedBefore,
  CaseTooLarge,
  ContingencyForbidden,
  CreditorNotVerified,
  forbiddenReason,
  GrabbingSuspended,
  LawFirmOnly,
  ProviderNotVerified,
  QuotaExceeded,
  RelatedParty,
} from './grab.refusals.js';

/** The figures that the refusals of an attempt state. */
export interface DenialContext {
  held: number;
  casesHeld: number;
  grade: string;
  largestCaseFen: bigint | null;
  suspendedUntil: Date | null;
  /** What the case is about. */
  matter: string | null;
}

/** The refusal for a denial. A new denial without a refusal does not compile. */
export function denialRefusal(denial: GrabDenial, context: DenialContext): Refusal {
  const { held, casesHeld: quota, grade, matter } = context;
  const limitFen = context.largestCaseFen?.toString() ?? null;
  const refusals: Record<GrabDenial, () => Refusal> = {
    taken: () => new CaseAlreadyGrabbed({ path: 'caseId' }),
    not_verified: () => new ProviderNotVerified(),
    creditor_not_verified: () => new CreditorNotVerified({ path: 'caseId' }),
    suspended: () => new GrabbingSuspended({ details: { until: context.suspendedUntil?.toISOString() ?? null } }),
    law_firm_only: () => new LawFirmOnly({ path: 'caseId' }),
    contingency_forbidden: () =>
      new ContingencyForbidden({ path: 'caseId', details: { matter, reasonCode: forbiddenReason(matter) } }),
    related_party: () => new RelatedParty({ path: 'caseId' }),
    returned_before: () => new CaseReturnedBefore({ path: 'caseId' }),
    too_large: () => new CaseTooLarge({ path: 'caseId', details: { grade, limitFen } }),
    quota: () => new QuotaExceeded({ details: { held, quota, grade, basis: 'standing' } }),
  };
  return refusals[denial]();
}

/** CASE_ALREADY_GRABBED; the holder itself gets CASE_ALREADY_YOURS with its grab. */
export function alreadyGrabbed(holder: { grabId: string; providerId: string } | undefined, callerId: string): Refusal {
  if (holder?.providerId !== callerId) return new CaseAlreadyGrabbed({ path: 'caseId' });
  return new CaseAlreadyYours({ path: 'caseId', details: { grabId: publicId('grab', holder.grabId) } });
}
