export {
  type Components,
  type ExampleWords,
  exampleOf,
  idInWords,
  type JsonSchema,
  PLAIN_WORDS,
  textOfFormat,
} from './example.js';
