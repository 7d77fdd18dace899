import { ArgsType, InputType } from '@nestjs/graphql';
import {
  DebtCategoryEnum,
  EvidenceKindEnum,
  LegalOriginEnum,
  ServiceLineEnum,
} from '../../casework/admission/index.js';
import {
  CountField,
  FlagField,
  IdField,
  ListQuery,
  NameField,
  Nested,
  PageArgs,
  TextField,
  WordField,
  WordsField,
} from '../../platform/faces/index.js';
import { type ErpKind } from '../erp/index.js';
import { ErpKindEnum, SyncOutcomeEnum } from './erp-connection.graphql.js';
import type { SyncedOutcome } from './erp-connection.lifecycle.js';

/** A secret or a name of an ERP; which kind needs which is checked together. */
const Credential = (description: string) => TextField({ nullable: true, max: 500, description });

@InputType({ description: 'What opens an ERP. Kept sealed and never shown again; each kind takes its own.' })
export class ErpCredentialsInput {
  @Credential('Odoo, ERPNext: the API key.')
  apiKey?: string | null;

  @Credential('ERPNext: the API secret.')
  apiSecret?: string | null;

  @Credential('Odoo: the name of the database, where the server has several.')
  database?: string | null;

  @Credential('Odoo, ERPNext: only documents of the company of this name.')
  company?: string | null;

  @Credential('Kingdee: the id of the data centre (acctID).')
  accountId?: string | null;

  @Credential('Kingdee: the integration user.')
  username?: string;

  @Credential('Kingdee: the application’s id.')
  appId?: string | null;

  @Credential('Kingdee: the application’s secret.')
  appSecret?: string | null;

  @Credential('Kingdee: only documents of the sales organisation of this number.')
  organisation?: string | null;
}

@InputType({ description: 'What holds for every document of a connection.' })
export class ErpDefaultsInput {
  @WordField(DebtCategoryEnum, { nullable: true, description: 'commercial_receivable when left out.' })
  category?: string;
  @WordField(ServiceLineEnum, { nullable: true, description: 'agency_dunning when left out.' }) serviceLine?: string;
  @WordField(LegalOriginEnum, { nullable: true, description: 'trade when left out.' }) legalOrigin?: string;
  @WordsField(EvidenceKindEnum, {
    nullable: true,
    maxItems: 20,
    description: 'Papers there are for every document; an invoice.',
  })
  evidence?: string[];
  @CountField({
    ...{ nullable: true, min: 0, max: 10_000 },
    description: 'The commission offered, in basis points; else the platform’s.',
  })
  commissionBps?: number;
  @TextField({
    ...{ nullable: true, max: 20, form: 'line' },
    description: 'Put before document numbers, at most 20 characters.',
  })
  referencePrefix?: string;
}

@InputType({ isAbstract: true })
abstract class ErpSettingsInput {
  @TextField({ nullable: true, max: 500, description: 'https and public; a new one needs the credentials again.' })
  baseUrl?: string | null;

  @Nested(() => ErpCredentialsInput, { nullable: true, description: 'All of them; none of the old ones is kept.' })
  credentials?: ErpCredentialsInput | null;

  @CountField({
    ...{ nullable: true, min: 5, max: 10_080 },
    description: 'Minutes between two readings: 5 to 10080, 60 unless told.',
  })
  intervalMinutes?: number | null;

  @Nested(() => ErpDefaultsInput, { nullable: true, description: 'New defaults have every document read again.' })
  defaults?: ErpDefaultsInput | null;
}

@InputType({ description: 'What may be changed of a connection; what is left out stays.' })
export class UpdateErpConnectionInput extends ErpSettingsInput {
  @NameField({ nullable: true, max: 100, description: 'What you call it, at most 100 characters.' }) name?: string;
}

@InputType({ description: 'A new connection.' })
export class CreateErpConnectionInput extends ErpSettingsInput {
  @WordField(ErpKindEnum, { description: 'Which ERP.' }) kind!: ErpKind;
  @NameField({ max: 100, description: 'What you call it, at most 100 characters.' }) name!: string;
}

export class SyncBody {
  @FlagField({ defaultValue: false, description: 'Read every document again.' }) full?: boolean;
}

@ArgsType()
export class ErpRunListArgs extends PageArgs {
  @IdField('erpConnection', { description: 'The connection.' }) connectionId!: string;
}

const OutcomeField = () =>
  WordField(SyncOutcomeEnum, { nullable: true, description: 'Only documents this became of.' });

@ArgsType()
export class ErpRowListArgs extends ErpRunListArgs {
  @OutcomeField() outcome?: SyncedOutcome | null;
}

export class ErpRowListQuery extends ListQuery {
  @OutcomeField() outcome?: SyncedOutcome;
}
