import { Injectable } from '@nestjs/common';
import { WebhookEndpointDisabled } from '../../events/webhooks.events.js';
import { Audit } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { EndpointRepository } from './endpoint.repository.js';

/** Endpoints that are disabled by their own failures, and the word of it. */
@Injectable()
export class FailingEndpoints {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** False when it was not enabled any more. */
  async disable(tx: Tx, id: string, reason: 'gone' | 'failing'): Promise<boolean> {
    const endpoint = await this.endpoints.disable(tx, id, reason);
    if (!endpoint) return false;
    await this.audit.record(tx, null, 'webhook-endpoint.disable', { kind: 'webhook_endpoint', id }, { reason });
    const { organisationId } = endpoint;
    await this.outbox.publish(tx, WebhookEndpointDisabled, { organisationId, endpointId: id, reason });
    return true;
  }
}
