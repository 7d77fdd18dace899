import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { daysAgo, sampleDebt } from '../../support/samples.js';

/** Values that mean something to their field, by its name; everything else is made from its type. */
const BY_NAME: Record<string, () => unknown> = {
  first: () => 10,
  email: () => `m.${randomUUID()}@harbour.example`,
  roles: () => ['owner'],
  scopes: () => ['self:read'],
  reasonCodes: () => undefined,
  amountFen: () => '100',
  principalFen: () => '1200000',
  externalRef: () => `M-${randomUUID()}`,
  paidOn: () => daysAgo(1),
  receivedOn: () => daysAgo(1),
  dueOn: () => daysAgo(120),
  invoicedOn: () => daysAgo(180),
  happenedAt: () => new Date().toISOString(),
  period: () => daysAgo(0).slice(0, 7),
  vatBps: () => 600,
  overlapHours: () => 24,
  addresses: () => ['203.0.113.0/24'],
  authMethod: () => 'client_secret_post',
  validUntil: () => daysAgo(-300),
  url: () => 'https://93.184.215.14/hooks',
  since: () => new Date(Date.now() - 60_000).toISOString(),
};

/** The same for the members of a list of texts. */
const BY_LIST: Record<string, string> = { reasonCodes: 'OTHER' };

const BY_TYPE: Record<string, () => unknown> = {
  String: () => 'a few words',
  Int: () => 1,
  Float: () => 1,
  Boolean: () => false,
  Fen: () => '100',
  Date: () => daysAgo(1),
  DateTime: () => new Date(Date.now() - 60_000).toISOString(),
  JSONObject: () => ({}),
  JSON: () => ({}),
};

/** Fields that may be left out only beside others: a debt has amounts and a due day of its own, or lines. */
const ONE_OF_TWO: Record<string, readonly string[]> = { PostCaseInput: ['principalFen', 'dueOn'] };

/** Puts an id into a place that asks for one: `input.caseId`, `fileId`. */
export type IdAt = (place: string) => string;

/** The least a value of this type needs, and every id it may name. */
export function leastOf(type: GraphQLInputType, name: string, place: string, idAt: IdAt): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    if (BY_NAME[name]?.() !== undefined) return BY_NAME[name]();
    return [leastOf(bare.ofType, name, place, idAt)];
  }
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) {
    const wanted = ONE_OF_TWO[bare.name] ?? [];
    const fields = Object.values(bare.getFields()).filter(
      (field) => isNonNullType(field.type) || namesIds(field.type) || wanted.includes(field.name),
    );
    const given = fields.map((field) => [field.name, leastOf(field.type, field.name, `${place}.${field.name}`, idAt)]);
    return Object.fromEntries(given);
  }
  if (!isScalarType(bare)) throw new Error(`no value for ${place}`);
  if (bare.name === 'ID') return idAt(place);
  const made = BY_NAME[name]?.() ?? BY_LIST[name] ?? BY_TYPE[bare.name]?.();
  if (made === undefined)
    throw new Error(`no value for ${place} of type ${bare.name}: teach test/contracts/matrix/values.ts`);
  return made;
}

/** Whether an id can be given anywhere inside. */
export function namesIds(type: GraphQLInputType, depth = 0): boolean {
  const bare = getNullableType(type);
  if (isListType(bare)) return namesIds(bare.ofType, depth);
  if (isInputObjectType(bare)) {
    return depth < 4 && Object.values(bare.getFields()).some((field) => namesIds(field.type, depth + 1));
  }
  return isScalarType(bare) && bare.name === 'ID';
}

interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  allOf?: JsonSchema[];
  example?: unknown;
}

/** The least body a REST operation takes, by its description. */
export function leastBody(
  schema: JsonSchema,
  schemas: Record<string, JsonSchema>,
  name: string,
  place: string,
  idAt: IdAt,
): unknown {
  if (schema.$ref) return leastBody(schemas[schema.$ref.split('/').pop()!]!, schemas, name, place, idAt);
  if (schema.allOf) return leastBody(schema.allOf[0]!, schemas, name, place, idAt);
  if (/Ids?$/.test(name) && schema.type !== 'array') return idAt(place);
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return [leastBody(schema.items ?? {}, schemas, name, place, idAt)];
  if (type === 'object' || schema.properties) {
    const properties = Object.entries(schema.properties ?? {});
    const wanted = properties.filter(([key]) => schema.required?.includes(key) || /Ids?$/.test(key));
    return Object.fromEntries(
      wanted.map(([key, inner]) => [key, leastBody(inner, schemas, key, `${place}.${key}`, idAt)]),
    );
  }
  return BY_NAME[name]?.() ?? { string: 'a few words', number: 1, integer: 1, boolean: false }[type ?? 'string'];
}

/** Bodies that no schema describes well enough. */
export const BODIES: Record<string, () => unknown> = {
  'POST /v1/cases': () => sampleDebt(),
  'POST /v1/erp-connections': () => ({ kind: 'ubl', name: 'Files' }),
  'POST /v1/cases/:caseId/revision/confirm': () => ({ outstandingFen: '1000' }),
  'POST /v1/case-batches': () => ({ rows: [sampleDebt()] }),
};
