import { idExample } from './parameter-words.js';
import { TEXTS } from './view-examples.js';
import type { JsonSchema } from './view-schemas.js';

type Components = Readonly<Record<string, JsonSchema>>;

/** What callers send in fields of these names. */
const SENT: Record<string, unknown> = {
  ...TEXTS,
  email: 'finance@haven.example',
  password: 'lantern-quay-83-hill',
  debtorName: '海港贸易有限公司',
  debtorIdNumber: '91310115MA1K4QJN3C',
  debtorPhone: '+8613800138000',
  debtorAddress: '上海市浦东新区海港路 1 号',
  note: '对账单已签字，法务可直接跟进。',
  reason: '债务人已直接付清',
  description: 'ERP 回调',
  category: 'commercial_receivable',
  legalOrigin: 'trade',
  serviceLine: 'agency_dunning',
  evidence: 'invoice',
  referencePrefix: 'K3-',
  province: '310000',
  regionPrefix: '31',
  'Last-Event-ID': 'WyI0MjAxNyJd',
  period: '2026-03',
  refreshToken: 'rt_5f2c1d9e7b',
  accept: 'application/json',
  state: 'listed',
  url: 'https://erp.haven.example/recourse',
  file: '（文件内容）',
  defaults: '{"category":"commercial_receivable"}',
};

/** A value that a request may have here, made from its schema: what is declared, else by the name of the field. */
export function sentExample(schema: JsonSchema, components: Components, field = ''): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.$ref)
    return sentExample(components[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)] ?? {}, components, field);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => sentExample(one, components, field)));
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  if (choice) return sentExample(choice, components, field);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'object') return sentObject(schema, components);
  if (type === 'array') return [sentExample(schema.items ?? {}, components, field.replace(/s$/, ''))];
  if (type === 'integer' || type === 'number') return sentNumber(schema, field);
  return type === 'boolean' ? true : sentText(schema, field);
}

function sentObject({ properties = {} }: JsonSchema, components: Components): Record<string, unknown> {
  const fields = Object.entries(properties).map(([name, one]) => [name, sentExample(one, components, name)]);
  return Object.fromEntries(fields);
}

function sentNumber({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema, field: string): number {
  const usual = /bps$/i.test(field) ? 2_000 : 3;
  return Math.min(Math.max(usual, minimum), maximum);
}

function sentText({ format, pattern, maxLength = 1_000 }: JsonSchema, field: string): string {
  if (format === 'date') return '2026-03-01';
  if (format === 'date-time') return '2026-03-01T08:30:00.000Z';
  if (format === 'email') return SENT['email'] as string;
  if (/Fen$/.test(field)) return '125000';
  const known = SENT[field] ?? idExample(field) ?? 'text';
  const fits = typeof known === 'string' && (!pattern || new RegExp(pattern).test(known));
  return (fits ? known : 'text').slice(0, maxLength);
}
