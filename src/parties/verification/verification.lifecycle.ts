import { defineLifecycle } from '../../kernel/index.js';

export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'in_review',
  'approved',
  'rejected',
  'suspended',
  'expired',
  'revoked',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** The states of an application. A rejected one is corrected and submitted again; after an expired or revoked one a new one may begin. */
export const applicationLifecycle = defineLifecycle<ApplicationState>('verification', 'draft', {
  draft: ['submitted'],
  submitted: ['in_review'],
  // Back to submitted: the reviewer returned it, or the claim lapsed.
  in_review: ['approved', 'rejected', 'submitted'],
  approved: ['suspended', 'expired', 'revoked'],
  rejected: ['submitted'],
  suspended: ['approved', 'revoked'],
  expired: [],
  revoked: [],
});

/** States in which the applicant may change its facts. */
export const EDITABLE: readonly ApplicationState[] = applicationLifecycle
  .sourcesOf('submitted')
  .filter((state) => state !== 'in_review');
