/** Vocabularies as lists, for help texts and for programs that check what people type. */
export function values(schema, document) {
  const enumOf = (name) =>
    schema
      .getType(name)
      .getValues()
      .map((one) => one.name);
  const { flows } = Object.values(document.components.securitySchemes).find(({ type }) => type === 'oauth2');
  const lists = {
    CASE_STATES: enumOf('CaseState'),
    DEBT_CATEGORIES: enumOf('DebtCategory'),
    AMOUNT_BANDS: enumOf('AmountBand'),
    IMPORT_MODES: enumOf('CaseBatchMode'),
    EVENT_TYPES: Object.keys(document.webhooks),
    SCOPES: Object.keys(Object.values(flows)[0].scopes),
  };
  return Object.entries(lists)
    .map(([name, list]) => `export const ${name} = [\n${list.map((one) => `  '${one}',\n`).join('')}] as const;\n`)
    .join('\n');
}
