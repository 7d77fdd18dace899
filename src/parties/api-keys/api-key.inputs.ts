import { Field, InputType } from '@nestjs/graphql';
import { IsDate, IsOptional } from 'class-validator';
import { InstantScalar } from '../../platform/faces/index.js';
import { MachineInput } from './machine.inputs.js';

@InputType({ description: 'A key to make.' })
export class CreateApiKeyInput extends MachineInput {
  @Field(() => InstantScalar, { nullable: true, description: 'When it stops working by itself; left out for never.' })
  @IsOptional()
  @IsDate()
  expiresAt?: Date | null;
}
