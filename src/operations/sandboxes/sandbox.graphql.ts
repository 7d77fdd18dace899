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

@ObjectType('Sandbox', {
  description:
    'A world of test organisations: they do business with each other, and nothing of it touches anything live.',
})
export class SandboxView {
  @Field(() => ID, { description: 'Its id, sbx_….' })
  readonly id!: string;
  @Field(() => String, { description: 'What its maker calls it.' })
  readonly name!: string;
  @Field(() => InstantScalar, { description: 'What its clock shows: the time now and what it was advanced by.' })
  readonly now!: Date;
  @Field(() => Int, { description: 'By how many seconds its clock was advanced altogether.' })
  readonly advancedSeconds!: number;
  @Field(() => [OrganisationView], { description: 'The test organisations that live in it.' })
  readonly organisations!: OrganisationView[];
  @Field(() => InstantScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;
}

@ObjectType('SandboxAccount', { description: 'A new test organisation, and what lets you act as it.' })
export class SandboxAccountView {
  @Field(() => OrganisationView, { description: 'The test organisation one may act for.' })
  readonly organisation!: OrganisationView;
  @Field(() => String, { description: 'Its API key, rk_test_…, with every scope there is. In this answer only.' })
  readonly key!: string;
  @Field(() => ID, { description: 'The key’s id.' })
  readonly apiKeyId!: string;
  @Field(() => String, { description: 'The email address its owner logs in with, when a password was given.' })
  readonly email!: string;
}

@ObjectType('SandboxCreated', { description: 'A new sandbox with everything needed to act in it.' })
export class SandboxCreatedView {
  @Field(() => SandboxView, { description: 'What was made, and what its clock shows.' })
  readonly sandbox!: SandboxView;
  @Field(() => [SandboxAccountView], { description: 'Its organisations with their keys, in the order asked for.' })
  readonly accounts!: SandboxAccountView[];
}

@ObjectType('SandboxMagicValue', { description: 'A value that calls for an outcome in every sandbox.' })
export class SandboxMagicValueView {
  @Field(() => String, { description: 'The outcome.' })
  readonly code!: string;
  @Field(() => String, { description: 'What it is decided about: verification or case.' })
  readonly about!: string;
  @Field(() => String, { description: 'The verdict: approved, rejected, more_information or admitted.' })
  readonly verdict!: string;
  @Field(() => [String], { description: 'The reasons a rejection states.' })
  readonly reasonCodes!: readonly string[];
  @Field(() => Int, { description: 'Seconds of the sandbox’s clock before the verdict; 0 for at once.' })
  readonly afterSeconds!: number;
  @Field(() => String, { nullable: true, description: 'Verification: the name of the legal representative.' })
  readonly legalRepresentative!: string | null;
  @Field(() => String, { nullable: true, description: 'Verification: the credit code of a creditor or agency.' })
  readonly enterpriseCreditCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Verification: the credit code of a law firm.' })
  readonly lawFirmCreditCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Verification: the certificate number of one of the lawyers.' })
  readonly lawyerCertificate!: string | null;
  @Field(() => String, { nullable: true, description: 'Case: what its external reference contains.' })
  readonly externalRefContains!: string | null;
  @Field(() => String, { description: 'What happens.' })
  readonly description!: string;
}

export function sandboxView({ id, name, now, advancedSeconds, organisations, createdAt }: SandboxDetail): SandboxView {
  return viewOf(SandboxView, {
    id: publicId('sandbox', id),
    // At most 4,000 days, so it fits.
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

const NOTHING = {
  ...{ reasonCodes: [], legalRepresentative: null, enterpriseCreditCode: null, lawFirmCreditCode: null },
  ...{ lawyerCertificate: null, externalRefContains: null },
};

/** Everything that can be called for, verification first. */
export function magicValues(): SandboxMagicValueView[] {
  const identities = MAGIC_IDENTITIES.map(({ register: _, ...one }) => ({ ...NOTHING, ...one, about: 'verification' }));
  const cases = MAGIC_CASES.map(({ marker, ...one }) => ({
    ...NOTHING,
    ...one,
    externalRefContains: marker,
    about: 'case',
  }));
  return [...identities, ...cases].map((one) => viewOf(SandboxMagicValueView, one));
}

export const CreateSandboxResult = resultUnion('CreateSandboxResult', SandboxCreatedView, [
  TooManySandboxes,
  SandboxWithinSandbox,
]);
export const AdvanceSandboxClockResult = resultUnion('AdvanceSandboxClockResult', SandboxView);
export const DeleteSandboxResult = resultUnion('DeleteSandboxResult', SandboxView);
