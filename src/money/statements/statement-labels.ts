import { Injectable } from '@nestjs/common';
import { Cases } from '../../casework/cases/index.js';
import { Organisations } from '../../parties/worlds/index.js';
import { Database } from '../../platform/database/index.js';
import type { StatementLine } from './statement.policy.js';
import type { Statement } from './statements.service.js';

/** What people call the case of a line, and the other party of its repayment; null where there is none. */
export interface LineLabels {
  readonly caseNumber: string | null;
  /** The creditor's reference of the case: on a creditor's statement only, as holders lose sight of it when they give a case back. */
  readonly externalRef: string | null;
  readonly counterpartyName: string | null;
}

export type LabelledStatement = Omit<Statement, 'lines'> & { readonly lines: readonly (StatementLine & LineLabels)[] };

/** Adds to the lines of statements by what people reconcile them. */
@Injectable()
export class StatementLabels {
  constructor(
    private readonly database: Database,
    private readonly cases: Cases,
    private readonly organisations: Organisations,
  ) {}

  async on(statement: Statement): Promise<LabelledStatement> {
    const { lines, organisationId } = statement;
    const [cases, names] = await Promise.all([
      this.cases.labelsOf(this.database, distinct(lines.map(({ caseId }) => caseId))),
      this.organisations.namesOf(this.database, distinct(lines.flatMap((line) => [line.creditorId, line.providerId]))),
    ]);
    const labelled = lines.map((line) => {
      const label = line.caseId === null ? undefined : cases.get(line.caseId);
      const isCreditor = line.creditorId === organisationId;
      const other = isCreditor ? line.providerId : line.creditorId;
      return {
        ...line,
        caseNumber: label?.number ?? null,
        externalRef: isCreditor ? (label?.externalRef ?? null) : null,
        counterpartyName: other === null ? null : (names.get(other) ?? null),
      };
    });
    return { ...statement, lines: labelled };
  }
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null);
}
