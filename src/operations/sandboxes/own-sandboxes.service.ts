import { Injectable } from '@nestjs/common';
import { SandboxClockAdvanced, SandboxDeleted } from '../../events/sandbox.events.js';
import type { Actor } from '../../kernel/access/index.js';
import { Clock, invalid, newId, orNotFound } from '../../kernel/index.js';
import { TestKeys } from '../../parties/api-keys/index.js';
import { TestOrganisations } from '../../parties/members/index.js';
import { TestClients } from '../../parties/oauth-clients/index.js';
import { type OrganisationRecord, type Sandbox, Sandboxes } from '../../parties/worlds/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Queryable, type Tx } from '../../platform/database/index.js';
import { Idempotency } from '../../platform/idempotency/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { SandboxWithinSandbox, TooManySandboxes } from './sandbox.refusals.js';
import { type FoundedAccount, type NewSandbox, TestFounding } from './test-founding.js';

/** Sandboxes one organisation may have at a time. */
export const SANDBOXES_MAX = 5;
/** Days the clock may go forward at once, and in total. */
export const ADVANCE_MAX_DAYS = 400;
const FURTHEST_DAYS = 4_000;
const DAY_SECONDS = 86_400;

/** A sandbox with its organisations, except its hidden platform. */
export type SandboxDetail = Sandbox & { organisations: OrganisationRecord[] };

/** Makes, reads, advances and deletes the sandboxes of the caller's organisation. */
@Injectable()
export class OwnSandboxes {
  constructor(
    private readonly database: Database,
    private readonly sandboxes: Sandboxes,
    private readonly tests: TestOrganisations,
    private readonly keys: TestKeys,
    private readonly clients: TestClients,
    private readonly founding: TestFounding,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Makes a sandbox. Only this answer holds the keys. Refuses TOO_MANY_SANDBOXES, PASSWORD_REFUSED. */
  async create(actor: Actor, input: NewSandbox): Promise<{ sandbox: SandboxDetail; founded: FoundedAccount[] }> {
    if (actor.sandboxId !== null) throw new SandboxWithinSandbox();
    const passwordHash = input.password ? await this.tests.hashOf(input.password) : null;
    return this.database.transaction(async (tx) => {
      const id = newId(this.clock.millis());
      const name = input.name?.trim() || 'Sandbox';
      const sandbox = await this.sandboxes.open(tx, id, actor.organisationId, name, SANDBOXES_MAX);
      if (!sandbox) throw new TooManySandboxes({ details: { limit: SANDBOXES_MAX } });
      const founded = await this.founding.found(tx, id, input, passwordHash);
      const organisations = founded.map(({ organisation }) => organisation);
      const facts = { organisations: organisations.length };
      await this.audit.record(tx, actor, 'sandbox.create', { kind: 'sandbox', id }, facts);
      return { sandbox: { ...sandbox, organisations }, founded };
    });
  }

  /** The sandboxes of a live organisation, newest first; for a test organisation the one it lives in. */
  async list(actor: Actor): Promise<SandboxDetail[]> {
    const found = await this.sandboxes.list(this.database, actor);
    return Promise.all(found.map((sandbox) => this.detailed(this.database, sandbox)));
  }

  async get(actor: Actor, id: string): Promise<SandboxDetail> {
    return this.detailed(this.database, await this.visible(this.database, actor, id));
  }

  /**
   * Moves a sandbox's clock forward by 1 second to 400 days. Everything that ages there comes closer, usually within a
   * second. Honours the Idempotency-Key, because an advance cannot be undone.
   */
  async advance(actor: Actor, key: string | undefined, id: string, seconds: number): Promise<SandboxDetail> {
    if (!Number.isSafeInteger(seconds) || seconds < 1 || seconds > ADVANCE_MAX_DAYS * DAY_SECONDS) {
      const range = { least: 1, most: ADVANCE_MAX_DAYS * DAY_SECONDS, days: ADVANCE_MAX_DAYS };
      throw invalid('SECONDS_OUT_OF_RANGE', { path: 'seconds', ...range });
    }
    return this.database.transaction((tx) =>
      this.idempotency.once(tx, { actor, key, operation: 'sandbox.advance', request: { id, seconds } }, async () => {
        await this.visible(tx, actor, id);
        const sandbox = await this.sandboxes.advance(tx, actor, id, seconds, FURTHEST_DAYS * DAY_SECONDS);
        if (!sandbox) throw invalid('TOO_FAR_AHEAD', { path: 'seconds', days: FURTHEST_DAYS });
        const detail = await this.detailed(tx, sandbox);
        await this.announceAdvance(tx, detail, seconds);
        await this.audit.record(tx, actor, 'sandbox.advance', { kind: 'sandbox', id }, { seconds });
        return detail;
      }),
    );
  }

  /** Deletes a sandbox by its live owner: revokes its keys, ends its logins, and withdraws its cases from the hall. */
  async remove(actor: Actor, id: string): Promise<SandboxDetail> {
    return this.database.transaction(async (tx) => {
      const sandbox = orNotFound(await this.sandboxes.close(tx, actor.organisationId, id), 'sandboxId');
      const detail = await this.detailed(tx, sandbox);
      const organisationIds = idsOf(detail.organisations);
      await this.tests.close(tx, organisationIds);
      await this.keys.revokeAll(tx, organisationIds);
      await this.clients.revokeAll(tx, organisationIds);
      await this.audit.record(tx, actor, 'sandbox.delete', { kind: 'sandbox', id }, {});
      await this.outbox.publish(tx, SandboxDeleted, { sandboxId: id, ownerId: sandbox.ownerId, organisationIds });
      return detail;
    });
  }

  private async announceAdvance(tx: Tx, sandbox: SandboxDetail, seconds: number): Promise<void> {
    const providers = sandbox.organisations.filter(({ kind }) => kind === 'agency' || kind === 'law_firm');
    await this.outbox.publish(tx, SandboxClockAdvanced, {
      sandboxId: sandbox.id,
      seconds,
      // At most 4,000 days, which a number holds exactly.
      fromSeconds: Number.parseInt((sandbox.advancedSeconds - BigInt(seconds)).toString(), 10),
      organisationIds: idsOf(sandbox.organisations),
      providerIds: idsOf(providers),
    });
  }

  private async visible(q: Queryable, actor: Actor, id: string): Promise<Sandbox> {
    return orNotFound(await this.sandboxes.find(q, actor, id), 'sandboxId');
  }

  private async detailed(q: Queryable, sandbox: Sandbox): Promise<SandboxDetail> {
    return { ...sandbox, organisations: await this.tests.of(q, sandbox.id) };
  }
}

function idsOf(organisations: readonly OrganisationRecord[]): string[] {
  return organisations.map(({ id }) => id);
}
