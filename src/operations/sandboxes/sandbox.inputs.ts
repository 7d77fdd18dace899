import { InputType } from '@nestjs/graphql';
import { CustomerKindEnum } from '../../parties/members/index.js';
import { CountField, FlagField, NameField, NestedList, TextField, WordField } from '../../platform/faces/index.js';
import { ADVANCE_MAX_DAYS } from './own-sandboxes.service.js';
import type { NewOrganisation, NewSandbox } from './test-founding.js';

const OptionalName = () => NameField({ nullable: true, max: 200, description: 'Its name, at most 200 characters.' });

@InputType({ description: 'A test organisation to found.' })
export class SandboxOrganisationInput implements NewOrganisation {
  @WordField(CustomerKindEnum, { description: 'What it is.' }) kind!: NewOrganisation['kind'];
  @OptionalName() name?: string | null;
  @FlagField({
    nullable: true,
    description: 'Whether it is verified from the beginning; otherwise it submits an application like any other.',
  })
  verified?: boolean | null;
}

@InputType({ description: 'A sandbox to make.' })
export class CreateSandboxInput implements NewSandbox {
  @OptionalName() name?: string | null;
  @NestedList(() => SandboxOrganisationInput, {
    nullable: true,
    maxItems: 6,
    description: 'Its organisations, at most 6; left out, a creditor, an agency and a law firm.',
  })
  organisations?: SandboxOrganisationInput[] | null;
  @FlagField({ defaultValue: true, description: 'Whether organisations that do not say are verified.' })
  verified?: boolean;
  @TextField({
    nullable: true,
    max: 1_000,
    description:
      'Also lets people log in: each organisation’s owner by the email address in the answer and this password.',
  })
  password?: string | null;
}

/** The body of the REST call that moves a clock. */
export class AdvanceClockBody {
  @CountField({ min: 1, max: ADVANCE_MAX_DAYS * 86_400, description: 'By how many seconds.' }) seconds!: number;
}
