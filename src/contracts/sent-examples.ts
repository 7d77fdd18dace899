import {
  type Components,
  type ExampleWords,
  exampleOf,
  type JsonSchema,
  PLAIN_WORDS,
  textOfFormat,
} from '../platform/examples/index.js';
import { textNamed } from './answer-examples.js';
import { idExample } from './parameter-words.js';

/** What callers send in fields of these names. */
const SENT: Readonly<Record<string, string>> = {
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
  matter: 'sale',
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

const REQUESTED: ExampleWords = {
  text: ({ format, pattern, maxLength = 1_000 }, field) => {
    const known = textNamed(field, SENT) ?? textNamed(field) ?? idExample(field) ?? 'text';
    if (/Fen$/.test(field)) return '125000';
    return textOfFormat(format) ?? (pattern && !new RegExp(pattern).test(known) ? 'text' : known).slice(0, maxLength);
  },
  number: (schema, field) => {
    const { minimum = 0 } = schema;
    return PLAIN_WORDS.number(/bps$/i.test(field) ? { ...schema, minimum: Math.max(minimum, 2_000) } : schema, field);
  },
};

/** A value that a request may have here, made from its schema: what is declared, else by the name of the field. */
export function sentExample(schema: JsonSchema, components: Components, field = ''): unknown {
  return exampleOf(schema, REQUESTED, components, field);
}
