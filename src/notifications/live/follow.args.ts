import { ArgsType, Field } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IdField } from '../../platform/faces/index.js';
import { HallEventFilterInput } from './live-event.graphql.js';

/** Where a subscription begins. */
@ArgsType()
export class FollowArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last event you have; what happened since comes first. Without it: from now on.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;
}

@ArgsType()
export class FollowTypesArgs extends FollowArgs {
  @Field(() => [String], { nullable: true, description: 'Only these types; all you may read if left out.' })
  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  types?: string[] | null;
}

@ArgsType()
export class FollowCasesArgs extends FollowTypesArgs {
  @IdField('case', { nullable: true, description: 'Only this case; all events of the organisation if left out.' })
  caseId?: string | null;
}

@ArgsType()
export class FollowHallArgs extends FollowTypesArgs {
  @Field(() => HallEventFilterInput, { nullable: true, description: 'Which cases to hear of.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => HallEventFilterInput)
  filter?: HallEventFilterInput | null;
}

@ArgsType()
export class FollowBatchArgs extends FollowArgs {
  @IdField('batch', { description: 'The batch.' })
  batchId!: string;
}
