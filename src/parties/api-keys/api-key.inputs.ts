import { InputType } from '@nestjs/graphql';
import { InstantField } from '../../platform/faces/index.js';
import { MachineInput } from './machine.inputs.js';

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput extends MachineInput {
  @InstantField({ nullable: true, description: 'When it expires; left out or null means never.' })
  expiresAt?: Date | null;
}
