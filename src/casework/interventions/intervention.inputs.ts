import { ArgsType } from '@nestjs/graphql';
import type { InterventionReason } from '../../kernel/index.js';
import { FlagField, IdField, TextField, WordField } from '../../platform/faces/index.js';
import { InterventionReasonEnum } from '../cases/index.js';
import type { Reason } from './interventions.service.js';

@ArgsType()
class ReasonArgs implements Reason {
  @WordField(InterventionReasonEnum, { description: 'Why; both parties read the code.' })
  reasonCode!: InterventionReason;
  @TextField({ nullable: true, max: 2_000, description: 'A note for the audit trail; the parties do not see it.' })
  note?: string | null;
}

@ArgsType()
export class CaseInterventionArgs extends ReasonArgs {
  @IdField('case', { description: 'The case.' }) caseId!: string;
}

@ArgsType()
export class GrabInterventionArgs extends ReasonArgs {
  @IdField('grab', { description: 'The grab.' }) grabId!: string;
  @FlagField({ defaultValue: true, description: 'Puts the case back into the hall; withdrawn when false.' })
  relist!: boolean;
}
