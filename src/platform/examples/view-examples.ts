import { ID_PREFIX, type IdKind } from '../../kernel/index.js';
import type { JsonSchema } from './view-schemas.js';

type Components = Readonly<Record<string, JsonSchema>>;

const ULID = '01JABCDEFGHJKMNPQRSTVWXYZ0';

/** Ids whose field or parameter is not named by their kind. */
export const ID_KINDS: Readonly<Record<string, IdKind>> = {
  creditor: 'organisation',
  provider: 'organisation',
  reporter: 'organisation',
  reference: 'repayment',
  line: 'entry',
  client: 'oauthClient',
  connection: 'erpConnection',
  run: 'erpRun',
  endpoint: 'webhookEndpoint',
  delivery: 'webhookDelivery',
  replay: 'webhookReplay',
};

/** Texts by the name of their field; a text that may be null and is not among them is shown as null. */
export const TEXTS: Record<string, string> = {
  number: 'DC-2026-000187',
  externalRef: 'AR-2026-0042',
  contractNumber: 'HT-2025-118',
  debtorMaskedName: '海港***有限公司',
  regionCode: '310000',
  provinceCode: '310000',
  provinceName: '上海市',
  provinceNameEn: 'Shanghai',
  period: '2026-03',
  grade: 'B',
  name: '海港贸易有限公司',
  idNumber: '91310115MA1K4QJN3C',
  phone: '+8613800138000',
  address: '上海市浦东新区海港路 1 号',
  format: 'csv',
  encoding: 'gb18030',
  code: 'NOT_OVERDUE',
  field: 'dueOn',
  en: 'The debt is not overdue yet.',
  zh: '债务尚未逾期。',
  kind: 'commission',
  mediaType: 'application/pdf',
  filename: 'invoice.pdf',
  purpose: 'evidence',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  accessToken: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtZW1fIn0.c2lnbmF0dXJl',
  refreshToken: 'rt_5f2c1d9e7b',
  nextCursor: 'WyIwMUpBQkMiXQ',
  cursor: 'WyI0MjAxNyJd',
  unknownColumns: '备注2',
  documentKey: 'sales-invoice:SI-2026-0042',
  audiences: 'organisation',
  description: 'A case entered the hall, or came back to it.',
  about: 'verification',
  verdict: 'rejected',
  reasonCodes: 'DOCUMENT_UNREADABLE',
  email: 'finance@haven.example',
  key: 'rk_test_5f2c1d9e7b',
  access_token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjbGllbnQifQ.c2lnbmF0dXJl',
  token_type: 'Bearer',
  scope: 'cases:read cases:write',
  issuer: 'https://api.recourse.example',
  token_endpoint: 'https://api.recourse.example/oauth/token',
  revocation_endpoint: 'https://api.recourse.example/oauth/revoke',
  grant_types_supported: 'client_credentials',
  token_endpoint_auth_methods_supported: 'private_key_jwt',
  token_endpoint_auth_signing_alg_values_supported: 'ES256',
  revocation_endpoint_auth_methods_supported: 'private_key_jwt',
  revocation_endpoint_auth_signing_alg_values_supported: 'ES256',
  scopes_supported: 'cases:read',
  service_documentation: 'https://api.recourse.example/reference',
  type: 'case.listed',
  types: 'case.listed',
  url: 'https://erp.haven.example/recourse',
  secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  body: '{"type":"case.listed","timestamp":"2026-03-01T08:30:00.000Z","data":{"caseId":"case_01JABCDEFGHJKMNPQRSTVWXYZ0"}}',
};

/** Words that tell more than the first of their enum. */
const WORDS: Record<string, string> = { CaseState: 'listed', CaseGrade: 'B' };

/** An answer as it might look, made from its schema. */
export function exampleOf(schema: JsonSchema, components: Components, field = '', owner = ''): unknown {
  const nullable = schema.anyOf !== undefined || Array.isArray(schema.type);
  if (schema.anyOf) return null;
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return exampleOf(components[name] ?? {}, components, field, name);
  }
  if (schema.enum) return WORDS[owner] ?? schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return objectExample(schema, components, owner);
  if (type === 'array') return [exampleOf(schema.items ?? {}, components, field, owner)];
  if (type === 'integer') return integerExample(field);
  if (type === 'boolean') return true;
  return textExample(schema, field, owner, nullable);
}

function objectExample({ properties = {} }: JsonSchema, components: Components, owner: string): object {
  const fields = Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema, components, name, owner)]);
  return Object.fromEntries(fields);
}

function integerExample(field: string): number {
  if (/bps$/i.test(field)) return 2_000;
  if (field === 'score') return 62;
  if (field === 'penaltyPoints') return 0;
  if (/status$/i.test(field)) return 204;
  return field === 'bytes' ? 48_213 : 3;
}

function textExample(schema: JsonSchema, field: string, owner: string, nullable: boolean): string | null {
  if (schema.format === 'date') return '2026-03-01';
  if (schema.format === 'date-time') return nullable ? null : '2026-03-01T08:30:00.000Z';
  if (schema.pattern?.startsWith('^[a-z]')) return `${ID_PREFIX[idKind(field === 'id' ? owner : field)]}_${ULID}`;
  if (schema.pattern) return '125000';
  return TEXTS[field] ?? (nullable ? null : 'text');
}

/** `caseId` and `HallCase` name a case: a kind is the whole of the name or its last word. */
function idKind(name: string): IdKind {
  const whole = name.replace(/Id$/, '');
  const last = whole.split(/(?=[A-Z])/).at(-1) ?? '';
  const words = [whole, last].map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  const known = words.find((word) => word in ID_PREFIX || word in ID_KINDS) ?? 'organisation';
  return ID_KINDS[known] ?? (known as IdKind);
}
