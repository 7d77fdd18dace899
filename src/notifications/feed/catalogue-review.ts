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
const decided = { ...application, reasonCodes: z.array(code('DOCUMENT_UNREADABLE')).describe('The reasons.') };
const approved = { ...application, validUntil: z.iso.date().describe('Last day of the approval, in China.') };

/** Events of verification and of webhooks. */
export const REVIEW_TYPES: readonly FeedType[] = [
  ofVerification('verification.submitted', BOTH, 'An application waits for a reviewer.', {
    ...application,
    submission: count.describe('How often it was submitted.'),
  }),
  ofVerification('verification.claimed', ['review'], 'A reviewer claimed an application.', application),
  ofVerification('verification.released', ['review'], 'An application is back in the queue.', application),
  ofVerification('verification.approved', BOTH, 'The organisation may post or grab.', approved),
  ofVerification('verification.rejected', BOTH, 'The application was refused; it can be corrected.', decided),
  ofVerification('verification.suspended', BOTH, 'The organisation may neither post nor grab for now.', decided),
  ofVerification('verification.reinstated', BOTH, 'A suspension ended.', approved),
  ofVerification('verification.revoked', BOTH, 'The approval was revoked for good.', decided),
  ofVerification(
    'verification.expiring',
    BOTH,
    'The approval ends soon; a new application goes on after it.',
    approved,
  ),
  ofVerification('verification.expired', BOTH, 'The last day of the approval has passed.', approved),
  ofWebhooks(
    'webhook-endpoint.disabled',
    ['organisation'],
    'A webhook endpoint was disabled; it gets nothing until it is enabled again.',
    {
      endpointId: id('webhookEndpoint'),
      reason: z.enum(['gone', 'failing']).describe('It answered 410 Gone, or failed for days without one success.'),
    },
  ),
  ofWebhooks('webhook.test', ['organisation'], 'A test of a webhook endpoint.', {
    message: z
      .string()
      .meta({ examples: ['Hello from Recourse.'] })
      .describe('A greeting.'),
  }),
];
