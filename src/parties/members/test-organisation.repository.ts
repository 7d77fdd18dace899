import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../platform/database/index.js';
import { joinOrganisation } from '../worlds/index.js';
import type { NewMember } from './member.repository.js';
import type { MemberEntity } from './members.entity.js';

/** A member without a password hash cannot log in. */
export type NewTestMember = NewMember & Pick<MemberEntity, 'passwordHash'>;

/** The statements only test organisations need. */
@Injectable()
export class TestOrganisationRepository {
  /** A member that cannot log in is stored as deactivated. */
  async insertMember(tx: Tx, member: NewTestMember): Promise<void> {
    await tx.affected(
      `INSERT INTO members (id, organisation_id, email, name, roles, state, password_hash, deactivated_at,
                            email_confirmed_at)
       VALUES ($1, $2, $3, $4, $5::text[], CASE WHEN $6::text IS NULL THEN 'deactivated' ELSE 'active' END, $6,
               CASE WHEN $6::text IS NULL THEN now() END, CASE WHEN $6::text IS NOT NULL THEN now() END)`,
      [member.id, member.organisationId, member.email, member.name, member.roles, member.passwordHash],
    );
  }

  /** The platform of a sandbox and its one member. */
  platformOf(q: Queryable, sandboxId: string): Promise<{ organisationId: string; memberId: string } | undefined> {
    return q.one(
      `SELECT o.id AS "organisationId", m.id AS "memberId" FROM members m ${joinOrganisation('m.organisation_id')}
        WHERE o.sandbox_id = $1 AND o.kind = 'platform' ORDER BY m.id LIMIT 1`,
      [sandboxId],
    );
  }

  async deactivateMembers(tx: Tx, organisationIds: readonly string[]): Promise<void> {
    await tx.affected(
      `UPDATE members SET state = 'deactivated', deactivated_at = now(), password_hash = NULL, invitation_hash = NULL,
              invitation_expires_at = NULL, email_confirmed_at = NULL
        WHERE organisation_id = ANY($1::uuid[]) AND state <> 'deactivated'`,
      [organisationIds],
    );
    await tx.affected(
      `UPDATE sessions SET revoked_at = now(), revoked_reason = 'deactivated'
        WHERE revoked_at IS NULL AND member_id IN (SELECT id FROM members WHERE organisation_id = ANY($1::uuid[]))`,
      [organisationIds],
    );
  }
}
