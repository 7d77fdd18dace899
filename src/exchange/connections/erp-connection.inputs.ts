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

/** A secret or a name of an ERP; the vault checks which kind needs which. */
const Credential = (description: string) => TextField({ nullable: true, max: 500, description });

@InputType({ description: 'Credentials of an ERP, stored encrypted and never shown again; fields depend on the kind.' })
export class ErpCredentialsInput {
  @Credential('Odoo, ERPNext: the API key.') apiKey?: string | null;
  @Credential('ERPNext: the API secret.') apiSecret?: string | null;
  @Credential('Odoo: the name of the database, if the server has several.') database?: string | null;
  @Credential('Odoo, ERPNext: only documents of the company of this name.') company?: string | null;
  @Credential('Kingdee: the id of the data centre (acctID).') accountId?: string | null;
  @Credential('Kingdee: the integration user.') username?: string;
  @Credential('Kingdee: the application’s id.') appId?: string | null;
  @Credential('Kingdee: the application’s secret.') appSecret?: string | null;
  @Credential('Kingdee: only documents of the sales organisation of this number.') organisation?: string | null;
}

@InputType({ description: 'Defaults for every document of a connection.' })
export class ErpDefaultsInput {
  @WordField(DebtCategoryEnum, { nullable: true, description: 'Default: commercial_receivable.' }) category?: string;
  @WordField(ServiceLineEnum, { nullable: true, description: 'Default: agency_dunning.' }) serviceLine?: string;
  @WordField(LegalOriginEnum, { nullable: true, description: 'Default: trade.' }) legalOrigin?: string;
  @WordsField(EvidenceKindEnum, {
    nullable: true,
    maxItems: 20,
    description: 'Evidence available for every document, at most 20 kinds; invoice when omitted.',
  })
  evidence?: string[];
  @CountField({
    ...{ nullable: true, min: 0, max: 10_000 },
    description: 'Commission offered in basis points, 0 to 10000; the platform’s when omitted.',
  })
  commissionBps?: number;
  @TextField({
    ...{ nullable: true, max: 20, form: 'line' },
    description: 'Prefix of the references, before the document number; at most 20 characters.',
  })
  referencePrefix?: string;
}

@InputType({ isAbstract: true })
abstract class ErpSettingsInput {
  @TextField({
    nullable: true,
    max: 500,
    description: 'An https address on the public internet; a new one requires the credentials again.',
  })
  baseUrl?: string | null;

  @Nested(() => ErpCredentialsInput, { nullable: true, description: 'Replaces all stored credentials.' })
  credentials?: ErpCredentialsInput | null;

  @CountField({
    ...{ nullable: true, min: 5, max: 10_080 },
    description: 'Minutes between two runs, 5 to 10080; 60 by default.',
  })
  intervalMinutes?: number | null;

  @Nested(() => ErpDefaultsInput, { nullable: true, description: 'New ones make the next run read every document.' })
  defaults?: ErpDefaultsInput | null;
}

@InputType({ description: 'Changes of a connection; omitted fields stay.' })
export class UpdateErpConnectionInput extends ErpSettingsInput {
  @NameField({ nullable: true, max: 100, description: 'Your name for it, at most 100 characters.' }) name?: string;
}

@InputType({ description: 'A new connection.' })
export class CreateErpConnectionInput extends ErpSettingsInput {
  @WordField(ErpKindEnum, { description: 'Which ERP.' }) kind!: ErpKind;
  @NameField({ max: 100, description: 'Your name for it, at most 100 characters.' }) name!: string;
}

export class SyncBody {
  @FlagField({ defaultValue: false, description: 'Read every document again, not only changed ones.' }) full?: boolean;
}

@ArgsType()
export class ErpRunListArgs extends PageArgs {
  @IdField('erpConnection', { description: 'The connection.' }) connectionId!: string;
}

const OutcomeField = () =>
  WordField(SyncOutcomeEnum, { nullable: true, description: 'Only documents with this outcome; null means any.' });

@ArgsType()
export class ErpRowListArgs extends ErpRunListArgs {
  @OutcomeField() outcome?: SyncedOutcome | null;
}

export class ErpRowListQuery extends ListQuery {
  @OutcomeField() outcome?: SyncedOutcome;
}
