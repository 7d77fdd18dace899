import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { OrganisationView, organisationView } from '../../parties/members/index.js';
import { MAGIC_IDENTITIES } from '../../parties/verification/index.js';
import { InstantScalar, viewOf } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { MAGIC_CASES } from './magic-cases.policy.js';
import type { SandboxDetail } from './own-sandboxes.service.js';
import { SandboxWithinSandbox, TooManySandboxes } from './sandbox.refusals.js';
import type { FoundedAccount } from './test-founding.js';

@ObjectType('Sandbox', { description: 'Test organisations; nothing they do touches anything live.' })
export class SandboxView {
  @Field(() => ID, { description: 'The sandbox, sbx_….' }) id!: string;
  @Field(() => String, { description: 'What its owner calls it.' }) name!: string;
  @Field(() => InstantScalar, { description: 'The time of its clock: now plus `advancedSeconds`.' }) now!: Date;
  @Field(() => Int, { description: 'How many seconds its clock was advanced in total.' }) advancedSeconds!: number;
  @Field(() => [OrganisationView], { description: 'Its test organisations.' }) organisations!: OrganisationView[];
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
}

@ObjectType('SandboxAccount', { description: 'A new test organisation and the credentials to act for it.' })
export class SandboxAccountView {
  @Field(() => OrganisationView, { description: 'The test organisation.' }) organisation!: OrganisationView;
  @Field(() => String, { description: 'Its API key, rk_test_…, with every scope; only in this answer.' }) key!: string;
  @Field(() => ID, { description: 'The key’s id.' }) apiKeyId!: string;
  @Field(() => String, { description: 'The address its owner logs in with, if a password was given.' }) email!: string;
}

@ObjectType('SandboxCreated', { description: 'A new sandbox with the credentials of its organisations.' })
export class SandboxCreatedView {
  @Field(() => SandboxView, { description: 'What was made, with its organisations.' }) sandbox!: SandboxView;
  @Field(() => [SandboxAccountView], { description: 'Its organisations with their keys, in the order of the request.' })
  accounts!: SandboxAccountView[];
}

@ObjectType('SandboxMagicValue', { description: 'A value that calls for an outcome in every sandbox.' })
export class SandboxMagicValueView {
  @Field(() => String, { description: 'The code of the outcome.' }) code!: string;
  @Field(() => String, { description: 'What it applies to: verification or case.' }) about!: string;
  @Field(() => String, { description: 'approved, rejected, more_information or admitted.' }) verdict!: string;
  @Field(() => [String], { description: 'The reasons of a rejection.' }) reasonCodes!: readonly string[];
  @Field(() => Int, { description: 'Seconds of the sandbox’s clock until then; 0: at once.' }) afterSeconds!: number;
  @Field(() => String, { nullable: true, description: 'Verification: the legal representative, or null.' })
  legalRepresentative!: string | null;
  @Field(() => String, { nullable: true, description: 'Verification: the code of a creditor or agency, or null.' })
  enterpriseCreditCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Verification: the credit code of a law firm; null for a case.' })
  lawFirmCreditCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Verification: the number of one lawyer, or null.' })
  lawyerCertificate!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Case: the text its external reference contains; null for any other and for verification.',
  })
  externalRefContains!: string | null;
  @Field(() => String, { description: 'The outcome in words.' }) description!: string;
}

export function sandboxView({ id, name, now, advancedSeconds, organisations, createdAt }: SandboxDetail): SandboxView {
  return viewOf(SandboxView, {
    id: publicId('sandbox', id),
    // At most 4,000 days, which a number holds exactly.
    advancedSeconds: Number.parseInt(advancedSeconds.toString(), 10),
    organisations: organisations.map(organisationView),
    ...{ name, now, createdAt },
  });
}

export function sandboxCreatedView(made: { sandbox: SandboxDetail; founded: FoundedAccount[] }): SandboxCreatedView {
  const accounts = made.founded.map(({ organisation, key, apiKeyId, email }) =>
    viewOf(SandboxAccountView, {
      organisation: organisationView(organisation),
      apiKeyId: publicId('apiKey', apiKeyId!),
      ...{ key, email },
    }),
  );
  return viewOf(SandboxCreatedView, { sandbox: sandboxView(made.sandbox), accounts });
}

const NO_VALUES = {
  ...{ reasonCodes: [], legalRepresentative: null, enterpriseCreditCode: null, lawFirmCreditCode: null },
  ...{ lawyerCertificate: null, externalRefContains: null },
};

/** All magic values, verification first. */
export function magicValues(): SandboxMagicValueView[] {
  const identities = MAGIC_IDENTITIES.map(({ register: _, ...one }) => ({
    ...NO_VALUES,
    ...one,
    about: 'verification',
  }));
  const cases = MAGIC_CASES.map(({ marker: externalRefContains, ...one }) => {
    return { ...NO_VALUES, ...one, externalRefContains, about: 'case' };
  });
  return [...identities, ...cases].map((one) => viewOf(SandboxMagicValueView, one));
}

export const CreateSandboxResult = resultUnion('CreateSandboxResult', SandboxCreatedView, [
  TooManySandboxes,
  SandboxWithinSandbox,
]);
export const AdvanceSandboxClockResult = resultUnion('AdvanceSandboxClockResult', SandboxView);
export const DeleteSandboxResult = resultUnion('DeleteSandboxResult', SandboxView);
