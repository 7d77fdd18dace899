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

/** An application from draft to its end. A rejected one is corrected and submitted again; expired and revoked ones make room for a new one. */
export const applicationLifecycle = defineLifecycle<ApplicationState>('verification', 'draft', {
  draft: ['submitted'],
  submitted: ['in_review'],
  // Back to submitted: the reviewer gave it back, or the claim lapsed.
  in_review: ['approved', 'rejected', 'submitted'],
  approved: ['suspended', 'expired', 'revoked'],
  rejected: ['submitted'],
  suspended: ['approved', 'revoked'],
  expired: [],
  revoked: [],
});

/** States in which the applicant may change what it says. */
export const EDITABLE: readonly ApplicationState[] = applicationLifecycle
  .sourcesOf('submitted')
  .filter((state) => state !== 'in_review');
