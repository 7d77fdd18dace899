import { z } from 'zod';
import { defineEvent } from './define-event.js';

/** An endpoint gets nothing until its owner enables it again: it answered 410 Gone, or failed for days. */
export const WebhookEndpointDisabled = defineEvent(
  'webhook-endpoint.disabled.v1',
  z.object({ organisationId: z.uuid(), endpointId: z.uuid(), reason: z.enum(['gone', 'failing']) }),
);
