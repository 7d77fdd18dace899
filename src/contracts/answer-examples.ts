import { ID_PREFIX, type IdKind, sampleId } from '../kernel/index.js';
import {
  type Components,
  type ExampleWords,
  exampleOf,
  type JsonSchema,
  textOfFormat,
} from '../platform/examples/index.js';
import { ID_KINDS } from './parameter-words.js';

/** Texts by the name of their field; a nullable text that is not among them is shown as null. */
const TEXTS: Readonly<Record<string, string>> = {
  number: 'DC-2026-48210397',
  externalRef: 'AR-2026-0042',
  documentNumber: 'INV-2026-0042',
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
  unreadSheets: '2025-02',
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
  body: `{"type":"case.listed","timestamp":"2026-03-01T08:30:00.000Z","data":{"caseId":"${sampleId('case')}"}}`,
};

/** The text of a field of this name, or of one in a list of this name. */
export function textNamed(field: string, texts = TEXTS): string | undefined {
  return texts[field] ?? texts[field.replace(/s$/, '')];
}

/** Values that are better examples than the first of their enum. */
const WORDS: Record<string, string> = { CaseState: 'listed', CaseGrade: 'B' };
const NUMBERS: Record<string, number> = { score: 62, penaltyPoints: 0, bytes: 48_213 };

const ANSWERED: ExampleWords = {
  text: textOf,
  number: (_, field) => (/bps$/i.test(field) ? 2_000 : /status$/i.test(field) ? 204 : (NUMBERS[field] ?? 3)),
  word: (owner) => WORDS[owner],
  nullsShown: true,
};

/** An example of an answer, made from its schema. */
export function answerExample(schema: JsonSchema, components: Components): unknown {
  return exampleOf(schema, ANSWERED, components);
}

function textOf({ type, format, pattern }: JsonSchema, field: string, owner: string): string | null {
  const nullable = Array.isArray(type);
  if (format) return nullable && format === 'date-time' ? null : (textOfFormat(format) ?? 'text');
  if (pattern?.startsWith('^[a-z]')) return sampleId(idKind(field === 'id' ? owner : field));
  if (pattern) return '125000';
  return textNamed(field) ?? (nullable ? null : 'text');
}

/** `caseId` and `HallCase` name a case: a kind is the whole of the name or its last word. */
function idKind(name: string): IdKind {
  const whole = name.replace(/Id$/, '');
  const last = whole.split(/(?=[A-Z])/).at(-1) ?? '';
  const words = [whole, last].map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  const known = words.find((word) => word in ID_PREFIX || word in ID_KINDS) ?? 'organisation';
  return ID_KINDS[known] ?? (known as IdKind);
}
