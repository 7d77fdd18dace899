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
        file: 'src/casework/cases/case-claims.repository.ts',
        find: 'ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`;',
        replace: 'ORDER BY id`;',
      },
      {
        file: 'src/casework/cases/case-claims.service.ts',
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
        file: 'src/casework/grabs/slot.repository.ts',
        find: 'ORDER BY provider_id FOR NO KEY UPDATE SKIP LOCKED`',
        replace: 'ORDER BY provider_id`',
      },
      {
        file: 'src/casework/grabs/slot.repository.ts',
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
        file: 'src/platform/loops/halving.ts',
        find: 'if (items.length === 1) return work.alone(items[0]!, error);',
        replace: 'for (const item of items) await work.alone(item, error);\n    if (items.length > 0) return;',
      },
    ],
    project: 'races',
    files: 'grab.race',
    tests: 'every neighbour',
  },
  {
    name: 'the stored answer read before the state',
    why: 'a grab that commits between the two reads makes its repetition be told that the case is gone',
    patches: [
      {
        file: 'src/casework/grabs/grab-contest.ts',
        find: `const [glances, replays, parties, limits] = await this.database.together((q) =>
      Promise.all([
        this.claims.statesOf(q, caseIds),
        this.idempotency.lookupMany<Grab>(q, GRAB_OPERATION, attempts.map(keyed)),`,
        replace: `const [replays, glances, parties, limits] = await this.database.together((q) =>
      Promise.all([
        this.idempotency.lookupMany<Grab>(q, GRAB_OPERATION, attempts.map(keyed)),
        this.claims.statesOf(q, caseIds),`,
      },
    ],
    project: 'races',
    files: 'grab.race',
    tests: 'while the grab commits',
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
    name: 'a request hash without a key',
    why: 'who reads the database finds the debtor of a posted case by trying names',
    patches: [
      {
        file: 'src/platform/idempotency/idempotency.ts',
        find: 'return this.blind.of(HASH, canonicalJson(request));',
        replace: "return require('node:crypto').createHash('sha256').update(canonicalJson(request)).digest();",
      },
    ],
    project: 'races',
    files: 'idempotency.race',
    tests: 'found by trying',
  },
  {
    name: 'roles forgotten at webhooks',
    why: 'an operator has commissions sent to an address, and platform finance reads what waits for reviewers',
    patches: [
      {
        file: 'src/notifications/endpoints/readable.policy.ts',
        find: '.filter(({ readers }) => !permits(readers, actor))',
        replace: '.filter(({ readers }) => isMachine(actor) && !permits(readers, actor))',
      },
    ],
    project: 'flows',
    files: 'keep-webhooks-inside-bounds',
    tests: 'roles could not read|who may follow it',
  },
  {
    name: 'a formula behind a line break',
    why: 'only the start of a cell is guarded, and what follows its first line runs',
    patches: [
      {
        file: 'src/platform/sheets/sheet.ts',
        find: '(^|[${BREAK}])',
        replace: '(^)',
      },
    ],
    project: 'unit',
    files: 'sheets/harmless.spec',
    tests: 'whichever parser|by its own rules',
  },
  {
    name: 'a refused value is repeated',
    why: 'a message of GraphQL tells the name or number of a debtor that it refuses to whoever keeps messages',
    patches: [
      {
        file: 'src/platform/graphql/error-shape.ts',
        find: 'shortened(withoutValues(given.message, raw))',
        replace: 'shortened(withoutValues(given.message, raw) && given.message)',
      },
    ],
    project: 'hostile',
    files: 'canaries.hostile',
    tests: 'is put wherever|is not repeated by a refusal',
  },
  {
    name: 'each use of one refresh token takes a connection',
    why: 'two thousand uses of one token wait for its row with every connection, and others are told that the database is away',
    patches: [
      {
        file: 'src/parties/members/sessions.ts',
        find: 'this.refreshes.get(name) ?? ',
        replace: '',
      },
    ],
    project: 'flows',
    files: 'sign-in',
    tests: 'waits with one connection',
  },
  {
    name: 'a free try blocks for a moment',
    why: 'of two who log in at once from one office, the one whose statement began first is refused',
    patches: [
      {
        file: 'src/parties/throttle/login-throttle.repository.ts',
        find: 'nullif(($2::integer[])[1], 0)',
        replace: '($2::integer[])[1]',
      },
    ],
    project: 'hostile',
    files: 'doors-of-accounts.hostile',
    tests: 'came a moment before',
  },
  {
    name: 'the reference of a report, and why it is no duplicate, stand in clear',
    why: 'texts that may name the debtor are kept unsealed',
    patches: [
      {
        file: 'src/money/repayments/repayment.repository.ts',
        find: 'one[name] ? this.texts.seal(REPAYMENT_TEXTS[name], one.id, one[name]) : null',
        replace: 'one[name] ?? null',
      },
    ],
    project: 'flows',
    files: 'seal-what-stood-in-clear',
    tests: 'are sealed from the first',
  },
  {
    name: 'a sealed reference is never the same',
    why: 'what is sealed differs each time, and only the keyed index can find an equal one',
    patches: [
      {
        file: 'src/money/repayments/repayment.repository.ts',
        find: 'coalesce(external_ref_index = ${index}, false)',
        replace: 'coalesce(external_ref_index = ${index}, false) AND false',
      },
      {
        file: 'migrations/20261130000970-sealed-references.ts',
        find: 'CREATE UNIQUE INDEX CONCURRENTLY repayments_once_per_sealed_ref',
        replace: 'CREATE INDEX CONCURRENTLY repayments_once_per_sealed_ref',
      },
    ],
    project: 'flows',
    files: 'seal-what-stood-in-clear',
    tests: 'are sealed from the first',
  },
  {
    name: 'the name of a file stands in clear',
    why: 'whoever sends a file chooses its name, and it was the key of its outcome',
    patches: [
      {
        file: 'src/exchange/connections/sync-row.repository.ts',
        find: "const documentKey = FILE + digest.toString('hex');",
        replace: 'const documentKey = digest.length > 0 ? FILE + name : FILE;',
      },
    ],
    project: 'flows',
    files: 'seal-what-stood-in-clear',
    tests: 'are sealed from the first',
  },
  {
    name: 'many members validate many times as much',
    why: 'the validation of heavy documents is counted for each member by itself',
    patches: [
      {
        file: 'src/platform/faces/rate-limits.ts',
        find: 'return organisationId ?? `${kind} ${id}`;',
        replace: "return kind === 'member' ? id : (organisationId ?? id);",
      },
    ],
    project: 'flows',
    files: 'limit-the-rate',
    tests: 'heavy documents',
  },
  {
    name: 'a failed transaction passes for written',
    why: 'a statement failed, the work went on, and COMMIT rolled everything back',
    patches: [
      {
        file: 'src/platform/database/open-connection.ts',
        find: "if (tag !== 'COMMIT')",
        replace: "if (tag === '')",
      },
    ],
    project: 'contracts',
    files: 'contracts/database.spec',
    tests: 'the work went on',
  },
  {
    name: 'work goes on after its transaction',
    why: 'a statement that comes late is carried out by itself, on whatever connection it was',
    patches: [
      {
        file: 'src/platform/database/open-connection.ts',
        find: 'if (this.closed)',
        replace: "if (this.closed && text === '')",
      },
    ],
    project: 'contracts',
    files: 'contracts/database.spec',
    tests: 'after its transaction',
  },
  {
    name: 'the fast lane takes a document for its namesake',
    why: 'operations are told apart by their document alone, whatever name was asked for',
    patches: [
      {
        file: 'src/platform/graphql/fast-lane.ts',
        find: "return `${operationName ?? ''}\\0${query}`;",
        replace: "return `${(operationName ?? '').slice(0, 0)}\\0${query}`;",
      },
    ],
    project: 'contracts',
    files: 'fast-lane',
    tests: 'one of two operations|a name no operation has',
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
    name: 'feed without order of commit',
    why: 'two transactions take places in the feed at once, and the later place is seen before the earlier one is there',
    patches: [
      {
        file: 'src/notifications/feed/feed.service.ts',
        find: '    await this.repository.lock(tx);\n',
        replace: '',
      },
    ],
    project: 'races',
    files: 'live.race',
    tests: 'cut off again and again',
  },
  {
    name: 'slow receiver forgets',
    why: 'what a slow receiver did not take in time is let go and not read from the table when it comes back',
    patches: [{ file: 'src/notifications/live/feed-subscription.ts', find: '      this.overflowed = true;\n', replace: '' }],
    project: 'unit',
    files: 'feed-subscription.spec',
    tests: 'bounded number',
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
        file: 'src/money/ledger/posting.policy.ts',
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
    files: 'src/(kernel|money/settlement)/',
    tests: '',
  },
  {
    name: 'a repayment is confirmed whatever state it is in',
    why: 'the UPDATE does not name the state it leaves',
    patches: [
      {
        file: 'src/money/repayments/repayment.repository.ts',
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
        file: 'src/casework/grabs/grab.repository.ts',
        find: "if (actor.organisationKind === 'platform') return",
        replace: "if (actor.organisationKind !== undefined) return",
      },
    ],
    project: 'contracts',
    files: 'access-matrix',
    tests: 'another tenant',
  },
  {
    name: 'a close that asks nobody',
    why: 'the holder alone closes the case for good',
    patches: [
      {
        file: 'src/casework/closings/closings.service.ts',
        find: "const proposed = (await this.holds.proposeClose(tx, grab.id, closeCode, figures.silenceDays))!;",
        replace:
          "const proposed = { ...(await this.holds.end(tx, grab, { state: 'completed', reason: closeCode, closeCode })), closeBy: new Date(0) };",
      },
    ],
    project: 'flows',
    files: 'close-a-case',
    tests: 'is proposed first|griefing bot',
  },
  {
    name: 'a close without the work it claims',
    why: 'the logged activities are not counted',
    patches: [
      {
        file: 'src/casework/closings/closing.policy.ts',
        find: 'return logged < rule.least ?',
        replace: 'return logged < 0 ?',
      },
    ],
    project: 'flows',
    files: 'close-a-case',
    tests: 'needs an accepted entrustment',
  },
  {
    name: 'a revoked provider keeps its cases',
    why: 'nothing listens to the revocation',
    patches: [
      {
        file: 'src/casework/interventions/verification-loss.consumer.ts',
        find: "await this.holds.recallAll(tx, [event.organisationId], 'verification_lost');",
        replace: "await this.holds.recallAll(tx, [], 'verification_lost');",
      },
    ],
    project: 'flows',
    files: 'lose-a-verification',
    tests: 'when revoked',
  },
  {
    name: 'a suspended provider reads on',
    why: 'who holds a case is asked, and not whether it still may',
    patches: [
      {
        file: 'src/casework/debtors/disclosures.service.ts',
        find: "if (organisationKind === 'creditor' || organisationKind === 'platform') return;",
        replace: "if (organisationKind !== undefined) return;",
      },
    ],
    project: 'flows',
    files: 'lose-a-verification',
    tests: 'stops reading and acting',
  },
  {
    name: 'a voucher for whoever asks',
    why: 'a file is shown because some repayment names it, not because its reader judges that repayment',
    patches: [
      {
        file: 'src/money/repayments/repayment-vouchers.service.ts',
        find: 'return found.visible && permits(',
        replace: 'return true || permits(',
      },
    ],
    project: 'flows',
    files: 'judge-a-payment',
    tests: 'nobody else',
  },
  {
    name: 'a deadline that a sandbox cannot reach',
    why: 'a column is left out of what ages with the clock',
    patches: [
      {
        file: 'src/casework/grabs/grab.entity.ts',
        find: "'activityBy', 'exclusiveUntil', 'acceptedAt'",
        replace: "'exclusiveUntil', 'acceptedAt'",
      },
    ],
    project: 'contracts',
    files: 'ageing',
    tests: 'come closer',
  },
  {
    name: 'the live hall shows test cases',
    why: 'a listing is found whatever world it belongs to',
    patches: [
      {
        file: 'src/casework/hall/hall.repository.ts',
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
        file: 'src/casework/hall/hall-audience.ts',
        find: "const world = sandboxId ?? 'live';",
        replace: "const world = 'both';",
      },
    ],
    project: 'flows',
    files: 'try-it-in-a-sandbox',
    tests: 'seeing each other',
  },
  {
    name: 'an actor is shown the hall as it was before its own act',
    why: 'an answer is good for a second for everybody, whatever the one who asks has done meanwhile',
    patches: [
      {
        file: 'src/casework/hall/hall-audience.ts',
        find: 'notBefore: this.changes.lastOf(actor.organisationId),',
        replace: 'notBefore: Number.NEGATIVE_INFINITY,',
      },
    ],
    project: 'flows',
    files: 'share-the-hall',
    tests: 'sees its own acts',
  },
  {
    name: 'a written page differs from an executed one',
    why: 'the quick way of the hall has a field of its own mind',
    patches: [
      {
        file: 'src/casework/hall/hall-json.ts',
        find: "amountFen: plain((row, { sight }) => (sight === 'exact' ? quoted(row.amountText) : 'null')),",
        replace: 'amountFen: plain((row) => quoted(row.amountText)),',
      },
    ],
    project: 'flows',
    files: 'share-the-hall',
    tests: 'says the same',
  },
  {
    name: 'an import is not the act of its creditor',
    why: 'only what a member does by hand counts as an act of its organisation',
    patches: [
      {
        file: 'src/casework/cases/case-admission.repository.ts',
        find: 'this.hall.changedBy(tx, [by.creditorId]);',
        replace: 'this.hall.changedBy(tx, [by.memberId && null]);',
      },
    ],
    project: 'flows',
    files: 'share-the-hall',
    tests: 'what its import brought',
  },
  {
    name: 'a grab crosses worlds',
    why: 'a listed case may be taken by whoever asks, and a held one is spoken of',
    patches: [
      {
        file: 'src/casework/grabs/grab-contest.ts',
        find: 'return found?.sandboxId === actor.sandboxId ? found : undefined;',
        replace: 'return actor ? found : undefined;',
      },
      {
        file: 'src/casework/grabs/grab-door.ts',
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
        file: 'src/parties/worlds/world-sql.ts',
        find: 'return `${sandboxOf(organisation)}\n    IS NOT DISTINCT FROM',
        replace: 'return `true OR ${sandboxOf(organisation)}\n    IS NOT DISTINCT FROM',
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
        file: 'src/kernel/access/access.policy.ts',
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
        file: 'src/kernel/access/access.policy.ts',
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
      { file: 'src/parties/oauth-clients/once-used.repository.ts', find: 'return taken > 0;', replace: 'return taken >= 0;' },
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
        file: 'src/platform/access/authenticator.ts',
        find: 'return known.admits ? admitted(known, address) : known.actor;',
        replace: 'return known.actor;',
      },
    ],
    project: 'unit',
    files: 'src/platform/access/authenticator',
    tests: 'address on every request',
  },
  {
    name: 'fields are shown to every machine',
    why: 'the scope of a field is asked of members, who have none, instead of machines',
    patches: [
      {
        file: 'src/platform/access/schema-access.ts',
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
        file: 'src/parties/oauth-clients/client-authentication.policy.ts',
        find: 'return registered === proof.method;',
        replace: 'return registered !== undefined && proof.method !== undefined;',
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
        file: 'src/platform/faces/token-bucket.ts',
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
        file: 'src/platform/access/rate-subjects.ts',
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
        file: 'src/platform/faces/answer.ts',
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
        file: 'src/exchange/connections/sync-pages.ts',
        find: `      const decided = await this.judge.decide(connection, chunk);
      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: chunk.at(-1)!.key }, decided);`,
        replace: `      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: chunk.at(-1)!.key }, []);
      const decided = await this.judge.decide(connection, chunk);
      at = await this.moveOn(at, leaseId, { phase: 'changed', afterKey: at.afterKey }, decided);`,
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
        file: 'src/exchange/erp/odoo.client.ts',
        find: 'private readonly http: ErpHttp;',
        replace: 'private readonly http: ErpHttp;\n  private seen = 0;',
      },
      {
        file: 'src/exchange/erp/odoo.client.ts',
        find: "const further: Condition[] = after === null ? [] : [['id', '>', Number.parseInt(after, 10)]];",
        replace: 'const further: Condition[] = [];\n    this.seen = after === null ? 0 : this.seen + limit;',
      },
      {
        file: 'src/exchange/erp/odoo.client.ts',
        find: "const query = { domain, fields: MOVE_FIELDS, limit, offset: 0, order: 'id asc' };",
        replace: "const query = { domain, fields: MOVE_FIELDS, limit, offset: this.seen, order: 'id asc' };",
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
        file: 'src/platform/outbound/reach.ts',
        find: '    this.assertAllowed(url, addresses);',
        replace: '',
      },
    ],
    project: 'unit',
    files: 'platform/outbound',
    tests: 'by whatever name',
  },
  {
    name: 'requests to private addresses in disguise',
    why: 'an IPv6 address that stands for an IPv4 one is public, whichever it stands for',
    patches: [
      {
        file: 'src/platform/outbound/public-address.ts',
        find: "const GLOBAL_UNICAST_V6 = listOf('ipv6', [['2000::', 3]]);",
        replace: "const GLOBAL_UNICAST_V6 = listOf('ipv6', [['2000::', 3], ['64:ff9b::', 96]]);",
      },
    ],
    project: 'unit',
    files: 'platform/outbound',
    tests: 'never',
  },
  {
    name: 'webhook address checked only when the endpoint is made',
    why: 'what the host resolves to is looked at once, and whatever it points to later is connected to',
    patches: [
      {
        file: 'src/platform/outbound/reach.ts',
        find: '    this.assertAllowed(url, addresses);',
        replace: '',
      },
      {
        file: 'src/notifications/endpoints/webhook-url.ts',
        find: 'await reach.addressesOf(url);',
        replace: '(reach as any).assertAllowed(new URL(url), await reach.addressesOf(url));',
      },
    ],
    project: 'flows',
    files: 'keep-webhooks-inside-bounds',
    tests: 'leads inside',
  },
  {
    name: 'host looked up again to connect',
    why: 'the connection asks for the address once more instead of going where the check looked',
    patches: [
      {
        file: 'src/platform/outbound/outbound.ts',
        find: '    lookup: pinnedTo(addresses),',
        replace: '    ...(pinnedTo(addresses) && {}),',
      },
    ],
    project: 'unit',
    files: 'platform/outbound',
    tests: 'at the address that was checked',
  },
  {
    name: 'webhook host looked up again to connect',
    why: 'the connection asks for the address once more instead of going where the check looked',
    patches: [
      {
        file: 'src/platform/outbound/outbound.ts',
        find: '    lookup: pinnedTo(addresses),',
        replace: '    ...(pinnedTo(addresses) && {}),',
      },
    ],
    project: 'flows',
    files: 'survive-bad-sinks',
    tests: 'at the address that was checked',
  },
  {
    name: 'webhook sent inside a transaction',
    why: 'a transaction stays open while a sink takes its time',
    patches: [
      {
        file: 'src/notifications/deliveries/dispatcher.ts',
        find: 'const attempt = await this.sender.send({ url, headers, body, timeoutMs }, this.abort.signal);',
        replace: `const attempt = await this.database.transaction(async (tx) => {
        await tx.rows('SELECT 1');
        return this.sender.send({ url, headers, body, timeoutMs }, this.abort.signal);
      });`,
      },
    ],
    project: 'flows',
    files: 'survive-bad-sinks',
    tests: 'no transaction open',
  },
  {
    name: 'webhook cursor moved before deliveries are queued',
    why: 'how far the feed was read is committed on its own, and what was read is queued afterwards',
    patches: [
      {
        file: 'src/notifications/deliveries/fan-out.ts',
        find: 'const queued = await this.queue(tx, events, matches.kept);',
        replace: `const queued = 0;
    tx.afterCommit(() => {
      this.database.transaction((later) => this.queue(later, events, matches.kept)).catch(() => undefined);
    });`,
      },
    ],
    project: 'races',
    files: 'webhooks.race',
    tests: 'breaks off in the middle',
  },
  {
    name: 'a lane queues for the organisations of all lanes',
    why: 'two processes queue for one organisation at once, and each does the work of all',
    patches: [
      {
        file: 'src/notifications/deliveries/fan-out.repository.ts',
        find: '= ANY ($7::smallint[]) ORDER BY place',
        replace: '= ANY ($7::smallint[]) OR true ORDER BY place',
      },
    ],
    project: 'races',
    files: 'webhooks.race',
    tests: 'handed on by lanes',
  },
  {
    name: 'a list by several states asks for them as one set',
    why: 'a rare state is looked for through all cases there are, as soon as the planner takes it for a common one',
    patches: [
      {
        file: 'src/casework/cases/case.repository.ts',
        find: '    if (isProvider(actor)) {',
        replace: '    if (isProvider(actor) || filter.state) {',
      },
    ],
    project: 'contracts',
    files: 'growth.spec',
    tests: 'does not walk past other states',
  },
  {
    name: 'webhook signed with the new secret alone',
    why: 'a rotated secret signs no more, and receivers that have not changed over believe nothing',
    patches: [
      {
        file: 'src/notifications/endpoints/webhook-secrets.ts',
        find: 'if (previous) secrets.push(',
        replace: 'if (previous && secrets.length === 0) secrets.push(',
      },
    ],
    project: 'flows',
    files: 'receive-webhooks',
    tests: 'signs with both secrets',
  },
  {
    name: 'webhook lease that never ends',
    why: 'a delivery taken by a process that died is nobody’s for ever',
    patches: [
      {
        file: 'src/notifications/deliveries/attempt.repository.ts',
        find: 'next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})',
        replace: "next_attempt_at = now() + interval '100 years'",
      },
    ],
    project: 'races',
    files: 'webhooks.race',
    tests: 'loses none',
  },
  {
    name: 'webhook redirect followed',
    why: 'a redirect is taken for an answer',
    patches: [
      {
        file: 'src/notifications/sinks/retry.policy.ts',
        find: "if (status >= 300 && status < 400) return 'REDIRECT';",
        replace: 'if (status >= 300 && status < 400) return null;',
      },
    ],
    project: 'flows',
    files: 'survive-bad-sinks',
    tests: 'redirect inward',
  },
  {
    name: 'one hanging webhook sink takes every place',
    why: 'an endpoint may have as many attempts under way as the process has places',
    patches: [
      {
        file: 'src/notifications/deliveries/dispatcher.ts',
        find: '? { perEndpoint: 1, perOrganisation: 1 }',
        replace: '? { perEndpoint: 1_000, perOrganisation: 1_000 }',
      },
      {
        file: 'src/notifications/deliveries/dispatcher.ts',
        find: ': { perEndpoint: Math.ceil(places / 2), perOrganisation: places - 1 }',
        replace: ': { perEndpoint: 1_000, perOrganisation: 1_000 }',
      },
      {
        file: 'src/notifications/deliveries/dispatcher.ts',
        find: 'const slow = Math.ceil(places / 4);',
        replace: 'const slow = 0;',
      },
    ],
    project: 'flows',
    files: 'survive-bad-sinks',
    tests: 'hang hold up nobody else',
  },
  {
    name: 'webhooks of the hall cross into sandboxes',
    why: 'a listing is told to every provider that asked for it, live or not',
    patches: [
      {
        file: 'src/notifications/deliveries/fan-out.repository.ts',
        find: `     WHERE e.state = 'enabled' AND e.sandbox_id IS NOT DISTINCT FROM f.sandbox_id AND f.audience = 'hall'`,
        replace: `     WHERE e.state = 'enabled' AND f.audience = 'hall'`,
      },
    ],
    project: 'flows',
    files: 'keep-sandbox-webhooks-apart',
    tests: 'hear of their own sandbox only',
  },
  {
    name: 'the client makes a new key for every attempt',
    why: 'an act whose answer was lost is done again',
    patches: [
      {
        file: 'packages/client/src/transport.ts',
        find: 'return await this.signedIn(outgoing, headers, read);',
        replace: 'return await this.signedIn(outgoing, attempt < 0 ? headers : this.keyed(outgoing), read);',
      },
    ],
    project: 'flows',
    files: 'use-the-client',
    tests: 'once, whatever the network does',
  },
  {
    name: 'the client repeats any act',
    why: 'an act without a kept key is sent again after a lost answer',
    patches: [
      {
        file: 'packages/client/src/retry.policy.ts',
        find: "if (safety === 'once') return false;",
        replace: '',
      },
    ],
    project: 'unit',
    files: 'packages/client/src/',
    tests: 'without an answer|does not send an act',
  },
  {
    name: 'the client loses its place in a stream',
    why: 'a broken stream is opened where it began, not behind the last event',
    patches: [{ file: 'packages/client/src/stream.ts', find: 'after = message.id ?? after;', replace: '' }],
    project: 'unit',
    files: 'packages/client/src/live',
    tests: 'goes on behind the last event',
  },
  {
    name: 'the client believes any webhook',
    why: 'the signature is computed and not compared',
    patches: [
      {
        file: 'packages/client/src/webhooks.ts',
        find: 'new Webhook(one).verify(text, signed, { jsonParse: false });',
        replace: 'new Webhook(one);',
      },
    ],
    project: 'unit',
    files: 'packages/client/src/webhooks',
    tests: 'is refused when anything',
  },
  {
    name: 'commands renew a shared session by themselves',
    why: 'a refresh token is used twice, which ends the session',
    patches: [
      {
        file: 'packages/client/src/session.ts',
        find: 'if (!store) return this.newTokens();',
        replace: 'if (store) return this.newTokens();',
      },
      { file: 'packages/client/src/session.ts', find: 'return store.alone(', replace: 'return store!.alone(' },
    ],
    project: 'flows',
    files: 'use-the-command-line',
    tests: 'sign in, and stay|share a session',
  },
  {
    name: 'dry run that is carried out',
    why: 'what was done to know the outcomes is not taken back',
    patches: [
      {
        file: 'src/exchange/batches/batch-chunks.ts',
        find: 'if (batch.dryRun) throw new DryRunDone(outcomes);',
        replace: 'if (batch.dryRun && outcomes.length === 0) throw new DryRunDone(outcomes);',
      },
    ],
    project: 'flows',
    files: 'import-a-workbook',
    tests: 'judges a dry run',
  },
  {
    name: 'payment past the holder unseen',
    why: 'a paid figure that rose is taken as it is instead of being reported for its holder',
    patches: [
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: '? heldStep(known, booked)',
        replace: '? freeStep(known, booked)',
      },
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: "if (paidNowFen === undefined || status === 'withdrawn' || !known.everHeld) return undefined;",
        replace: "if (paidNowFen === undefined || status !== 'withdrawn' || !known.everHeld) return undefined;",
      },
    ],
    project: 'flows',
    files: 'keep-in-step-with-the-books',
    tests: 'past a holder',
  },
  {
    name: 'a text of a workbook held before it is measured',
    why: 'the parser gathers what is not complete, however long it is',
    patches: [
      {
        file: 'src/platform/tables/xlsx-markup.ts',
        find: 'if (this.gathered > MOST_CHARS) throw new FileTooComplex();',
        replace: 'if (this.gathered > 1_000 * MOST_CHARS) throw new FileTooComplex();',
      },
    ],
    project: 'unit',
    files: 'xlsx-markup',
    tests: 'refused after a megabyte',
  },
  {
    name: 'a child that ended of a file is a fault of ours',
    why: 'the reader of a table says that its child is gone instead of what that means of the file',
    patches: [
      {
        file: 'src/platform/tables/table-reader.ts',
        find: '  throw new FileTooComplex();',
        replace: "  throw new Error('a child ended');",
      },
    ],
    project: 'unit',
    files: 'table-reader',
    tests: 'child ends of',
  },
  {
    name: 'a file looked into before its sender is asked for',
    why: 'who may not post learns so only after the file was read',
    patches: [
      {
        file: 'src/exchange/batches/case-batch.controller.ts',
        find: 'await this.intake.assertMayPost(actor);',
        replace: '',
      },
    ],
    project: 'flows',
    files: 'refuse-hostile-files',
    tests: 'may not post',
  },
  {
    name: 'less open is money paid',
    why: 'a paid figure is made up of what is no longer open',
    patches: [
      {
        file: 'src/exchange/rows/row-amounts.ts',
        find: "if (paid === undefined) return { totalFen, read: 'open' };",
        replace: "if (paid === undefined) return { totalFen, paidFen: totalFen - (outstanding ?? totalFen), read: 'open' };",
      },
    ],
    project: 'flows',
    files: 'take-money-from-the-books',
    tests: 'nothing says that it was paid',
  },
  {
    name: 'the books confirm themselves by no time',
    why: 'a report out of the books is the word of its creditor instead of waiting for it',
    patches: [
      {
        file: 'src/money/repayments/repayment-reports.service.ts',
        find: "const waits = actor.organisationKind !== 'creditor' || report.books !== undefined;",
        replace: "const waits = actor.organisationKind !== 'creditor';",
      },
    ],
    project: 'flows',
    files: 'take-money-from-the-books',
    tests: 'reported with its arithmetic',
  },
  {
    name: 'money that was rejected comes again',
    why: 'the paid figure that the books showed last is forgotten',
    patches: [
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: 'const paidBeforeFen = larger(known.booksPaidFen ?? known.paidFen, onRecordFen);',
        replace: 'const paidBeforeFen = onRecordFen;',
      },
    ],
    project: 'flows',
    files: 'take-money-from-the-books',
    tests: 'not reported again once',
  },
  {
    name: 'a rise counted once for each that sees it',
    why: 'what waits for a decision is not on record, and the last figure is not kept',
    patches: [
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: 'const onRecordFen = known.paidFen + known.recoveredFen + known.pendingFen;',
        replace: 'const onRecordFen = known.paidFen + known.recoveredFen;',
      },
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: 'const paidBeforeFen = larger(known.booksPaidFen ?? known.paidFen, onRecordFen);',
        replace: 'const paidBeforeFen = onRecordFen;',
      },
    ],
    project: 'races',
    files: 'repayment.race',
    tests: 'sixteen syncs',
  },
  {
    name: 'the last line of a plan of payment stands for the bill',
    why: 'rows of one bill are not summed',
    patches: [
      {
        file: 'src/exchange/erp/kingdee.mapper.ts',
        find: 'bills.set(billOf(row), [...lines, row]);',
        replace: 'bills.set(billOf(row), [row]);',
      },
    ],
    project: 'flows',
    files: 'take-money-from-the-books',
    tests: 'plan of payment is one debt',
  },
  {
    name: 'a rounding is a payment',
    why: 'the rounding of a UBL document is left out of its total',
    patches: [
      {
        file: 'src/exchange/erp/ubl.mapper.ts',
        find: 'const totalFen = gross + rounding;',
        replace: 'const totalFen = gross + rounding * 0n;',
      },
    ],
    project: 'unit',
    files: 'ubl-as-sent',
    tests: 'amounts of a UBL document',
  },
  {
    name: 'a credit note is a payment',
    why: 'what a document shows as no longer open is taken for paid, whatever took it',
    patches: [
      {
        file: 'src/exchange/erp/document-debt.policy.ts',
        find: 'paidFen: settledFen, creditedFen,',
        replace: 'paidFen: totalFen - openFen, creditedFen,',
      },
    ],
    project: 'unit',
    files: 'document-debt|erp-clients',
    tests: 'is no payment|are told apart|lowers an invoice',
  },
  {
    name: 'an instalment that is not due is collected',
    why: 'every part of a document is a debt at once',
    patches: [
      {
        file: 'src/exchange/erp/document-debt.policy.ts',
        find: 'const overdue = parts.filter(({ dueOn }) => dueOn < today);',
        replace: 'const overdue = parts.filter(({ dueOn }) => dueOn < today || parts.length > 1);',
      },
    ],
    project: 'unit',
    files: 'document-debt|erp-clients',
    tests: 'joins an instalment|those that are overdue|that fell due are a debt',
  },
  {
    name: 'any number in a note is a term',
    why: 'words that say more than a term give a due day before what was agreed',
    patches: [
      {
        file: 'src/exchange/erp/ubl-terms.policy.ts',
        find: 'for (const term of TERMS) {',
        replace: 'for (const term of [...TERMS, /(\\d{1,3})\\s*(?:days?|天|日)/i]) {',
      },
    ],
    project: 'unit',
    files: 'ubl-terms',
    tests: 'the due day of a UBL document',
  },
  {
    name: 'a line of a plan that is missing is paid',
    why: 'what the lines of a bill say of what was paid is not compared with its total',
    patches: [
      {
        file: 'src/exchange/erp/kingdee.mapper.ts',
        find: 'paidFen: plannedFen - openFen',
        replace: 'paidFen: head!.totalFen! - openFen',
      },
    ],
    project: 'unit',
    files: 'kingdee.mapper',
    tests: 'not the whole bill|one is missing',
  },
  {
    name: 'a credit note that names no invoice is a payment',
    why: 'only credit notes that name an invoice are told apart from what was paid on it',
    patches: [
      {
        file: 'src/exchange/erp/odoo.mapper.ts',
        find: 'setOff.filter(({ refund }) => !named.has(refund.id))',
        replace: 'setOff.filter(({ refund }) => named.has(refund.id))',
      },
    ],
    project: 'unit',
    files: 'erp-clients',
    tests: 'tells a credit note that was set off from a payment',
  },
  {
    name: 'a payment without an entry is not seen',
    why: 'a move that Odoo calls paid is collected, because its amount is still open',
    patches: [
      {
        file: 'src/exchange/erp/odoo.mapper.ts',
        find: '(ENDED.includes(state) && openFen === 0n)',
        replace: 'ENDED.includes(state)',
      },
    ],
    project: 'unit',
    files: 'erp-mappers|statuses-of-both-ways',
    tests: 'states of Odoo|of Odoo with',
  },
  {
    name: 'an encoding is believed as it is declared',
    why: 'bytes that have the structure of the declared encoding become names that nobody has',
    patches: [
      {
        file: 'src/exchange/erp/xml-text.ts',
        find: 'if (isAscii(bytes)) return true;',
        replace: 'if (isAscii(bytes) || encoding) return true;',
      },
    ],
    project: 'unit',
    files: 'ubl-as-sent',
    tests: 'that says it is|nothing declared',
  },
  {
    name: 'the first day that a document names',
    why: 'a debt is due on its due date though another place of the document names a later day',
    patches: [
      {
        file: 'src/exchange/erp/ubl-terms.policy.ts',
        find: 'named.some((day) => day && day > due) ? null : due',
        replace: 'named.some((day) => day && day < due) ? due : due',
      },
    ],
    project: 'unit',
    files: 'ubl-terms',
    tests: 'names a later one',
  },
  {
    name: 'a question as long as its keys',
    why: 'names are not counted against the request line',
    patches: [
      {
        file: 'src/exchange/erp/erpnext.client.ts',
        find: 'if (bytes > room || parts.length === 0) {',
        replace: 'if (parts.length === 0) {',
      },
    ],
    project: 'unit',
    files: 'erp-clients',
    tests: 'stay within a request line',
  },
  {
    name: 'an invoice sent again forgets its credit notes',
    why: 'a UBL invoice, which does not tell of its credit notes, is taken for the whole of its case',
    patches: [
      {
        file: 'src/exchange/connections/document-judge.ts',
        find: "const keepsCredits = kind === 'ubl';",
        replace: "const keepsCredits = kind === 'ubl' && credit !== null;",
      },
    ],
    project: 'flows',
    files: 'bring-lines-from-an-erp',
    tests: 'a credit note lowers the case',
  },
  {
    name: 'a number is enough to be the same document',
    why: 'neither the document nor the debtor is compared',
    patches: [
      {
        file: 'src/exchange/books/receivable-upsert.ts',
        find: 'const strange = this.records.strangeTo(one, known, moves);',
        replace: 'const strange = undefined as ReturnType<typeof this.records.strangeTo>;',
      },
      {
        file: 'src/exchange/books/receivable-upsert.ts',
        find: 'const strange = this.records.strangeTo(one, known(one), true);',
        replace: 'const strange = undefined as ReturnType<typeof this.records.strangeTo>;',
      },
    ],
    project: 'flows',
    files: 'take-money-from-the-books',
    tests: 'two companies that share a number|another debtor',
  },
  {
    name: 'misread amounts pass',
    why: 'a factor of ten is just another amount',
    patches: [
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: 'if (misread) return misread;',
        replace: 'if (misread && known.principalFen < 0n) return misread;',
      },
    ],
    project: 'flows',
    files: 'take-money-from-the-books',
    tests: 'of the stored amount as misread',
  },
  {
    name: 'one voucher proves any number of payments',
    why: 'neither the service nor the constraint looks at it',
    patches: [
      {
        file: 'src/money/repayments/repayment-reports.service.ts',
        find: 'if (!claim.voucherFileId || claim.notDuplicateBecause) return;',
        replace: 'if (!claim.voucherFileId || claim.payee) return;',
      },
      {
        file: 'migrations/20261130000100-money-from-books.ts',
        find: 'CREATE UNIQUE INDEX CONCURRENTLY repayments_once_per_voucher',
        replace: 'CREATE INDEX CONCURRENTLY repayments_once_per_voucher',
      },
    ],
    project: 'races',
    files: 'repayment.race',
    tests: 'proved by one voucher',
  },
  {
    name: 'bomb unpacked before it is looked at',
    why: 'what an archive unpacks to is not counted',
    patches: [
      {
        file: 'src/platform/tables/xlsx-archive.ts',
        find: 'unpackedBytes += entry.uncompressedSize;',
        replace: 'unpackedBytes += 0 * entry.uncompressedSize;',
      },
    ],
    project: 'flows',
    files: 'refuse-hostile-files',
    tests: 'a bomb',
  },
  {
    name: 'packed text unpacked without end',
    why: 'what a gzip file unpacks to is not counted',
    patches: [
      {
        file: 'src/platform/tables/unpacking.ts',
        find: 'unpacked += (piece as Buffer).length;',
        replace: 'unpacked += 0 * (piece as Buffer).length;',
      },
    ],
    project: 'flows',
    files: 'refuse-hostile-files',
    tests: 'packed text that unpacks',
  },
  {
    name: 'a body is read before its bearer',
    why: 'the guard looks at the caller only when the whole body has been taken and parsed',
    patches: [
      {
        file: 'src/platform/access/body-gate.ts',
        find: "if (typeof access !== 'object') return true;",
        replace: "if (typeof access !== 'string' || access) return true;",
      },
    ],
    project: 'hostile',
    files: 'doors.hostile',
    tests: 'the answer comes while the body does not',
  },
  {
    name: 'guesses are looked at first and counted afterwards',
    why: 'the address is only asked whether it is blocked, as when failures were counted after the look at the password',
    patches: [
      {
        file: 'src/parties/throttle/login-throttle.ts',
        find: '[SUBJECT.address(place), ADDRESS_THROTTLE],',
        replace: '',
      },
    ],
    project: 'hostile',
    files: 'doors-of-accounts',
    tests: 'twenty guesses of one address',
  },
  {
    name: 'one address takes the places of all sockets',
    why: 'sockets of an address are counted and not bounded',
    patches: [
      {
        file: 'src/platform/sockets/socket-places.ts',
        find: 'if (!this.addresses.enter(address, this.perAddress)) return TOO_MANY;',
        replace: 'if (!this.addresses.enter(address, this.perAddress * 1_000_000)) return TOO_MANY;',
      },
    ],
    project: 'hostile',
    files: 'doors.hostile',
    tests: 'give one address a few places',
  },
  {
    name: 'an address belongs to whoever names it',
    why: 'a registration counts as confirmed where mail should prove the address first',
    patches: [
      {
        file: 'src/platform/config/config.ts',
        find: 'readonly mailProvesAddress = this.smtpUrl !== undefined || this.production;',
        replace: 'readonly mailProvesAddress = this.smtpUrl !== undefined && this.production;',
      },
    ],
    project: 'hostile',
    files: 'doors-of-mailboxes',
    tests: 'before its mailbox has answered',
  },
  {
    name: 'a demo that clears whatever folder it is given',
    why: 'only help says "cleared first"; a photo album or the live data folder goes the same way',
    patches: [
      {
        file: 'packages/demo/src/data-folder.ts',
        find: 'if (!note && found.length > 0) {',
        replace: 'if (!note && found.length < 0) {',
      },
    ],
    project: 'unit',
    files: 'demo/src/data-folder',
    tests: 'nothing is touched',
  },
  {
    name: 'a build that begins by removing the last one',
    why: 'a server that runs from it looks for a file of a thread, and there is none for half a minute',
    patches: [
      {
        file: 'packages/build/build.mjs',
        find: '  rmSync(join(dist, STAMP), { force: true });',
        replace: '  rmSync(dist, { recursive: true, force: true });',
      },
    ],
    project: 'contracts',
    files: 'contracts/build',
    tests: 'find its files throughout',
  },
  {
    name: 'a list without its index',
    why: 'the grabs of a creditor with few are found by walking through those of everybody',
    patches: [
      {
        file: 'migrations/20261130000700-growth-indexes.ts',
        find: "grabs_by_creditor: ['grabs', '(creditor_id, id)'],",
        replace: "grabs_by_creditor: ['grabs', '(id, creditor_id)'],",
      },
    ],
    project: 'contracts',
    files: 'contracts/growth',
    tests: 'no statement reads or sorts',
  },
  {
    name: 'retention that stops after a chunk',
    why: 'what is left waits for the next minute, and more comes in than goes',
    patches: [
      {
        file: 'src/platform/retention/retention.ts',
        find: 'if (more) still.set(table, rule);',
        replace: 'if (more && performance.now() < 0) still.set(table, rule);',
      },
    ],
    project: 'contracts',
    files: 'contracts/retention',
    tests: 'removes all that is old',
  },
  {
    name: 'contents forgotten before they are gone',
    why: 'the note of contents to be removed goes although the store refused',
    patches: [
      {
        file: 'src/platform/storage/file-retention.ts',
        find: 'map((key) => this.storage.remove(key)));',
        replace: 'map((key) => this.storage.remove(key).catch(() => undefined)));',
      },
    ],
    project: 'contracts',
    files: 'contracts/retention',
    tests: 'removes the contents of a file after its row',
  },
  {
    name: 'five years kept by the application alone',
    why: 'the database lets young history go',
    patches: [
      {
        file: 'migrations/20261130000710-retention.ts',
        find: "now() - interval '5 years', true) THEN",
        replace: "now() + interval '5 years', true) THEN",
      },
    ],
    project: 'contracts',
    files: 'contracts/retention',
    tests: 'cannot be made to remove',
  },
  {
    name: 'a month of the ledger forgets what it held',
    why: 'what an account moved in a month is the last transfer of it alone',
    patches: [
      {
        file: 'src/money/ledger/ledger.repository.ts',
        find: 'SET moved_fen = k.moved_fen + excluded.moved_fen`',
        replace: 'SET moved_fen = excluded.moved_fen`',
      },
    ],
    project: 'contracts',
    files: 'contracts/ledger.spec',
    tests: 'lists the entries of a month',
  },
  {
    name: 'pages of the ledger leave out what other accounts hold',
    why: 'a page takes the next entries of one account after another, not the first of all',
    patches: [
      {
        file: 'src/money/ledger/ledger.repository.ts',
        find: 'ORDER BY n.seq LIMIT $5) e',
        replace: 'ORDER BY a.id, n.seq LIMIT $5) e',
      },
    ],
    project: 'contracts',
    files: 'contracts/ledger.spec',
    tests: 'lists the entries of a month',
  },
  {
    name: 'the platform’s fee account is one queue',
    why: 'the account that every repayment moves is not kept in parts',
    patches: [
      {
        file: 'src/money/settlement/booking.policy.ts',
        find: 'kind: ACCOUNT.fee, counterparty: parties.creditorId }',
        replace: 'kind: ACCOUNT.fee }',
      },
    ],
    project: 'races',
    files: 'ledger.race',
    tests: 'do not wait for each other',
  },
  {
    name: 'a reversed repayment still counts in the standing',
    why: 'what a grab recovered is summed over reversed repayments as well',
    patches: [
      {
        file: 'migrations/20261201000080-holds-given-back.ts',
        find: '           WHERE NOT r.reversed AND',
        replace: '           WHERE r.reversed IS NOT NULL AND',
      },
    ],
    project: 'contracts',
    files: 'contracts/standing-sums',
    tests: 'whatever the order',
  },
  {
    name: 'a return does not count',
    why: 'what was given back is taken for nobody’s fault',
    patches: [
      {
        file: 'src/risk/standing/given-back.policy.ts',
        find: "return state !== 'recalled' || (worked && !exonerating.includes(cause));",
        replace: "return state === 'completed' || (worked && !exonerating.includes(cause));",
      },
    ],
    project: 'flows',
    files: 'question-a-standing',
    tests: 'a return never raises it',
  },
  {
    name: 'a held case counts for nothing until it ends',
    why: 'the sums of ended holds are read alone, so giving a case back is when it begins to count',
    patches: [
      {
        file: 'src/risk/standing/standing.repository.ts',
        find: "WHERE g.provider_id = ANY ($1::uuid[]) AND g.state = 'active' GROUP BY",
        replace: "WHERE g.provider_id = ANY ($1::uuid[]) AND g.state = 'held' GROUP BY",
      },
    ],
    project: 'contracts',
    files: 'contracts/standing-sums',
    tests: 'whatever the order',
  },
  {
    name: 'an end that is told again brings an exonerated hold back',
    why: 'the event of the end decides alone whether it counts',
    patches: [
      {
        file: 'src/risk/standing/standing.repository.ts',
        find: 'counts = excluded.counts AND g.exonerated_by IS NULL,',
        replace: 'counts = excluded.counts,',
      },
    ],
    project: 'contracts',
    files: 'contracts/standing-sums',
    tests: 'when the end of the hold is told again',
  },
  {
    name: 'a shadow run writes',
    why: 'the transaction is an ordinary one, and each provider looked at is touched',
    patches: [
      {
        file: 'src/risk/standing/shadow-runs.service.ts',
        find: "await tx.affected('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');",
        replace: "await tx.affected('UPDATE provider_standings SET updated_at = now()');",
      },
    ],
    project: 'flows',
    files: 'question-a-standing',
    tests: 'writes nothing',
  },
  {
    name: 'a veto is kept and ignored',
    why: 'the standing in force is the earned one',
    patches: [
      {
        file: 'src/risk/standing/veto.policy.ts',
        find: 'if (GRADES.indexOf(standing.grade) <= GRADES.indexOf(veto.grade))',
        replace: 'if (GRADES.indexOf(standing.grade) >= 0)',
      },
    ],
    project: 'flows',
    files: 'question-a-standing',
    tests: 'no grade above it',
  },
  {
    name: 'two appeals of a provider are open at once',
    why: 'nothing but the order of two requests keeps the second out',
    patches: [
      {
        file: 'migrations/20261201000082-standing-history.ts',
        find: 'CREATE UNIQUE INDEX standing_appeals_one_open',
        replace: 'CREATE INDEX standing_appeals_one_open',
      },
    ],
    project: 'flows',
    files: 'question-a-standing',
    tests: 'is upheld',
  },
  {
    name: 'the number of a case counts the cases',
    why: 'the counter stands in the number as it is',
    patches: [
      {
        file: 'migrations/20261130000960-case-numbers-untold.ts',
        find: 'FOR round IN 1..4 LOOP',
        replace: 'FOR round IN 1..0 LOOP',
      },
    ],
    project: 'contracts',
    files: 'contracts/cases.spec',
    tests: 'tells no volume',
  },
  {
    name: 'a case of an unverified creditor can be grabbed',
    why: 'the contest does not ask whether the creditor is verified now',
    patches: [
      {
        file: 'src/casework/grabs/grab.policy.ts',
        find: "if (!wanted.creditorVerified) return 'creditor_not_verified';",
        replace: '',
      },
    ],
    project: 'flows',
    files: 'lose-a-verification',
    tests: 'is refused at the grab before',
  },
  {
    name: 'listings of a creditor that lost its verification stay in the hall',
    why: 'its cases are not taken out of the hall',
    patches: [
      {
        file: 'src/casework/interventions/verification-loss.consumer.ts',
        find: 'else await this.claims.standDown(tx, organisationId);',
        replace: '',
      },
    ],
    project: 'flows',
    files: 'lose-a-verification',
    tests: 'takes its listings out of the hall',
  },
  {
    name: 'a suspended provider reads its cases',
    why: 'reading a case does not ask whether the verification of its holder is in force',
    patches: [
      {
        file: 'src/casework/cases/cases.service.ts',
        find: "'caseId');\n    await this.disclosures.assertInForce(q, actor);",
        replace: "'caseId');",
      },
    ],
    project: 'flows',
    files: 'lose-a-verification',
    tests: 'by GraphQL, REST, export',
  },
  {
    name: 'a suspended provider reports payments',
    why: 'a report does not ask whether the verification of its provider is in force',
    patches: [
      {
        file: 'src/money/repayments/repayment-reports.service.ts',
        find: 'await this.holds.assertInForce(tx, actor);',
        replace: '',
      },
    ],
    project: 'flows',
    files: 'lose-a-verification',
    tests: 'by GraphQL, REST, export',
  },
  {
    name: 'the reason of a return stands in clear',
    why: 'what a member wrote at the end of a grab is not sealed',
    patches: [
      {
        file: 'src/casework/grabs/grab.repository.ts',
        find: 'written ? this.texts.seal(END_REASON, id, reason) : reason',
        replace: 'reason',
      },
    ],
    project: 'flows',
    files: 'close-a-case',
    tests: 'sealed, and shows it to both',
  },
  {
    name: 'a friendly creditor raises a standing',
    why: 'completed cases and amounts of one creditor count in full',
    patches: [
      {
        file: 'src/risk/standing/standing-proof.policy.ts',
        find: 'return creditor.known ?',
        replace: 'return !creditor.known ?',
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'one creditor alone',
  },
  {
    name: 'a late payment lowers a standing',
    why: 'payments after 120 days take from what came in in time',
    patches: [
      {
        file: 'src/risk/standing/standing-proof.policy.ts',
        find: 'repaidFen * all - repaidFenDays',
        replace: 'repaidFen * all - 3n * repaidFenDays',
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'never less for more recovered',
  },
  {
    name: 'payments beyond the share of a hold count against it',
    why: 'what was paid ahead of time is taken for nothing',
    patches: [
      {
        file: 'src/risk/standing/standing-facts.policy.ts',
        find: 'const counted = isWhole ? most : minFen(most, maxFen(charged, shareOf(most)));',
        replace: 'const counted = isWhole || most <= charged ? most : 0n;',
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'never less for more recovered',
  },
  {
    name: 'a return raises a standing',
    why: 'nothing is expected of a case that was given back',
    patches: [
      {
        file: 'src/risk/standing/standing-facts.policy.ts',
        find: 'const charged = shareOf(minFen(hold.expectedFen, amountFen));',
        replace: "const charged = hold.state === 'returned' ? 0n : shareOf(minFen(hold.expectedFen, amountFen));",
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'never more by giving a case back',
  },
  {
    name: 'a higher grade holds fewer cases',
    why: 'an expert is given the quota of a middle grade',
    patches: [
      {
        file: 'src/risk/standing/standing.policy.ts',
        find: '= parameters.grades[grade];',
        replace: "= parameters.grades[grade === 'expert' ? 'middle' : grade];",
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'a higher grade no smaller quota',
  },
  {
    name: 'a grade moves to and fro while nothing changes',
    why: 'it is lost sooner than it is earned',
    patches: [
      {
        file: 'src/risk/standing/standing.policy.ts',
        find: 'at(rates.shrunkRateBps + margin)',
        replace: 'at(rates.shrunkRateBps - 2 * margin)',
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'stays when nothing changes',
  },
  {
    name: 'a grade changes on a few cases',
    why: 'the reliability of the rate is not asked for',
    patches: [
      {
        file: 'src/risk/standing/standing.policy.ts',
        find: 'if (rates.reliabilityBps < parameters.minReliabilityBps) return before;',
        replace: '',
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'not reliable, up and down',
  },
  {
    name: 'a ring of creditors vouches for itself',
    why: 'what the others show is asked once, of what they say',
    patches: [
      {
        file: 'src/risk/standing/recovery-rate.policy.ts',
        find: 'const PASSES = 3;',
        replace: 'const PASSES = 1;',
      },
    ],
    project: 'unit',
    files: 'standing/recovery-rate',
    tests: 'of one creditor little more',
  },
  {
    name: 'an honest provider of few creditors loses by the limit',
    why: 'what the limit takes from an average record stays lost',
    patches: [
      {
        file: 'src/risk/standing/recovery-rate.policy.ts',
        find: '{ ...own, lost: lostOf(own, credit, parameters) }',
        replace: '{ ...own, lost: 0 * lostOf(own, credit, parameters) }',
      },
    ],
    project: 'unit',
    files: 'standing/recovery-rate',
    tests: 'lose nothing on average',
  },
  {
    name: 'many cases of one creditor tell as much as of many',
    why: 'what the debtors of a creditor have in common is left out',
    patches: [
      {
        file: 'src/risk/standing/recovery-rate.policy.ts',
        find: 'return ofCases + (parameters.creditorSdBps / 10_000) ** 2 * clustered;',
        replace: 'return ofCases + 0 * clustered;',
      },
    ],
    project: 'unit',
    files: 'standing/recovery-rate',
    tests: 'of few creditors less',
  },
  {
    name: 'a weaker rate gives more cases',
    why: 'the steps of the quota are read from the wrong end',
    patches: [
      {
        file: 'src/risk/standing/standing.policy.ts',
        find: 'Math.ceil((casesHeld * (step?.shareBps ?? 10_000)) / 10_000)',
        replace: 'Math.ceil((casesHeld * (15_000 - (step?.shareBps ?? 10_000))) / 10_000)',
      },
    ],
    project: 'unit',
    files: 'standing/standing.policy',
    tests: 'no smaller for a better standing',
  },
  {
    name: 'days that stood still are charged',
    why: 'a held case grows older while nobody can work on it',
    patches: [
      {
        file: 'src/risk/standing/standing.repository.ts',
        find: 'coalesce(g.spared_since, now()) - g.grabbed_at - make_interval(secs => g.spared_seconds)',
        replace: 'now() - g.grabbed_at',
      },
    ],
    project: 'contracts',
    files: 'contracts/standing-stories',
    tests: 'over its history',
  },
  {
    name: 'an ended hold is charged for days that stood still',
    why: 'the sums of ended holds take all days for held',
    patches: [
      {
        file: 'migrations/20261202000040-days-that-stood-still.ts',
        find: 'await sums(runner, `${HELD} - make_interval(secs => f.spared_seconds)`);',
        replace: 'await sums(runner);',
      },
    ],
    project: 'contracts',
    files: 'contracts/standing-stories',
    tests: 'over its history',
  },
  {
    name: 'a freeze that is told late stops a case again',
    why: 'the last event decides, not the later one',
    patches: [
      {
        file: 'src/risk/standing/standing.repository.ts',
        find: 'WHEN spared_seconds < $2::int + CASE WHEN $3::timestamptz IS NULL THEN 0 ELSE 1 END THEN $3 ELSE spared_since END,',
        replace: 'ELSE $3 END,',
      },
    ],
    project: 'contracts',
    files: 'contracts/standing-stories',
    tests: 'over its history',
  },
  {
    name: 'what its holder caused exonerates a hold',
    why: 'every code may stand in the lists',
    patches: [
      {
        file: 'src/risk/standing/given-back.policy.ts',
        find: "const NEVER: readonly string[] = ['inactive_holder', 'complaint', 'resolved'];",
        replace: 'const NEVER: readonly string[] = [];',
      },
    ],
    project: 'unit',
    files: 'standing/given-back',
    tests: 'never exonerated',
  },
  {
    name: 'which codes exonerate is fixed',
    why: 'the figure is shown and not asked',
    patches: [
      {
        file: 'src/risk/standing/standing.consumer.ts',
        find: 'cause: recallReason ?? reason }, exoneratingRecalls);',
        replace: 'cause: recallReason ?? reason }, exoneratingRecalls && ["insolvency"]);',
      },
    ],
    project: 'flows',
    files: 'spare-a-frozen-case',
    tests: 'is a figure',
  },
  {
    name: 'a figure outside of its bounds is set',
    why: 'bounds are shown and not asked',
    patches: [
      {
        file: 'src/platform/policy/policy.ts',
        find: 'const outside = outOfBounds(schema, change);',
        replace: 'const outside = outOfBounds(schema, {});',
      },
    ],
    project: 'contracts',
    files: 'contracts/policies',
    tests: 'refuse nonsense',
  },
  {
    name: 'unheard error of a connection',
    why: 'a connection that breaks while nobody listens takes the process down',
    patches: [
      {
        file: 'src/platform/database/supervised-client.ts',
        find: "if (event === 'error' && this.listenerCount('error') === 0) return false;",
        replace: '',
      },
    ],
    project: 'races',
    files: 'database-away',
    tests: 'nobody listens',
  },
  {
    name: 'silent path waited for',
    why: 'a connection that owes an answer is never given up',
    patches: [
      {
        file: 'src/platform/database/supervised-client.ts',
        find: 'stream.setTimeout(SILENCE_LIMIT_MS);',
        replace: 'stream.setTimeout(3_600_000);',
      },
    ],
    project: 'races',
    files: 'database-away',
    tests: 'falls silent',
  },
  {
    name: 'lost commit taken for undone',
    why: 'a transaction that may have been committed is reported as not carried out',
    patches: [
      {
        file: 'src/platform/database/database.ts',
        find: 'if (tx.committing) throw awayAsRefusal(lostCommit(error));',
        replace: 'if (tx.committing) throw awayAsRefusal(error);',
      },
    ],
    project: 'races',
    files: 'database-away',
    tests: 'lost COMMIT',
  },
  {
    name: 'lock outside a transaction is a failure',
    why: 'a statement that waited too long for a lock is answered with 500 instead of BUSY',
    patches: [
      {
        file: 'src/platform/database/database.ts',
        find: 'if (!isAway(error)) throw busyOf(error) ?? error;',
        replace: 'if (!isAway(error)) throw error;',
      },
    ],
    project: 'contracts',
    files: 'contracts/database.spec',
    tests: 'BUSY for a lock',
  },
  {
    name: 'door shut on those who wait',
    why: 'connections that wait to be taken are reset when the process ends',
    patches: [
      {
        file: 'src/platform/app/farewell.ts',
        find: '    await this.closeTheDoor();',
        replace: '    this.server.close();\n    this.server.closeAllConnections();',
      },
    ],
    project: 'races',
    files: 'polite-end',
    tests: 'answers every request',
  },
  {
    name: 'credit notes left out of the sum',
    why: 'a case sums only the lines on which something is owed',
    patches: [
      {
        file: 'src/casework/debt/line-totals.policy.ts',
        find: 'outstandingFen: sum(openOf),',
        replace: 'outstandingFen: owed.reduce((total, line) => total + openOf(line), 0n),',
      },
    ],
    project: 'unit',
    files: 'debt/line-totals',
    tests: 'lowered by a credit note|sum to what',
  },
  {
    name: 'one clock for all lines',
    why: 'the limitation period of the first line stands for every line',
    patches: [
      {
        file: 'src/casework/debt/line-totals.policy.ts',
        find: 'limitationOf(wholeDebtOf(line, known), today)',
        replace: 'limitationOf(known[0]!, today)',
      },
    ],
    project: 'unit',
    files: 'debt/line-totals',
    tests: 'L5 property fee',
  },
  {
    name: 'withdrawn lines that count',
    why: 'a line that its creditor withdrew stays in the figures of its case',
    patches: [
      {
        file: 'src/casework/lines/line-sql.ts',
        find: 'CASE WHEN l.withdrawn THEN now() END',
        replace: 'NULL::timestamptz',
      },
    ],
    project: 'flows',
    files: 'keep-the-lines',
    tests: 'corrected and withdrawn at once',
  },
  {
    name: 'held case changed without its holder',
    why: 'a creditor changes the lines of a held case at once',
    patches: [
      {
        file: 'src/exchange/line-changes/line-changes.service.ts',
        find: 'if ((FREE_STATES as readonly string[]).includes(known.state)) {',
        replace: "if (FREE_STATES.includes('listed')) {",
      },
      {
        file: 'src/casework/cases/receivables.service.ts',
        find: 'await this.announce(tx, by, await this.receivables.revise(tx, fit, by));',
        replace: 'await this.announce(tx, by, await this.receivables.revise(tx, fit, by, [...FREE_STATES, ...HELD_STATES]));',
      },
    ],
    project: 'flows',
    files: 'keep-the-lines',
    tests: 'only when the holder agrees',
  },
  {
    name: 'consent to figures that are no longer those',
    why: 'a holder agrees to a change after the case changed in another way',
    patches: [
      {
        file: 'src/exchange/line-changes/line-decisions.service.ts',
        find: '!asProposed || outstandingFen <= one.recoveredFen + pendingFen',
        replace: 'false',
      },
    ],
    project: 'flows',
    files: 'keep-the-lines',
    tests: 'nor leave less than what came in',
  },
  {
    name: 'consent to what no case may be',
    why: 'lines that the books show of a held case are proposed unjudged, and fail when the creditor consents',
    patches: [
      {
        file: 'src/exchange/books/money-follower.ts',
        find: 'if (faults.length > 0) return faults.map(({ code, field, params }) => ({ code, field, params }));',
        replace: '',
      },
    ],
    project: 'flows',
    files: 'deceive-with-lines',
    tests: 'that no case may be',
  },
  {
    name: 'a line withdrawn by agreement comes back',
    why: 'consent to the books writes lines that were changed by agreement since',
    patches: [
      {
        file: 'src/exchange/books/revision-decisions.service.ts',
        find: ' || !(await this.fits(tx, one, facts))',
        replace: '',
      },
    ],
    project: 'flows',
    files: 'deceive-with-lines',
    tests: 'brings no line back',
  },
  {
    name: 'a confirmed revision of a held case applies at once',
    why: 'a creditor lowers a held case by its books without its holder, and dodges the commission',
    patches: [
      {
        file: 'src/exchange/books/revision-decisions.service.ts',
        find: 'if (free) return this.apply(tx, actor, revision, facts);',
        replace: 'if (one) return this.apply(tx, actor, revision, facts);',
      },
    ],
    project: 'flows',
    files: 'agree-to-lower-amounts',
    tests: 'waits for the holder',
  },
  {
    name: 'a lower amount that the books gave up is agreed to',
    why: 'what waits for the holder stays when the books show another amount, so the case gets one that nobody claims',
    patches: [
      {
        file: 'src/exchange/books/revision-proposals.service.ts',
        find: "await this.changes.lapse(tx, one.caseId, { act: 'revise' });",
        replace: '',
      },
    ],
    project: 'flows',
    files: 'agree-to-lower-amounts',
    tests: 'gives way',
  },
  {
    name: 'the number of a document for an answer',
    why: 'who agrees to a change before the entrustment reads the number of its document',
    patches: [
      {
        file: 'src/exchange/line-changes/line-decisions.service.ts',
        find: 'return grab.acceptedAt ? decided : withoutDocument(decided);',
        replace: 'return grab.acceptedAt ? decided : { ...withoutDocument(decided), line: decided.line };',
      },
    ],
    project: 'flows',
    files: 'deceive-with-lines',
    tests: 'before the entrustment',
  },
  {
    name: 'one accepted line opens the hall to all',
    why: 'a reason that a reviewer accepted of one line is taken as accepted of every other',
    patches: [
      {
        file: 'src/casework/admission/admission-reasons.policy.ts',
        find: "field.startsWith('lines[')",
        replace: "field === 'lines'",
      },
    ],
    project: 'flows',
    files: 'deceive-with-lines',
    tests: 'that a reviewer never saw',
  },
  {
    name: 'lines without end',
    why: 'lines that come and go make a case that every reader pays for',
    patches: [
      {
        file: 'src/casework/cases/receivables.service.ts',
        find: 'refused.push(...keptLineFaults(',
        replace: 'void (keptLineFaults(',
      },
    ],
    project: 'flows',
    files: 'deceive-with-lines',
    tests: 'cannot go on without end',
  },
  {
    name: 'a page as long as it was asked for',
    why: 'a page of cases of many lines is as large as they are, and its reader keeps everybody waiting',
    patches: [
      {
        file: 'src/casework/cases/case.repository.ts',
        find: 'return lines.reduce((sum, { clock }) => sum + 1 + clock.length, 1);',
        replace: 'return lines.length > 0 ? 1 : 0;',
      },
    ],
    project: 'flows',
    files: 'deceive-with-lines',
    tests: 'a shorter page',
  },
  {
    name: 'test rows made live by an upgrade',
    why: 'rows of sandboxes come out of a migration as live ones',
    patches: [
      {
        file: 'migrations/20261121001900-sandbox-worlds.ts',
        find: 'for (const sql of FILL) await runner.query(sql);',
        replace: '',
      },
    ],
    project: 'contracts',
    files: 'down-and-up',
    tests: 'keeps every row',
  },
  {
    name: 'rights not given again',
    why: 'a database restored without the role stays without its rights',
    patches: [
      {
        file: 'src/platform/database/migrate.ts',
        find: 'if (await lacksRights(runner)) await grantAgain(runner, migrations);',
        replace: '',
      },
    ],
    project: 'contracts',
    files: 'restore',
    tests: 'every right back',
  },
  {
    name: 'mojibake by its shape',
    why: 'whatever has the structure of GB18030 is read as it, and names nobody has are admitted',
    patches: [
      {
        file: 'src/platform/tables/encoding.ts',
        find: '    if (encoding !== undefined) throw new FileEncodingUnsupported({ details: { encoding } });\n',
        replace: '',
      },
    ],
    project: 'unit',
    files: 'plausibility',
    tests: 'is not read as it when it is',
  },
  {
    name: 'a moment loses its zone',
    why: 'the day of a stamp is cut off its text, a day early in China',
    patches: [
      {
        file: 'src/exchange/rows/cell-values.ts',
        find: 'return daysMeant(seconds - offset + CHINA_SECONDS);',
        replace: 'return daysMeant(seconds);',
      },
    ],
    project: 'unit',
    files: 'files-as-they-come',
    tests: 'a moment becomes its day',
  },
  {
    name: 'a currency in the format of a cell',
    why: 'what a number format shows beside the digits is dropped, and dollars are read as yuan',
    patches: [
      {
        file: 'src/platform/tables/xlsx-sheet.ts',
        find: "    if (typeof format === 'object') return formatText(text, format);\n",
        replace: '',
      },
    ],
    project: 'unit',
    files: 'workbooks-as-they-come',
    tests: 'is not yuan',
  },
  {
    name: 'ten thousand yuan read as one',
    why: 'the unit in a title above the header is not looked at, and each debt has the wrong size',
    patches: [
      {
        file: 'src/exchange/rows/headers.ts',
        find: '  refuseOtherUnit(place.titles ?? [], cells);\n',
        replace: '',
      },
    ],
    project: 'unit',
    files: 'headers-as-they-come',
    tests: 'in another unit',
  },
  {
    name: 'an amount cut at its comma',
    why: 'the first half of 8,000.00 is taken for the amount when the row has a cell more than the header',
    patches: [
      {
        file: 'src/exchange/rows/sheet-rows.ts',
        find: 'found.length > columns.length && hasSplitAmount(found, columns)',
        replace: 'found.length < columns.length && hasSplitAmount(found, columns)',
      },
    ],
    project: 'unit',
    files: 'headers-as-they-come',
    tests: 'cut at its comma',
  },
  {
    name: 'a masked name becomes a debtor',
    why: 'a case is made against a name that nobody has',
    patches: [
      {
        file: 'src/casework/admission/admission.policy.ts',
        find: 'if (isMaskedName(draft.debtorName)) yield',
        replace: 'if (isMaskedName(draft.debtorName) && draft.debtorName === null) yield',
      },
    ],
    project: 'unit',
    files: 'admission.policy',
    tests: 'rejects a masked',
  },
  {
    name: 'terms of a held case follow the books',
    why: 'what provider and creditor agreed about interest changes under their hands',
    patches: [
      {
        file: 'src/exchange/books/receivable.policy.ts',
        find: "return termsAfter(known, draft) ? refuse('CASE_IS_HELD', 'claimTerms') : NONE;",
        replace: 'return NONE;',
      },
    ],
    project: 'unit',
    files: 'receivable-lines',
    tests: 'stays as agreed while a provider holds',
  },
  {
    name: 'a case without one of its lines',
    why: 'a row that cannot be read is left out, and the case is posted smaller than the debt',
    patches: [
      {
        file: 'src/exchange/rows/row-groups.policy.ts',
        find: 'rows.find((row) => !row.draft && !isSkipped(row))',
        replace: 'rows.find((row) => !row.draft && isSkipped(row) && rows.length < 0)',
      },
    ],
    project: 'unit',
    files: 'row-groups',
    tests: 'contradict each other make nothing',
  },
  {
    name: 'two debtors in one case',
    why: 'rows of one reference are put together without a look at whose debt they are',
    patches: [
      {
        file: 'src/exchange/rows/row-groups.policy.ts',
        find: 'rows.filter(({ draft }) => !isSameDebtor(first!.draft, draft))',
        replace: 'rows.filter(({ draft }) => draft === null && !isSameDebtor(first!.draft, draft))',
      },
    ],
    project: 'unit',
    files: 'row-groups',
    tests: 'contradict each other make nothing',
  },
  {
    name: 'a check character held for the truth',
    why: 'real credit codes, as those of Xiamen before 2016, are refused with no way to a person',
    patches: [
      {
        file: 'src/casework/admission/admission-reasons.policy.ts',
        find: 'DEBTOR_ID_CHECK_DIFFERS: review(',
        replace: 'DEBTOR_ID_CHECK_DIFFERS: reject(',
      },
      {
        file: 'src/parties/approvals/checks.policy.ts',
        find: "advisory('CREDIT_CODE_HOLDS'",
        replace: "blocking('CREDIT_CODE_HOLDS'",
      },
    ],
    project: 'unit',
    files: 'admission.policy|checks.policy',
    tests: 'M5',
  },
  {
    name: 'of two readings the enterprise wins',
    why: 'a person whose identity number is a credit code by chance is shown by two thirds of the name',
    patches: [
      {
        file: 'packages/identifiers/src/party-number.ts',
        find: "return passed(likely === 'person' ? resident : code);",
        replace: 'return passed(code);',
      },
    ],
    project: 'unit',
    files: 'party-number|debtor-facts',
    tests: 'never an enterprise|who a debtor is',
  },
  {
    name: 'a promise after expiry forgotten',
    why: 'the debtor who agreed to pay keeps the defence, and the debt is shown as time-barred',
    patches: [
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: "if (!inTime && rule !== 'agree') return",
        replace: 'if (!inTime) return',
      },
    ],
    project: 'unit',
    files: 'debt/limitation.policy',
    tests: 'L26',
  },
  {
    name: 'a late letter revives the debt',
    why: 'one letter after the end makes a time-barred debt look enforceable',
    patches: [
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: "if (!inTime && rule !== 'agree') return { ...chain, lateOn: event.on };",
        replace: '',
      },
    ],
    project: 'unit',
    files: 'debt/limitation.policy',
    tests: 'L25',
  },
  {
    name: 'interruptions without a long-stop',
    why: 'a debt that is interrupted often enough never ends',
    patches: [
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: 'endsOn: earlier(endsOn, longStopOn),',
        replace: 'endsOn,',
      },
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: 'lastDayOn: endsOn >= longStopOn ? longStopOn : lastDayOn && earlier(lastDayOn, longStopOn),',
        replace: 'lastDayOn,',
      },
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: "if (today > longStopOn) return 'beyond_long_stop';",
        replace: '',
      },
    ],
    project: 'unit',
    files: 'debt/limitation',
    tests: 'L30|twenty years|long-stop',
  },
  {
    name: 'holidays guessed from weekends',
    why: 'the last day is moved in years whose holidays nobody has announced',
    patches: [
      {
        file: 'src/casework/debt/working-days.ts',
        find: 'return holidays.length > 0;',
        replace: 'return true;',
      },
      {
        file: 'src/casework/debt/working-days.ts',
        find: 'announced.set(year, holidays.length > 0);',
        replace: 'announced.set(year, true);',
      },
    ],
    project: 'unit',
    files: 'debt/limitation.policy',
    tests: 'art. 203',
  },
  {
    name: 'interest without its cap',
    why: 'what is agreed is allowed, whatever the law protects',
    patches: [
      {
        file: 'src/casework/interest/loan-claim.policy.ts',
        find: 'const allowed = asked && cap ? step(lowerRate(asked.rate, cap.rate)) : asked;',
        replace: 'const allowed = asked;',
      },
    ],
    project: 'unit',
    files: 'interest/claim.policy',
    tests: 'I21|I24|within its cap',
  },
  {
    name: 'fees beside the cap',
    why: 'only rates are held to the cap, other charges come on top',
    patches: [
      {
        file: 'src/casework/interest/loan-claim.policy.ts',
        find: 'feesFen: minFen(lumpFen, totalOf(cap.segments) - totalOf(segments))',
        replace: 'feesFen: minFen(lumpFen, lumpFen)',
      },
    ],
    project: 'unit',
    files: 'interest/claim.policy',
    tests: 'I24|within its cap',
  },
  {
    name: 'penalty beside overdue interest',
    why: 'each rate is held to the cap by itself',
    patches: [
      {
        file: 'src/casework/interest/loan-claim.policy.ts',
        find: '(late ?? 0) + (penaltyRateBps ?? 0)',
        replace: 'Math.max(late ?? 0, penaltyRateBps ?? 0)',
      },
    ],
    project: 'unit',
    files: 'interest/claim.policy',
    tests: 'I24',
  },
  {
    name: 'late interest of a small creditor without its floor',
    why: 'an agreed rate applies however low it is',
    patches: [
      {
        file: 'src/casework/interest/late-payment.policy.ts',
        find: 'aYear(Math.max(agreedBps, floorBps), yearDays)',
        replace: 'aYear(agreedBps, yearDays)',
      },
    ],
    project: 'unit',
    files: 'interest/price-claim.policy',
    tests: 'I27',
  },
  {
    name: 'a confirmed payment interrupts nothing',
    why: 'the debtor paid a part, and the case is shown as time-barred three years after its due day all the same',
    patches: [
      {
        file: 'src/casework/debt/line-totals.policy.ts',
        find: 'const paid = partPayments(lines, payments);',
        replace: 'const paid = partPayments(lines, payments.slice(0, 0));',
      },
    ],
    project: 'unit',
    files: 'debt/payments.policy',
    tests: 'from the day of the payment|instalments',
  },
  {
    name: 'a payment interrupts what it was not for',
    why: 'a payment on one invoice keeps all other debts of the case alive',
    patches: [
      {
        file: 'src/casework/debt/payments.policy.ts',
        find: 'place && from < place.to && to > place.from',
        replace: 'place && from <= to',
      },
    ],
    project: 'unit',
    files: 'debt/payments.policy',
    tests: 'earliest due first|credit note',
  },
  {
    name: 'a reversed payment still counts',
    why: 'money that the bank took back keeps the limitation period interrupted and the claim lower',
    patches: [
      {
        file: 'src/casework/cases/case-claims.repository.ts',
        find: "WHERE p.one->>'id' <> $7::text)",
        replace: 'WHERE $7::text IS NOT NULL)',
      },
    ],
    project: 'flows',
    files: 'follow-the-payments',
    tests: 'a payment that was confirmed',
  },
  {
    name: 'principal before interest',
    why: 'a payment lowers the principal first, and the creditor loses interest that the law gives it',
    patches: [
      {
        file: 'src/casework/interest/coverage.policy.ts',
        find: 'charges[line]! += coverCharge(interestOn(claim, line) - charges[line]!);',
        replace: 'charges[line]! += 0n;',
      },
    ],
    project: 'unit',
    files: 'interest/coverage',
    tests: 'cover the interest of their day first|earliest due first',
  },
  {
    name: 'payments cover what the law does not protect',
    why: 'interest above the cap is taken out of a payment before the principal',
    patches: [
      {
        file: 'src/casework/interest/coverage.policy.ts',
        find: 'let owed = minFen(claim.askedFen, claim.allowedFen) - coveredCharges(before);',
        replace: 'let owed = claim.allowedFen + claim.excessFen - coveredCharges(before);',
      },
    ],
    project: 'unit',
    files: 'interest/coverage',
    tests: 'nobody asks',
  },
  {
    name: 'a first demand of goods that were due on receipt',
    why: 'a demand years later starts the period of a debt that had a term',
    patches: [
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: '(received.length > 0 ? received : starts)',
        replace: '(starts.length > received.length ? starts.filter((one) => !received.includes(one)) : starts)',
      },
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: 'withdrawn(paidOnReceipt ? asDemand(event) : event, events)',
        replace: 'withdrawn(event, events)',
      },
    ],
    project: 'unit',
    files: 'debt/limitation-values',
    tests: 'goods received',
  },
  {
    name: 'a first demand that nobody has to prove',
    why: 'whoever says that a debt has no term makes a time-barred one look enforceable',
    patches: [
      {
        file: 'src/casework/debt/limitation.policy.ts',
        find: 'const support = interruptedOn ?? start.because ?? obstacles.at(-1)?.on ?? null;',
        replace: 'const support = interruptedOn ?? obstacles.at(-1)?.on ?? null;',
      },
    ],
    project: 'unit',
    files: 'debt/limitation-values',
    tests: 'needs proof',
  },
  {
    name: 'a claim shown before the entrustment',
    why: 'a holder reads the terms of a contract that it has no mandate for yet',
    patches: [
      {
        file: 'src/casework/quotes/quotes.service.ts',
        find: "if (one.sight === 'holder_masked') throw new NotFound({ path: 'caseId' });",
        replace: 'void NotFound;',
      },
    ],
    project: 'flows',
    files: 'quote-a-case',
    tests: 'from the entrustment on',
  },
  {
    name: 'a rate that nobody published',
    why: 'a month of the loan prime rate may be skipped',
    patches: [
      {
        file: 'src/casework/interest/lpr.policy.ts',
        find: "return { at, code: 'LPR_MONTH_MISSING' };",
        replace: 'continue;',
      },
    ],
    project: 'unit',
    files: 'interest/lpr.policy',
    tests: 'slip of the pen',
  },
  {
    name: 'a law firm takes wages for a contingency fee',
    why: 'the contest does not ask what the case is about',
    patches: [
      {
        file: 'src/casework/grabs/grab.policy.ts',
        find: "  if (p.lawFirm && contingencyForbidden(wanted.matter)) return 'contingency_forbidden';\n",
        replace: '',
      },
    ],
    project: 'unit',
    files: 'grabs/grab.policy',
    tests: 'about labour_pay',
  },
  {
    name: 'a contested case about wages goes to the firm that came first',
    why: 'the locked case is read without its matter',
    patches: [
      {
        file: 'src/casework/cases/case-claims.repository.ts',
        find: 'service_line AS "serviceLine", matter, due_on',
        replace: 'service_line AS "serviceLine", NULL::text AS matter, due_on',
      },
    ],
    project: 'flows',
    files: 'keep-to-the-terms-of-lawyers',
    tests: 'labour_pay at any door|whatever firms came before',
  },
  {
    name: 'the cap of lawyers on each repayment by itself',
    why: 'what was realised before is not counted',
    patches: [
      {
        file: 'src/money/settlement/repayment-split.policy.ts',
        find: 'earnedIn(mandate, terms, after) - earnedIn(mandate, terms, realisedBeforeFen)',
        replace: 'earnedIn(ALONE, terms, repaidFen)',
      },
    ],
    project: 'unit',
    files: 'money/settlement',
    tests: 'marginal cap over all payments|several grabs',
  },
  {
    name: 'the cap of lawyers begins anew with each grab of a mandate',
    why: 'a firm whose mandate was recalled and taken up again is paid as if it were another',
    patches: [
      {
        file: 'src/casework/grabs/grab-holds.ts',
        find: "if (grab.terms.capKind !== 'lawyer') return [grab];",
        replace: "if (grab.terms.capKind !== 'none') return [grab];",
      },
    ],
    project: 'flows',
    files: 'keep-to-the-terms-of-lawyers',
    tests: 'no bracket of the cap anew',
  },
  {
    name: 'a recall is paid to a law firm',
    why: 'the days of grace, which agencies agree to, count for a firm as well',
    patches: [
      {
        file: 'src/money/repayments/crediting.policy.ts',
        find: 'return keeps(hold) && !hold.lawFirm;',
        replace: 'return keeps(hold);',
      },
    ],
    project: 'unit',
    files: 'repayments/crediting',
    tests: 'mandate of a law firm',
  },
  {
    name: 'a provider that stated nothing is exempt',
    why: 'a missing tax profile becomes a tax of nothing',
    patches: [
      {
        file: 'src/money/statements/vat.policy.ts',
        find: 'const profile = profileOn(stated, one.on);',
        replace: "const profile = profileOn(stated, one.on) ?? 'exempt';",
      },
    ],
    project: 'unit',
    files: 'statements/vat',
    tests: 'nothing is taxed without one',
  },
  {
    name: 'the sales amount cut instead of rounded',
    why: 'the fen that rounding half up gives to the sales amount goes to the tax',
    patches: [
      {
        file: 'src/money/statements/vat.policy.ts',
        find: '(2n * size * 10_000n + divisor) / (2n * divisor)',
        replace: '(size * 10_000n) / divisor',
      },
    ],
    project: 'unit',
    files: 'statements/vat',
    tests: 'M19|M25',
  },
  {
    name: 'an ended rate goes on',
    why: 'the last day of a rate is not read',
    patches: [
      {
        file: 'src/money/statements/vat.policy.ts',
        find: '(one.until === null || on <= one.until)',
        replace: 'on >= one.from',
      },
    ],
    project: 'unit',
    files: 'statements/vat',
    tests: 'after the last day|set anew',
  },
  {
    name: 'a suit that ended before it was filed',
    why: 'an event of a limitation period may end before it begins',
    patches: [
      {
        file: 'src/casework/admission/line-rules.policy.ts',
        find: 'if (until < on) yield',
        replace: "if (until < '1900-01-01') yield",
      },
    ],
    project: 'unit',
    files: 'admission/line-rules',
    tests: 'name the line that they are of',
  },
  {
    name: 'interest on a credit note',
    why: 'a quote shows what amounts of the wrong sign would bear',
    patches: [
      {
        file: 'src/casework/quotes/quotes.service.ts',
        find: "['ILLEGAL_ORIGIN', 'LINE_AMOUNT_SIGN', 'LINE_OVERPAID', 'AMOUNT_INVALID']",
        replace: "['ILLEGAL_ORIGIN']",
      },
    ],
    project: 'flows',
    files: 'quote-a-case',
    tests: 'every reason of a refusal',
  },
  {
    name: 'a line added twice by the client, or not at all',
    why: 'the client does not repeat a change of lines whose answer was lost',
    patches: [
      {
        file: 'packages/client/src/keyed-acts.ts',
        find: "  'addCaseLine',\n",
        replace: '',
      },
    ],
    project: 'contracts',
    files: 'contracts/client',
    tests: 'whose key the platform keeps',
  },
  {
    name: 'a pending suit whose period ends',
    why: 'the end of a period stays what it was when the lines were written, though a suit moves it',
    patches: [
      {
        file: 'src/casework/lines/case-lines.ts',
        find: 'const limitationExpiresOn = limitation?.expiresOn ?? line.limitationExpiresOn;',
        replace: 'const limitationExpiresOn = line.limitationExpiresOn;',
      },
    ],
    project: 'unit',
    files: 'lines/case-lines',
    tests: 'while a suit is pending',
  },
];
