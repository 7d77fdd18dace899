import { z } from 'zod';
import { code, count, type FeedType, feedType, id } from './catalogue-fields.js';

const BOTH = ['organisation', 'review'] as const;
const application = {
  applicationId: id('application'),
  organisationId: id('organisation'),
  organisationKind: code.describe('Creditor, agency or law firm.'),
};
const decided = { ...application, reasonCodes: z.array(code).describe('Why.') };
const approved = { ...application, validUntil: z.iso.date().describe('Last day of the approval, in China.') };

/** The way of an organisation's verification. */
export const REVIEW_TYPES: readonly FeedType[] = [
  feedType('verification.submitted', BOTH, 'An application waits for a reviewer.', {
    ...application,
    submission: count.describe('How often it was submitted.'),
  }),
  feedType('verification.claimed', ['review'], 'A reviewer took an application up.', application),
  feedType('verification.released', ['review'], 'An application is back in the queue.', application),
  feedType('verification.approved', BOTH, 'The organisation may post or grab.', approved),
  feedType('verification.rejected', BOTH, 'The application was refused; it can be corrected.', decided),
  feedType('verification.suspended', BOTH, 'For the time being the organisation may neither post nor grab.', decided),
  feedType('verification.reinstated', BOTH, 'A suspension ended.', approved),
  feedType('verification.revoked', BOTH, 'The approval was taken back for good.', decided),
  feedType('verification.expired', BOTH, 'The last day of the approval has passed.', approved),
  feedType('webhook.test', ['organisation'], 'Somebody asked to see what a webhook looks like.', {
    message: z.string().describe('A greeting.'),
  }),
];
