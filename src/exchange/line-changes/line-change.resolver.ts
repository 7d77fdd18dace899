import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DebtLineInput, lineFrom } from '../../casework/lines/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { LINE_HOLDERS, LINE_READERS, LINE_WRITERS } from './line-change.access.js';
import {
  AddCaseLineResult,
  AgreeToCaseLineChangeResult,
  CaseLineChangeView,
  CorrectCaseLineResult,
  DeclineCaseLineChangeResult,
  lineChangeView,
  WithdrawCaseLineResult,
} from './line-change.graphql.js';
import { LineChanges } from './line-changes.service.js';
import { LineDecisions } from './line-decisions.service.js';

const TheCase = IdArg('caseId', 'case', 'The case.');
const TheChange = IdArg('changeId', 'lineChange', 'The change.');
const TheLine = Args('lineNumber', { type: () => Int, description: 'Number of the line in its case.' });
const AsItShallBe = Args('line', { description: 'The line as it shall be.' });

@Resolver(() => CaseLineChangeView)
export class LineChangeResolver {
  constructor(
    private readonly changes: LineChanges,
    private readonly decisions: LineDecisions,
  ) {}

  @Query(() => [CaseLineChangeView], {
    description: 'The changes of the lines of a case, newest first; a holder sees those proposed to it.',
  })
  @Access(LINE_READERS)
  async caseLineChanges(@CurrentActor() actor: Actor, @TheCase caseId: string): Promise<CaseLineChangeView[]> {
    return (await this.changes.ofCase(actor, caseId)).map(lineChangeView);
  }

  @Mutation(() => AddCaseLineResult, {
    description: 'Adds a line to a case: at once while nobody holds it, otherwise its holder must agree.',
  })
  @Access(LINE_WRITERS)
  async addCaseLine(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @AsItShallBe line: DebtLineInput,
  ): Promise<CaseLineChangeView> {
    return lineChangeView(await this.changes.change(actor, caseId, { act: 'add', line: lineFrom(line) }));
  }

  @Mutation(() => CorrectCaseLineResult, {
    description:
      'Corrects a line: at once while nobody holds the case, otherwise its holder must agree. What you leave out is empty after it; the evidence about its limitation period stays.',
  })
  @Access(LINE_WRITERS)
  async correctCaseLine(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @TheLine lineNumber: number,
    @AsItShallBe line: DebtLineInput,
  ): Promise<CaseLineChangeView> {
    const wish = { act: 'correct', lineNumber, line: lineFrom(line) } as const;
    return lineChangeView(await this.changes.change(actor, caseId, wish));
  }

  @Mutation(() => WithdrawCaseLineResult, {
    description:
      'Withdraws a line, so that it no longer counts: at once while nobody holds the case, otherwise its holder must agree.',
  })
  @Access(LINE_WRITERS)
  async withdrawCaseLine(
    @CurrentActor() actor: Actor,
    @TheCase caseId: string,
    @TheLine lineNumber: number,
  ): Promise<CaseLineChangeView> {
    return lineChangeView(await this.changes.change(actor, caseId, { act: 'withdraw', lineNumber }));
  }

  @Mutation(() => AgreeToCaseLineChangeResult, {
    description: 'Agrees to a change of a case you hold: the case has the new figures, your terms stay as they are.',
  })
  @Access(LINE_HOLDERS)
  async agreeToCaseLineChange(@CurrentActor() actor: Actor, @TheChange changeId: string): Promise<CaseLineChangeView> {
    return lineChangeView(await this.decisions.agree(actor, changeId));
  }

  @Mutation(() => DeclineCaseLineChangeResult, {
    description: 'Declines a change of a case you hold: the agreed figures stay.',
  })
  @Access(LINE_HOLDERS)
  async declineCaseLineChange(@CurrentActor() actor: Actor, @TheChange changeId: string): Promise<CaseLineChangeView> {
    return lineChangeView(await this.decisions.decline(actor, changeId));
  }
}
