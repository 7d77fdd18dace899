import 'reflect-metadata';
import { LazyMetadataStorage } from '@nestjs/graphql/dist/schema-builder/storages/lazy-metadata.storage.js';
import { TypeMetadataStorage } from '@nestjs/graphql/dist/schema-builder/storages/type-metadata.storage.js';
import { getMetadataStorage } from 'class-validator';
import '../../src/boot/api.module.js';

interface InputClass {
  name: string;
  fields: string[];
  required: string[];
}

/** Every class a GraphQL argument may be, with the fields the schema gives it. */
function inputClasses(): (InputClass & { target: object })[] {
  LazyMetadataStorage.load();
  TypeMetadataStorage.compile();
  const inputs = TypeMetadataStorage.getInputTypesMetadata();
  const args = TypeMetadataStorage.getArgumentsMetadata();
  return [...inputs, ...args].map(({ target, properties }) => ({
    target,
    name: (target as { name: string }).name,
    fields: (properties ?? []).map((one) => one.name),
    required: (properties ?? [])
      .filter(({ options: { nullable, defaultValue } }) => !nullable && defaultValue === undefined)
      .map((one) => one.name),
  }));
}

describe('input classes', () => {
  it('that have rules have one for every field: a field without is refused as unknown', () => {
    const silent = inputClasses().flatMap(({ target, name, fields }) => {
      const rules = getMetadataStorage().getTargetValidationMetadatas(target as never, '', false, false);
      if (rules.length === 0) return []; // read whole by a policy of its own
      const checked = new Set(rules.map((rule) => rule.propertyName));
      return fields.filter((field) => !checked.has(field)).map((field) => `${name}.${field}`);
    });
    expect(silent).toEqual([]);
    expect(inputClasses().length).toBeGreaterThan(20);
  });

  it('that need a field on one face need it on the other: nothing inherited lets it be left out', () => {
    const optional = inputClasses().flatMap(({ target, name, required }) => {
      const rules = getMetadataStorage().getTargetValidationMetadatas(target as never, '', false, false);
      const left = rules.filter(({ type }) => type === 'conditionalValidation').map(({ propertyName }) => propertyName);
      return required.filter((field) => left.includes(field)).map((field) => `${name}.${field}`);
    });
    expect(optional).toEqual([]);
  });
});
