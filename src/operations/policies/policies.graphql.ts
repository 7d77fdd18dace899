import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { JsonField, JsonObjectScalar, TextField } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';

@ObjectType('Policy', { description: 'A named set of figures of the platform, such as quotas, deadlines and rates.' })
export class PolicyView {
  @Field(() => String, { description: 'Its name, such as `settlement`.' }) name!: string;
  @Field(() => Int, { nullable: true, description: 'The version; null for the defaults.' }) version!: number | null;
  @Field(() => JsonObjectScalar, { description: 'The figures in force.' }) value!: Record<string, unknown>;
}

@InputType({ description: 'A change of figures; figures that are left out stay.' })
export class SetPolicyInput {
  @TextField({ max: 64, description: 'The name of the policy.' }) name!: string;
  @JsonField({ description: 'The figures to change, by name.' }) change!: Record<string, unknown>;
}

export const SetPolicyResult = resultUnion('SetPolicyResult', PolicyView);
