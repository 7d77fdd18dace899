import { Injectable } from '@nestjs/common';
import { AppealRepository, type StandingAppeal } from './appeal.repository.js';
import { appealView, type StandingAppealView } from './oversight.graphql.js';

/** Appeals as GraphQL shows them, with what people wrote opened. */
@Injectable()
export class StandingAppealViews {
  constructor(private readonly appeals: AppealRepository) {}

  readonly of = (one: StandingAppeal): StandingAppealView => appealView(this.appeals.opened(one));
}
