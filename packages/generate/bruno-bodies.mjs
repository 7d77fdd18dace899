/** Values that make sense to the product, by the name of the field; anything else is made from its schema. */
const BY_NAME = {
  externalRef: 'AR-1001',
  category: 'commercial_receivable',
  debtorKind: 'enterprise',
  debtorName: '深圳市大华电子有限公司',
  debtorIdNumber: '91130600YY052GGA4R',
  debtorPhone: '13900000001',
  debtorAddress: '深圳市福田区深南大道1号',
  regionCode: '440305',
  principalFen: '800000',
  amountFen: '300000',
  dueOn: '2025-03-01',
  invoicedOn: '2025-02-01',
  paidOn: '2026-03-01',
  contractNumber: 'HT-7',
  documentNumber: 'INV-7',
  legalOrigin: 'trade',
  serviceLine: 'agency_dunning',
  evidence: ['contract', 'invoice'],
  commission: { bps: 1200, tiers: [{ minMonthsOverdue: 12, bps: 2000 }] },
  email: '{{email}}',
  password: '{{password}}',
  refreshToken: '{{refreshToken}}',
  channel: 'bank_transfer',
  payee: 'creditor',
  reason: 'The debtor has paid.',
  file: ['receivables.csv'],
};
/** Optional fields that an example is clearer without. */
const LEFT_OUT = new Set([
  'annualRateBps',
  'lastInterruptedOn',
  'note',
  'paidFen',
  'penaltyFen',
  'outstandingFen',
  'defaults',
  'claimTerms',
  'clock',
  'periodFrom',
  'periodTo',
]);
/** Whatever ends in `Id` is a variable of the environment, so that one request's answer can feed the next. */
const isId = (name) => /Id$/.test(name) || name === 'id';

/** An example of what a schema describes. */
export function exampleOf(schema, schemas, name = '') {
  if (schema.$ref) return exampleOf(schemas[schema.$ref.split('/').pop()], schemas, name);
  if (name in BY_NAME) return BY_NAME[name];
  if (isId(name)) return `{{${name}}}`;
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const options = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (options) return exampleOf(options.find((option) => option.type !== 'null') ?? options[0], schemas, name);
  return exampleOfType(schema, schemas);
}

function exampleOfType(schema, schemas) {
  const type = [schema.type].flat()[0];
  if (type === 'object') return exampleOfObject(schema, schemas);
  if (type === 'array') return [exampleOf(schema.items ?? {}, schemas)];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return false;
  if (schema.format === 'date') return '2026-03-01';
  if (schema.format === 'date-time') return '2026-03-01T08:30:00.000Z';
  if (schema.format === 'uri') return 'https://example.com/hook';
  return 'text';
}

function exampleOfObject({ properties = {}, required = [] }, schemas) {
  const fields = Object.entries(properties).filter(([name]) => required.includes(name) || !LEFT_OUT.has(name));
  return Object.fromEntries(fields.map(([name, schema]) => [name, exampleOf(schema, schemas, name)]));
}

/** The parts of a form, files marked as such. */
export function formOf(schema, schemas) {
  const whole = schema.oneOf?.find((option) => option.properties?.file) ?? schema;
  const resolved = whole.$ref ? schemas[whole.$ref.split('/').pop()] : whole;
  const { properties = {}, required = [] } = resolved;
  // A form's fields are read in their order, and the file ends it.
  const names = Object.keys(properties).sort((a, b) => (a === 'file') - (b === 'file'));
  return names.map((name) => {
    const isFile = properties[name].format === 'binary';
    const value = isFile ? ['{{file}}'] : String(asText(exampleOf(properties[name], schemas, name)));
    return { name, type: isFile ? 'file' : 'text', value, enabled: required.includes(name) || isFile };
  });
}

function asText(value) {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
