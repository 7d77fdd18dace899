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
    description: 'Where events are posted to: https, a public host, port 443 or from 1024.',
  });
const DescriptionField = () =>
  TextField({ nullable: true, max: 200, form: 'line', description: 'What you call it, at most 200 characters.' });
const WantedTypesField = () =>
  TypesField(
    'Event types it gets; empty: all about what your organisation is a party to. What happens in the hall comes only by name.',
  );
const SecretField = () =>
  TextField({
    ...{ nullable: true, max: 200, writeOnly: true },
    description: 'Your own signing secret, `whsec_` and 24 to 64 bytes in base64; left out, you are given one.',
  });

@InputType({ description: 'A new webhook endpoint.' })
export class CreateWebhookEndpointInput {
  @UrlField() url!: string;
  @DescriptionField() description?: string | null;
  @WantedTypesField() types?: string[] | null;
  @SecretField() secret?: string | null;
}

@InputType({ description: 'What changes of a webhook endpoint; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @UrlField({ nullable: true }) url?: string | null;
  @DescriptionField() description?: string | null;
  @WantedTypesField() types?: string[] | null;
}

@InputType({ description: 'How a signing secret is changed.' })
export class RotateWebhookSecretInput {
  @SecretField() secret?: string | null;
  @CountField({
    ...{ nullable: true, min: 0, max: 168 },
    description: 'Hours both secrets sign, 0 to 168; 24 when left out.',
  })
  overlapHours?: number | null;
}
