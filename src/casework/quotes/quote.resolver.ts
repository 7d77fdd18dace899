import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { IdArg } from '../../platform/faces/index.js';
import { CASE_READERS, draftFrom, PostCaseInput } from '../cases/index.js';
import { ClaimView, claimView } from '../interest/index.js';
import { CaseQuoteView, quoteView } from './quote.graphql.js';
import { QUOTE_READERS } from './quotes.access.js';
import { Quotes } from './quotes.service.js';

@Resolver(() => CaseQuoteView)
export class QuoteResolver {
  constructor(private readonly quotes: Quotes) {}

  @Query(() => CaseQuoteView, {
    description: 'What posting a debt today would come to: verdict, lines, score, commission, claim. Posts nothing.',
  })
  @Access(QUOTE_READERS)
  async quoteCase(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The debt, as `postCase` takes it.' }) input: PostCaseInput,
  ): Promise<CaseQuoteView> {
    return quoteView(await this.quotes.quote(actor, draftFrom(input)));
  }

  @Query(() => ClaimView, {
    description: 'Interest and charges on a case up to today, for creditor, platform and entrusted holder.',
  })
  @Access(CASE_READERS)
  async caseClaim(
    @CurrentActor() actor: Actor,
    @IdArg('caseId', 'case', 'The case.') caseId: string,
  ): Promise<ClaimView> {
    const { claim, lineNumbers } = await this.quotes.claimOf(actor, caseId);
    return claimView(claim, lineNumbers);
  }
}
