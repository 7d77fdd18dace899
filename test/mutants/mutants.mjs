/**
 * Each hard guarantee and a way of losing it that looks harmless. A mutant is a set of patches (a file, text that stands
 * there exactly once, what takes its place) and the tests that must then fail. Where the same fact is asserted in several
 * places, the mutant takes all of them away: what is shown is that the tests see the loss, whatever layer it comes through.
 */
export const mutants = [
  {
    name: 'check-then-act grab',
    why: 'the case is read as listed, nothing is locked, nothing asserts it a second time',
    patches: [
      {
        file: 'src/cases/case-claims.repository.ts',
        find: 'ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;',
        replace: 'ORDER BY id`;',
      },
      {
        file: 'src/cases/case-claims.service.ts',
        find: "{ act: 'grab', to: 'grabbed', from: ['listed'] }",
        replace: "{ act: 'grab', to: 'grabbed', from: ['listed', 'grabbed'] }",
      },
      {
        file: 'migrations/20261121000700-grabs.ts',
        find: 'CREATE UNIQUE INDEX grabs_one_active_per_case',
        replace: 'CREATE INDEX grabs_one_active_per_case',
      },
    ],
    project: 'races',
    files: 'grab.race',
    tests: '1,000 contenders|2,000 grabs',
  },
  {
    name: 'count-based quota',
    why: 'places are counted without a lock and the slot is taken whatever it holds by now',
    patches: [
      {
        file: 'src/grabs/slot.repository.ts',
        find: 'ORDER BY provider_id FOR NO KEY UPDATE SKIP LOCKED`',
        replace: 'ORDER BY provider_id`',
      },
      {
        file: 'src/grabs/slot.repository.ts',
        find: 'WHERE s.provider_id = won.provider_id AND s.held + won.count <= won.quota',
        replace: 'WHERE s.provider_id = won.provider_id AND won.quota IS NOT NULL',
      },
    ],
    project: 'races',
    files: 'grab.race',
    tests: '20 cases at once|places are scarcer',
  },
  {
    name: 'one poisoned grab fails its whole batch',
    why: 'a batch that throws is not halved',
    patches: [
      {
        file: 'src/grabs/batcher.ts',
        find: 'if (batch.length === 1) {\n        batch[0]!.reject(error as Error);',
        replace: 'if (batch.length >= 1) {\n        for (const one of batch) one.reject(error as Error);',
      },
    ],
    project: 'races',
    files: 'grab.race',
    tests: 'every neighbour',
  },
  {
    name: 'select-then-insert idempotency',
    why: 'the key is looked up, nobody holds it, and a second row is quietly left out',
    patches: [
      {
        file: 'migrations/20261121000100-plumbing.ts',
        find: "got boolean := pg_try_advisory_xact_lock(hashtextextended(organisation::text || ':' || claimed, 0));",
        replace: 'got boolean := true;',
      },
      {
        file: 'src/platform/idempotency/idempotency.ts',
        find: 'if (stored < answers.length) throw new IdempotencyInFlight({ retryAfter: 1 });',
        replace: '',
      },
    ],
    project: 'races',
    files: 'idempotency.race',
    tests: '64 times at once',
  },
  {
    name: 'outbox read by position',
    why: 'the relay goes on after the last event it saw, so a late commit with an early place is never seen',
    patches: [
      {
        file: 'src/platform/outbox/outbox.repository.ts',
        find: "WHERE state = 'pending' AND (available_at <= now() OR $4) AND name = ANY($3::text[])",
        replace: `WHERE state = 'pending' AND (available_at <= now() OR $4) AND name = ANY($3::text[])
        AND seq > coalesce((SELECT max(seq) FROM outbox_events WHERE state = 'done'), 0)`,
      },
    ],
    project: 'races',
    files: 'outbox.race',
    tests: 'earlier place commits later',
  },
  {
    name: 'relay without inbox',
    why: 'a consumer is given an event again whether or not it has handled it',
    patches: [
      {
        file: 'src/platform/outbox/delivery.ts',
        find: 'const fresh = await this.repository.enter(tx, consumer.name, ids);',
        replace: 'await this.repository.enter(tx, consumer.name, ids);\n        const fresh = new Set(ids);',
      },
    ],
    project: 'races',
    files: 'outbox.race',
    tests: 'the others are not repeated',
  },
  {
    name: 'enqueue before commit',
    why: 'a job is sent off while its transaction may still roll back',
    patches: [
      {
        file: 'src/platform/jobs/jobs.ts',
        find: 'tx.afterCommit(() => {\n      this.scheduleAll(name, specs)',
        replace: 'void tx;\n    setImmediate(() => {\n      this.scheduleAll(name, specs)',
      },
    ],
    project: 'contracts',
    files: 'enqueue.spec',
    tests: 'after a rollback',
  },
  {
    name: 'ledger without a sum check at the commit',
    why: 'whoever writes past the service can put money into the world',
    patches: [
      {
        file: 'migrations/20261121000900-ledger.ts',
        find: 'IF total <> 0 THEN',
        replace: 'IF total <> 0 AND false THEN',
      },
    ],
    project: 'contracts',
    files: 'contracts/ledger.spec',
    tests: 'at the commit',
  },
  {
    name: 'ledger service without a sum check',
    why: 'an unbalanced posting is a fault of ours and must be named, not left to the database',
    patches: [
      {
        file: 'src/ledger/posting.policy.ts',
        find: 'return total === 0n ? undefined :',
        replace: 'return total !== null ? undefined :',
      },
    ],
    project: 'contracts',
    files: 'contracts/ledger.spec',
    tests: 'does not sum to zero',
  },
  {
    name: 'ledger entries can be updated',
    why: 'the role is given the right and the trigger is not there',
    patches: [
      {
        file: 'migrations/20261121000900-ledger.ts',
        find: "await appendOnly(runner, 'ledger_entries');",
        replace: "await runner.query('GRANT UPDATE ON ledger_entries TO recourse_app');",
      },
      {
        file: 'migrations/20261121000900-ledger.ts',
        find: 'FROM PUBLIC, recourse_app',
        replace: 'FROM PUBLIC',
      },
    ],
    project: 'contracts',
    files: 'grants.spec',
    tests: 'cannot rewrite|even for its owner',
  },
  {
    name: 'commission through a float, rounded to the nearest',
    why: 'large amounts lose fen, and the remainder has another owner',
    patches: [
      {
        file: 'src/kernel/money.ts',
        find: 'return (amount * BigInt(rate)) / 10_000n;',
        replace: 'return BigInt(Math.round((Number(amount) * rate) / 10_000));',
      },
    ],
    project: 'unit',
    files: 'src/(kernel|settlement)/',
    tests: '',
  },
  {
    name: 'a repayment is confirmed whatever state it is in',
    why: 'the UPDATE does not name the state it leaves',
    patches: [
      {
        file: 'src/repayments/repayment.repository.ts',
        find: "WHERE r.id = $1 AND r.state = 'reported' ${only} RETURNING",
        replace: "WHERE r.id = $1 AND r.state <> 'gone' ${only} RETURNING",
      },
    ],
    project: 'races',
    files: 'repayment.race',
    tests: 'confirmed 64 times|confirmed and rejected',
  },
  {
    name: 'grabs of every tenant are visible',
    why: 'one repository forgets whose rows it reads',
    patches: [
      {
        file: 'src/grabs/grab.repository.ts',
        find: "if (actor.organisationKind === 'platform') return",
        replace: "if (actor.organisationKind !== undefined) return",
      },
    ],
    project: 'contracts',
    files: 'access-matrix',
    tests: 'another tenant',
  },
  {
    name: 'the live hall shows test cases',
    why: 'a listing is found whatever world it belongs to',
    patches: [
      {
        file: 'src/cases/hall.repository.ts',
        find: "return sandboxId === null ? 'sandbox_id IS NULL' : ",
        replace: "return sandboxId === null ? '(sandbox_id IS NULL OR true)' : ",
      },
    ],
    project: 'flows',
    files: 'try-it-in-a-sandbox',
    tests: 'seeing each other',
  },
  {
    name: 'one answer of the hall serves both worlds',
    why: 'who asks the same shares the answer, and the world is not part of the question',
    patches: [
      {
        file: 'src/cases/hall-audience.ts',
        find: "const world = actor.sandboxId ?? 'live';",
        replace: "const world = 'both';",
      },
      {
        file: 'src/cases/hall.reader.ts',
        find: "const asked = `${world ?? 'live'} ${sight}",
        replace: 'const asked = `${sight}',
      },
    ],
    project: 'flows',
    files: 'try-it-in-a-sandbox',
    tests: 'seeing each other',
  },
  {
    name: 'a grab crosses worlds',
    why: 'a listed case may be taken by whoever asks, and a held one is spoken of',
    patches: [
      {
        file: 'src/grabs/grab-contest.ts',
        find: 'return found?.sandboxId === actor.sandboxId ? found : undefined;',
        replace: 'return actor ? found : undefined;',
      },
      {
        file: 'src/grabs/grab-door.ts',
        find: 'if (holder && holder.sandboxId !== attempt.actor.sandboxId)',
        replace: 'if (holder && holder.grabId === attempt.caseId)',
      },
    ],
    project: 'races',
    files: 'sandbox.race',
    tests: 'nobody of the other world',
  },
  {
    name: 'platform staff see sandboxes',
    why: 'what a platform may see does not start from its world',
    patches: [
      {
        file: 'src/identity/organisation.repository.ts',
        find: 'return `(SELECT o.sandbox_id FROM organisations o WHERE o.id = ${organisation})\n    IS NOT DISTINCT FROM',
        replace: 'return `true OR (SELECT o.sandbox_id FROM organisations o WHERE o.id = ${organisation})\n    IS NOT DISTINCT FROM',
      },
    ],
    project: 'contracts',
    files: 'access-matrix',
    tests: 'a live platform nothing|lists nothing of a sandbox',
  },
  {
    name: 'roles are not asked',
    why: 'the guard looks at the kind of organisation only',
    patches: [
      {
        file: 'src/identity/access.policy.ts',
        find: 'return !rule.roles || rule.roles.some((role) => actor.roles.includes(role));',
        replace: 'return actor.roles.length > 0;',
      },
    ],
    project: 'contracts',
    files: 'access-matrix',
    tests: 'forbids each role of a creditor',
  },
  {
    name: 'API keys ignore their scopes',
    why: 'a key with any scope may call whatever has one',
    patches: [
      {
        file: 'src/identity/access.policy.ts',
        find: 'return rule.scope !== undefined && actor.scopes.includes(rule.scope);',
        replace: 'return rule.scope !== undefined;',
      },
    ],
    project: 'contracts',
    files: 'access-matrix',
    tests: 'API key of a creditor',
  },
  {
    name: 'assertions can be shown again',
    why: 'the id of an assertion is stored, and whether it stood there already is not asked',
    patches: [
      { file: 'src/machine-access/once-used.repository.ts', find: 'return taken > 0;', replace: 'return taken >= 0;' },
    ],
    project: 'flows',
    files: 'let-a-machine-in',
    tests: 'takes every assertion once',
  },
  {
    name: 'remembered bearers come from anywhere',
    why: 'the list of addresses is looked at only when the database is asked',
    patches: [
      {
        file: 'src/identity/authenticator.ts',
        find: 'return known.admits ? admitted(known, address) : known.actor;',
        replace: 'return known.actor;',
      },
    ],
    project: 'unit',
    files: 'src/identity/authenticator',
    tests: 'address on every request',
  },
  {
    name: 'fields are shown to every machine',
    why: 'the scope of a field is asked of members, who have none, instead of machines',
    patches: [
      {
        file: 'src/identity/schema-access.ts',
        find: 'if (!isMachine(actor) || actor.scopes.includes(scope)) return undefined;',
        replace: 'if (isMachine(actor) || actor.scopes.includes(scope)) return undefined;',
      },
    ],
    project: 'flows',
    files: 'let-a-machine-in',
    tests: 'shows single fields',
  },
  {
    name: 'a client picks how it shows itself',
    why: 'a client registered for signed assertions may come with anything that fits',
    patches: [
      {
        file: 'src/machine-access/client-authentication.policy.ts',
        find: 'return registered === shown.method;',
        replace: 'return registered !== undefined && shown.method !== undefined;',
      },
    ],
    project: 'flows',
    files: 'let-a-machine-in',
    tests: 'each to clients registered for it',
  },
  {
    name: 'rates that nobody pays for',
    why: 'every answer tells what is left, but a request takes nothing from it',
    patches: [
      {
        file: 'src/platform/http/token-bucket.ts',
        find: 'this.tokens -= units;',
        replace: 'this.tokens -= 0;',
      },
    ],
    project: 'flows',
    files: 'limit-the-rate',
    tests: 'refuses beyond it',
  },
  {
    name: 'made-up credentials around the rate of an address',
    why: 'who sends a new token each time is looked up each time and never turned away at the door',
    patches: [
      {
        file: 'src/identity/rate-subjects.ts',
        find: 'actor.then(subjectOfActor, () => stranger)',
        replace: "actor.then(subjectOfActor, () => ({ kind: 'address' as const, id: bearer }))",
      },
    ],
    project: 'flows',
    files: 'limit-the-rate',
    tests: 'made-up credentials',
  },
  {
    name: 'English reasons in Chinese answers',
    why: 'a refusal tells its details as the service gave them',
    patches: [
      {
        file: 'src/platform/http/answer.ts',
        find: 'refusal.detailsIn(locale)',
        replace: 'refusal.details',
      },
    ],
    project: 'flows',
    files: 'explain-an-error',
    tests: 'in the language of the caller',
  },
  {
    name: 'an ERP’s place moves before its documents are applied',
    why: 'a page that could not be applied is never read again',
    patches: [
      {
        file: 'src/connectors/sync-pages.ts',
        find: `      const fates = await this.judge.decide(connection, chunk);
      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: chunk.at(-1)!.key }, fates);`,
        replace: `      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: chunk.at(-1)!.key }, []);
      const fates = await this.judge.decide(connection, chunk);
      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: at.afterKey }, fates);`,
      },
    ],
    project: 'flows',
    files: 'follow-odoo',
    tests: 'one fate|goes on where it was',
  },
  {
    name: 'pages of an ERP by offset',
    why: 'a document that goes while pages are read moves every other one past the place reading has come to',
    patches: [
      {
        file: 'src/erp/odoo.client.ts',
        find: 'private readonly http: ErpHttp;',
        replace: 'private readonly http: ErpHttp;\n  private seen = 0;',
      },
      {
        file: 'src/erp/odoo.client.ts',
        find: "const further: Condition[] = after === null ? [] : [['id', '>', Number.parseInt(after, 10)]];",
        replace: 'const further: Condition[] = [];\n    this.seen = after === null ? 0 : this.seen + limit;',
      },
      {
        file: 'src/erp/odoo.client.ts',
        find: "const asked = { domain, fields: MOVE_FIELDS, limit, offset: 0, order: 'id asc' };",
        replace: "const asked = { domain, fields: MOVE_FIELDS, limit, offset: this.seen, order: 'id asc' };",
      },
    ],
    project: 'flows',
    files: 'follow-odoo',
    tests: 'one fate|come and go',
  },
  {
    name: 'requests to an address that was not checked',
    why: 'a name is looked up and connected to whatever it leads to',
    patches: [
      {
        file: 'src/platform/outbound/outbound.ts',
        find: 'for (const { address } of addresses) this.assertReachable(address);',
        replace: '',
      },
    ],
    project: 'unit',
    files: 'platform/outbound',
    tests: 'one of its addresses is private',
  },
];
