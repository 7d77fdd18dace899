import type { EventOf } from '../../events/define-event.js';
import {
  VerificationApproved,
  VerificationClaimed,
  VerificationExpired,
  VerificationExpiring,
  VerificationReinstated,
  VerificationRejected,
  VerificationReleased,
  VerificationRevoked,
  VerificationSubmitted,
  VerificationSuspended,
} from '../../events/verification.events.js';
import { WebhookEndpointDisabled } from '../../events/webhooks.events.js';
import { publicId } from '../../kernel/index.js';
import { type Mapping, of, toOrganisation, toReview } from './feed-rows.js';

type ApplicationEvent = EventOf<typeof VerificationClaimed>;

const aboutApplication = ({ applicationId, organisationId, organisationKind }: ApplicationEvent) => ({
  applicationId: publicId('application', applicationId),
  organisationId: publicId('organisation', organisationId),
  organisationKind,
});

/** The applicant and the reviewers get the same data. */
function both(type: string, event: ApplicationEvent, more: Record<string, unknown>) {
  const data = { ...aboutApplication(event), ...more };
  return [toOrganisation(event.organisationId, type, {}, data), toReview(event.organisationId, type, {}, data)];
}

function toReviewOnly(type: string, event: ApplicationEvent) {
  return [toReview(event.organisationId, type, {}, aboutApplication(event))];
}

const DECIDED = [
  [VerificationRejected, 'verification.rejected'],
  [VerificationSuspended, 'verification.suspended'],
  [VerificationRevoked, 'verification.revoked'],
] as const;
const VALID = [
  [VerificationApproved, 'verification.approved'],
  [VerificationReinstated, 'verification.reinstated'],
  [VerificationExpiring, 'verification.expiring'],
  [VerificationExpired, 'verification.expired'],
] as const;

export const REVIEW_MAPPINGS: readonly Mapping[] = [
  of(VerificationSubmitted, (event) => both('verification.submitted', event, { submission: event.submission })),
  of(VerificationClaimed, (event) => toReviewOnly('verification.claimed', event)),
  of(VerificationReleased, (event) => toReviewOnly('verification.released', event)),
  ...DECIDED.map(([event, type]) => of(event, (payload) => both(type, payload, { reasonCodes: payload.reasonCodes }))),
  of(WebhookEndpointDisabled, ({ organisationId, endpointId, reason }) => {
    const data = { endpointId: publicId('webhookEndpoint', endpointId), reason };
    return [toOrganisation(organisationId, 'webhook-endpoint.disabled', {}, data)];
  }),
  ...VALID.map(([event, type]) => of(event, (payload) => both(type, payload, { validUntil: payload.validUntil }))),
];
