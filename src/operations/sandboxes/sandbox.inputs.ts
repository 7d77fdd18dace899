import { InputType } from '@nestjs/graphql';
import { CustomerKindEnum } from '../../parties/members/index.js';
import { CountField, FlagField, NameField, NestedList, TextField, WordField } from '../../platform/faces/index.js';
import { ADVANCE_MAX_DAYS } from './own-sandboxes.service.js';
import type { NewOrganisation, NewSandbox } from './test-founding.js';

const OptionalName = () => NameField({ nullable: true, max: 200, description: 'Its name, at most 200 characters.' });

@InputType({ description: 'A test organisation to make.' })
export class SandboxOrganisationInput implements NewOrganisation {
  @WordField(CustomerKindEnum, { description: 'A creditor, an agency or a law firm.' }) kind!: NewOrganisation['kind'];
  @OptionalName() name?: string | null;
  @FlagField({
    nullable: true,
    description: 'Whether it is verified at once; if not, it submits an application like a live organisation.',
  })
  verified?: boolean | null;
}

@InputType({ description: 'A sandbox to make.' })
export class CreateSandboxInput implements NewSandbox {
  @OptionalName() name?: string | null;
  @NestedList(() => SandboxOrganisationInput, {
    nullable: true,
    maxItems: 6,
    description: 'Its organisations, at most 6; left out: a creditor, an agency and a law firm.',
  })
  organisations?: SandboxOrganisationInput[] | null;
  @FlagField({ defaultValue: true, description: 'Whether organisations without their own `verified` are verified.' })
  verified?: boolean;
  @TextField({
    nullable: true,
    max: 1_000,
    description:
      'If given, the owner of each organisation can log in with this password and the email address in the answer.',
  })
  password?: string | null;
}

/** The body of the REST request that advances a clock. */
export class AdvanceClockBody {
  @CountField({ min: 1, max: ADVANCE_MAX_DAYS * 86_400, description: 'How many seconds, 1 to 34,560,000 (400 days).' })
  seconds!: number;
}
