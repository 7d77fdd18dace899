export { sentExample } from './example-values.js';
export { idExample, idInWords, parameterWords } from './parameter-words.js';
export { exampleOf } from './view-examples.js';
export { type JsonSchema, referencesIn, viewSchemas } from './view-schemas.js';
