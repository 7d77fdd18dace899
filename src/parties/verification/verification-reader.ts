import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/access/index.js';
import { NotFound, type Page, type PageInput } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { type ApplicationFacts, maskedFacts } from '../approvals/index.js';
import { ApplicationRepository, type ApplicationRow } from './application.repository.js';
import { ApplicationPartsRepository } from './application-parts.repository.js';
import { type QueueFilter, type QueueLine, QueueRepository } from './queue.repository.js';
import { SealedFacts } from './sealed-facts.js';
import type { CheckEntity, DisclosureEntity, DocumentEntity, HistoryEntity } from './verification.entity.js';

/** An application with all its parts, as the caller may see it. */
export interface ApplicationDetail {
  application: ApplicationRow;
  facts: ApplicationFacts;
  factsMasked: boolean;
  documents: DocumentEntity[];
  checks: CheckEntity[];
  history: (Omit<HistoryEntity, 'noteSealed'> & { note: string | null })[];
  disclosures: DisclosureEntity[];
}

/** Reading: the applicant sees its own application, platform staff all; only the claiming reviewer sees identifiers unmasked. */
@Injectable()
export class VerificationReader {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly parts: ApplicationPartsRepository,
    private readonly lines: QueueRepository,
    private readonly sealed: SealedFacts,
  ) {}

  /** The newest application of the actor's organisation, with identifiers masked and without what is for reviewers only. */
  async mine(actor: Actor): Promise<ApplicationDetail | null> {
    return this.database.transaction(async (tx) => {
      const application = await this.applications.newestOf(tx, actor.organisationId);
      if (!application) return null;
      const detail = await this.detailOf(tx, application);
      return {
        ...detail,
        documents: detail.documents.filter((document) => document.withdrawnAt === null),
        checks: detail.checks.filter((check) => check.severity === 'blocking'),
        history: detail.history.map((entry) => withoutReviewer(entry, actor.organisationId)),
        disclosures: [],
      };
    });
  }

  /** Any application of their world, for platform staff. The claiming reviewer gets the facts unmasked, which is recorded. */
  async one(actor: Actor, id: string): Promise<ApplicationDetail> {
    return this.database.transaction(async (tx) => {
      const application = await this.applications.byId(tx, id);
      if (!application || application.sandboxId !== actor.sandboxId) throw new NotFound();
      const claimed = application.claimInForce && application.claimedBy === actor.memberId;
      if (claimed) await this.parts.addDisclosure(tx, id, actor.memberId!, 'verification-review');
      const detail = await this.detailOf(tx, application);
      return claimed ? { ...detail, facts: this.sealed.open(application), factsMasked: false } : detail;
    });
  }

  queue(actor: Actor, filter: QueueFilter, page: PageInput): Promise<Page<QueueLine>> {
    return this.lines.page(this.database, actor, filter, page);
  }

  countQueue(actor: Actor, filter: QueueFilter): Promise<number> {
    return this.lines.count(this.database, actor, filter);
  }

  private async detailOf(tx: Tx, application: ApplicationRow): Promise<ApplicationDetail> {
    const { id, submission } = application;
    const history = await this.parts.history(tx, id);
    return {
      application,
      facts: maskedFacts(this.sealed.open(application)),
      factsMasked: true,
      documents: await this.parts.documents(tx, id),
      checks: await this.parts.checks(tx, id, submission),
      history: history.map(({ noteSealed, ...entry }) => ({
        ...entry,
        note: this.sealed.openNote(entry.id, noteSealed),
      })),
      disclosures: await this.parts.disclosures(tx, id),
    };
  }
}

/** An applicant sees the decision and its reasons, not the person who decided. */
function withoutReviewer<T extends Pick<HistoryEntity, 'actorOrganisationId' | 'actorMemberId'>>(
  entry: T,
  organisationId: string,
): T {
  return entry.actorOrganisationId === organisationId ? entry : { ...entry, actorMemberId: null };
}
