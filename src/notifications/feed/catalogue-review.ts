import { z } from 'zod';
import { code, count, type FeedType, feedTypes, id } from './catalogue-fields.js';

const BOTH = ['organisation', 'review'] as const;
const ofVerification = feedTypes({ scope: 'verification:read' });
const ofWebhooks = feedTypes({ scope: 'webhooks:read' });
const application = {
  applicationId: id('application'),
  organisationId: id('organisation'),
  organisationKind: code('agency').describe('Creditor, agency or law firm.'),
};
const decided = { ...application, reasonCodes: z.array(code('DOCUMENT_UNREADABLE')).describe('Why.') };
const approved = { ...application, validUntil: z.iso.date().describe('Last day of the approval, in China.') };

/** The way of an organisation's verification. */
export const REVIEW_TYPES: readonly FeedType[] = [
  ofVerification('verification.submitted', BOTH, 'An application waits for a reviewer.', {
    ...application,
    submission: count.describe('How often it was submitted.'),
  }),
  ofVerification('verification.claimed', ['review'], 'A reviewer took an application up.', application),
  ofVerification('verification.released', ['review'], 'An application is back in the queue.', application),
  ofVerification('verification.approved', BOTH, 'The organisation may post or grab.', approved),
  ofVerification('verification.rejected', BOTH, 'The application was refused; it can be corrected.', decided),
  ofVerification(
    'verification.suspended',
    BOTH,
    'For the time being the organisation may neither post nor grab.',
    decided,
  ),
  ofVerification('verification.reinstated', BOTH, 'A suspension ended.', approved),
  ofVerification('verification.revoked', BOTH, 'The approval was taken back for good.', decided),
  ofVerification('verification.expired', BOTH, 'The last day of the approval has passed.', approved),
  ofWebhooks('webhook-endpoint.disabled', ['organisation'], 'An endpoint gets nothing until it is enabled again.', {
    endpointId: id('webhookEndpoint'),
    reason: z.enum(['gone', 'failing']).describe('It answered 410 Gone, or failed for days without one success.'),
  }),
  ofWebhooks('webhook.test', ['organisation'], 'Somebody asked to see what a webhook looks like.', {
    message: z
      .string()
      .meta({ examples: ['Hello from Recourse.'] })
      .describe('A greeting.'),
  }),
];
