import { InputType } from '@nestjs/graphql';
import { InstantField } from '../../platform/faces/index.js';
import { MachineInput } from './machine.inputs.js';

@InputType({ description: 'A key to make.' })
export class CreateApiKeyInput extends MachineInput {
  @InstantField({ nullable: true, description: 'When it stops working by itself; left out for never.' })
  expiresAt?: Date | null;
}
