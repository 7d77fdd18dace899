import { InputType } from '@nestjs/graphql';
import { CountField, TextField, TextsField } from '../../platform/faces/index.js';

/** The longest name of an event type. */
export const TYPE_MAX = 60;

/** Event types, by name. */
export const TypesField = (description: string) =>
  TextsField({ nullable: true, maxItems: 100, max: TYPE_MAX, description });

const UrlField = ({ nullable = false } = {}) =>
  TextField({
    ...{ nullable, min: 1, max: 2_000, example: 'https://erp.harbour.com/hooks' },
    description: 'The address events are posted to: https, a public host, port 443 or from 1024.',
  });
const DescriptionField = () =>
  TextField({ nullable: true, max: 200, form: 'line', description: 'What you call it, at most 200 characters.' });
const WantedTypesField = () =>
  TypesField(
    'Event types it gets, at most 100; empty means all to which your organisation is a party. Events of the hall come only by name.',
  );
const SecretField = () =>
  TextField({
    ...{ nullable: true, max: 200, writeOnly: true },
    description: 'Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out: a new one is made.',
  });

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @UrlField() url!: string;
  @DescriptionField() description?: string | null;
  @WantedTypesField() types?: string[] | null;
  @SecretField() secret?: string | null;
}

@InputType({ description: 'Changes of a webhook endpoint; fields that are left out stay.' })
export class UpdateWebhookEndpointInput {
  @UrlField({ nullable: true }) url?: string | null;
  @DescriptionField() description?: string | null;
  @WantedTypesField() types?: string[] | null;
}

@InputType({ description: 'A change of the signing secret.' })
export class RotateWebhookSecretInput {
  @SecretField() secret?: string | null;
  @CountField({ ...{ nullable: true, min: 0, max: 168 }, description: 'Hours both sign, 0 to 168, by default 24.' })
  overlapHours?: number | null;
}
