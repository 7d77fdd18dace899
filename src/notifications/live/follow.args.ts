import { ArgsType } from '@nestjs/graphql';
import { IdField, Nested, TextField, TextsField } from '../../platform/faces/index.js';
import { HallEventFilterInput } from './live-event.graphql.js';

/** Where a subscription starts. */
@ArgsType()
export class FollowArgs {
  @TextField({
    ...{ nullable: true, max: 200 },
    description: 'The cursor of the last event you received; later events come first. Left out: from now on.',
  })
  after?: string | null;
}

@ArgsType()
export class FollowTypesArgs extends FollowArgs {
  @TextsField({
    nullable: true,
    maxItems: 50,
    description: 'Only these types, at most 50; left out: all you may read.',
  })
  types?: string[] | null;
}

@ArgsType()
export class FollowCasesArgs extends FollowTypesArgs {
  @IdField('case', { nullable: true, description: 'Only this case; left out: all events.' }) caseId?: string | null;
}

@ArgsType()
export class FollowHallArgs extends FollowTypesArgs {
  @Nested(() => HallEventFilterInput, { nullable: true, description: 'Which cases to receive; left out: all.' })
  filter?: HallEventFilterInput | null;
}

@ArgsType()
export class FollowBatchArgs extends FollowArgs {
  @IdField('batch', { description: 'The batch.' }) batchId!: string;
}
