import { Injectable } from '@nestjs/common';
import { type Actor, memberActor, type OrganisationKind } from '../../kernel/access/index.js';
import { TestKeys } from '../../parties/api-keys/index.js';
import { type FoundedTest, TestOrganisations } from '../../parties/members/index.js';
import { ReadyApproval } from '../../parties/verification/index.js';
import type { Tx } from '../../platform/database/index.js';

/** A test organisation to make. */
export interface NewOrganisation {
  kind: Exclude<OrganisationKind, 'platform'>;
  name?: string | null;
  verified?: boolean | null;
}

export interface NewSandbox {
  name?: string | null;
  organisations?: readonly NewOrganisation[] | null;
  verified?: boolean | null;
  password?: string | null;
}

const DEFAULT_ORGANISATIONS: readonly NewOrganisation[] = [
  { kind: 'creditor' },
  { kind: 'agency' },
  { kind: 'law_firm' },
];
const NAMES = { creditor: '沙盒债权人', agency: '沙盒催收机构', law_firm: '沙盒律师事务所' } as const;

/** A new test organisation with its API key. */
export interface FoundedAccount extends FoundedTest {
  apiKeyId: string;
  /** The plain key; it is not stored. */
  key: string;
}

/** Makes the organisations of a sandbox: its hidden platform first, then the requested ones. */
@Injectable()
export class TestFounding {
  constructor(
    private readonly tests: TestOrganisations,
    private readonly keys: TestKeys,
    private readonly ready: ReadyApproval,
  ) {}

  async found(tx: Tx, sandboxId: string, input: NewSandbox, passwordHash: string | null): Promise<FoundedAccount[]> {
    await this.tests.found(tx, sandboxId, 'platform', 'Recourse', null);
    const reviewer = await this.tests.reviewerOf(tx, sandboxId);
    const wanted = input.organisations?.length ? input.organisations : DEFAULT_ORGANISATIONS;
    const founded: FoundedAccount[] = [];
    for (const [place, one] of wanted.entries()) {
      const name = one.name?.trim() || nameAt(wanted, place);
      const made = await this.tests.found(tx, sandboxId, one.kind, name, passwordHash);
      if (one.verified ?? input.verified ?? true) await this.ready.grant(tx, reviewer, ownerOf(made), name, place + 1);
      founded.push({ ...made, ...(await this.keys.make(tx, made.organisation, made.memberId)) });
    }
    return founded;
  }
}

/** 沙盒催收机构, and 沙盒催收机构 2 for the second of its kind. */
function nameAt(wanted: readonly NewOrganisation[], place: number): string {
  const { kind } = wanted[place]!;
  const before = wanted.slice(0, place).filter((one) => one.kind === kind).length;
  return before === 0 ? NAMES[kind] : `${NAMES[kind]} ${before + 1}`;
}

function ownerOf({ organisation, memberId }: FoundedTest): Actor {
  const { id: organisationId, kind: organisationKind, sandboxId } = organisation;
  return memberActor({ organisationId, organisationKind, memberId, roles: ['owner'], sandboxId });
}
