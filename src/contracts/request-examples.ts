import { idInWords } from '../platform/examples/index.js';
import { type Document, operationsOf, type Parameter } from './document.js';
import { idExample } from './parameter-words.js';
import { sentExample } from './sent-examples.js';

/** Gives every body and parameter an example: the one its operation declares, else one made from the schema. */
export function giveRequestExamples(document: Document, declaredFor: (operationId: string) => unknown): void {
  const { schemas } = document.components;
  for (const { operation } of operationsOf(document)) {
    for (const parameter of operation.parameters ?? []) {
      if (!parameter.$ref) parameter.example ??= parameterExample(parameter);
    }
    for (const content of Object.values(operation.requestBody?.content ?? {})) {
      if (!content.schema) continue;
      content.example ??= declaredFor(operation.operationId) ?? sentExample(content.schema, schemas);
    }
  }
}

function parameterExample({ name, description = '', schema = {} }: Parameter): unknown {
  const example = sentExample(schema, {}, name);
  return example === 'text' ? (idExample(name) ?? idInWords(description) ?? example) : example;
}
