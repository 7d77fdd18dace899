import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

/** What every connection takes: how many, and where the page before ended. The service checks `first` against its bounds. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { description: 'How many, 1 to 100.' })
  @IsInt()
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  after?: string | null;
}
