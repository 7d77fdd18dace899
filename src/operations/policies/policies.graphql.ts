import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import {
  FlagField,
  InstantScalar,
  JsonField,
  JsonObjectScalar,
  TextField,
  viewOf,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import type { PolicyState } from '../../platform/policy/index.js';

@ObjectType('PolicyFigure', {
  description: 'One figure of a policy: what it means, and within which bounds it may be.',
})
export class PolicyFigureView {
  @Field(() => String, { description: 'Its place in the value, such as `grades.junior.casesHeld`.' }) path!: string;
  @Field(() => String, { description: 'What it means, with its unit.' }) description!: string;
  @Field(() => String, {
    description:
      'What its number counts: days, hours, months, basis_points, fen, points, count and others; of a list, each item.',
  })
  unit!: string;
  @Field(() => String, { description: 'The value in force, as JSON.' }) value!: string;
  @Field(() => String, { description: 'The default, as JSON.' }) default!: string;
  @Field(() => String, { description: 'integer, number, string, boolean or array.' }) form!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The least value, or item of a list, as JSON; null without one.',
  })
  least!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The greatest value, or item of a list, as JSON; null without one.',
  })
  most!: string | null;
  @Field(() => Boolean, { description: 'Whether it may be null.' }) nullable!: boolean;
}

@ObjectType('PolicyVersion', { description: 'A version of a policy: who set it when, and the figures from then on.' })
export class PolicyVersionView {
  @Field(() => Int, { description: 'Its number, from 1.' }) version!: number;
  @Field(() => JsonObjectScalar, { description: 'The figures in force from then on.' }) value!: Record<string, unknown>;
  @Field(() => ID, { nullable: true, description: 'The member who set it; null for the platform itself.' })
  changedBy!: string | null;
  @Field(() => InstantScalar, { description: 'When it was set.' }) createdAt!: Date;
}

@ObjectType('PolicyAlarm', { description: 'Something about the figures of a policy that somebody has to look after.' })
export class PolicyAlarmView {
  @Field(() => String, { description: 'The text in English.' }) en!: string;
  @Field(() => String, { description: 'The text in Chinese.' }) zh!: string;
}

@ObjectType('Policy', { description: 'A named set of figures of the platform, such as quotas, deadlines and rates.' })
export class PolicyView {
  @Field(() => String, { description: 'Its name, such as `settlement`.' }) name!: string;
  @Field(() => Int, { nullable: true, description: 'The version; null for the defaults.' }) version!: number | null;
  @Field(() => JsonObjectScalar, { description: 'The figures in force.' }) value!: Record<string, unknown>;
  @Field(() => [PolicyFigureView], { description: 'Each figure with its meaning, bounds and default.' })
  figures!: PolicyFigureView[];
  @Field(() => [PolicyVersionView], { description: 'Every version that was set, newest first.' })
  versions!: PolicyVersionView[];
  @Field(() => [PolicyAlarmView], { description: 'What somebody has to look after today, such as a missing rate.' })
  alarms!: PolicyAlarmView[];
}

/** A policy as GraphQL shows it. */
export function policyView({ name, version, value, figures, versions, alarms }: PolicyState): PolicyView {
  return viewOf(PolicyView, {
    ...{ name, version, value: value as Record<string, unknown> },
    figures: figures.map((figure) =>
      viewOf(PolicyFigureView, {
        ...figure,
        ...{ value: JSON.stringify(figure.value), default: JSON.stringify(figure.default) },
        ...{ least: figure.least?.toString() ?? null, most: figure.most?.toString() ?? null },
      }),
    ),
    versions: versions.map(({ version: number, value: then, changedBy, createdAt }) =>
      viewOf(PolicyVersionView, {
        ...{ version: number, value: then as Record<string, unknown>, createdAt },
        changedBy: changedBy && publicId('member', changedBy),
      }),
    ),
    alarms: alarms.map((alarm) => viewOf(PolicyAlarmView, { ...alarm })),
  });
}

@InputType({ description: 'A change of figures; figures that are left out stay.' })
export class SetPolicyInput {
  @TextField({ max: 64, description: 'The name of the policy.' }) name!: string;
  @JsonField({ description: 'The figures to change, by name.' }) change!: Record<string, unknown>;
  @FlagField({ nullable: true, description: 'Only check it, and answer the policy as it would be.' })
  dryRun?: boolean | null;
}

export const SetPolicyResult = resultUnion('SetPolicyResult', PolicyView);
