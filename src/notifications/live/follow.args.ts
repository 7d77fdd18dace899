import { ArgsType } from '@nestjs/graphql';
import { IdField, Nested, TextField, TextsField } from '../../platform/faces/index.js';
import { HallEventFilterInput } from './live-event.graphql.js';

/** Where a subscription begins. */
@ArgsType()
export class FollowArgs {
  @TextField({
    ...{ nullable: true, max: 200 },
    description: 'The cursor of the last event you have; what happened since comes first. Without it: from now on.',
  })
  after?: string | null;
}

@ArgsType()
export class FollowTypesArgs extends FollowArgs {
  @TextsField({ nullable: true, maxItems: 50, description: 'Only these types; all you may read if left out.' })
  types?: string[] | null;
}

@ArgsType()
export class FollowCasesArgs extends FollowTypesArgs {
  @IdField('case', { nullable: true, description: 'Only this case; all events of the organisation if left out.' })
  caseId?: string | null;
}

@ArgsType()
export class FollowHallArgs extends FollowTypesArgs {
  @Nested(() => HallEventFilterInput, { nullable: true, description: 'Which cases to hear of.' })
  filter?: HallEventFilterInput | null;
}

@ArgsType()
export class FollowBatchArgs extends FollowArgs {
  @IdField('batch', { description: 'The batch.' }) batchId!: string;
}
