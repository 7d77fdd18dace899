import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonField, JsonObjectScalar, TextField } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';

@ObjectType('Policy', {
  description: 'A named set of figures the platform runs by, such as quotas, deadlines and rates.',
})
export class PolicyView {
  @Field(() => String, { description: 'What to call it when figures are changed.' }) name!: string;
  @Field(() => Int, { nullable: true, description: 'The version in force; null while the defaults hold.' })
  version!: number | null;
  @Field(() => JsonObjectScalar, { description: 'The figures in force.' }) value!: Record<string, unknown>;
}

@InputType({ description: 'A change of figures. Those that are not named stay as they are.' })
export class SetPolicyInput {
  @TextField({ max: 64, description: 'Which policy.' }) name!: string;
  @JsonField({ description: 'The figures to change, by name.' }) change!: Record<string, unknown>;
}

export const SetPolicyResult = resultUnion('SetPolicyResult', PolicyView);
