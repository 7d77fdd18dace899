import { Injectable } from '@nestjs/common';
import { WebhookEndpointDisabled } from '../../events/webhooks.events.js';
import { Audit } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { EndpointRepository } from './endpoint.repository.js';

/** Records failures of endpoints, and disables them for it. */
@Injectable()
export class FailingEndpoints {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Records that an attempt failed; returns whether attempts have failed for more than `hours`. */
  note(tx: Tx, id: string, hours: number): Promise<boolean> {
    return this.endpoints.failing(tx, id, hours);
  }

  /** Returns false when it was no longer enabled. */
  async disable(tx: Tx, id: string, reason: 'gone' | 'failing'): Promise<boolean> {
    const endpoint = await this.endpoints.disable(tx, id, reason);
    if (!endpoint) return false;
    await this.audit.record(tx, null, 'webhook-endpoint.disable', { kind: 'webhook_endpoint', id }, { reason });
    const { organisationId } = endpoint;
    await this.outbox.publish(tx, WebhookEndpointDisabled, { organisationId, endpointId: id, reason });
    return true;
  }
}
