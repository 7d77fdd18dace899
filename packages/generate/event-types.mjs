/** What each public event carries, from the webhooks of the REST contract; amounts as the client gives them, bigint. */
export function eventTypes(document) {
  const events = Object.entries(document.webhooks).map(([type, { post }]) => {
    const { data } = post.requestBody.content['application/json'].schema.properties;
    return `  /** ${post.summary} */\n  '${type}': ${typeOf(data, '')};`;
  });
  return `/** What each public event carries: ids, amounts and codes, never personal data. */
export interface EventData {
${events.join('\n')}
}
`;
}

function typeOf(schema, name) {
  if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, name)).join(' | ');
  if (schema.enum) return schema.enum.map((word) => `'${word}'`).join(' | ');
  switch (schema.type) {
    case 'object':
      return schema.properties ? fieldsOf(schema) : `Record<string, ${typeOf(schema.additionalProperties, '')}>`;
    case 'array':
      return `(${typeOf(schema.items, '')})[]`;
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
    case 'null':
      return schema.type;
    case 'string':
      return name.endsWith('Fen') ? 'bigint' : 'string';
    default:
      throw new Error(`no type for ${name}: ${JSON.stringify(schema)}`);
  }
}

function fieldsOf({ properties, required = [] }) {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const words = schema.description ? `    /** ${schema.description} */\n` : '';
    return `${words}    ${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema, name)};`;
  });
  return `{\n${fields.join('\n')}\n  }`;
}
