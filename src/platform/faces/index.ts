export { Answers, answeredViews, listedIn } from './answers.js';
export { IdArg, idOf, optionalIdOf, textOf } from './argument-pipes.js';
export { BATCH_BODY_LIMIT, BodyLimit, FORM_LIMIT, JSON_BATCH_LIMIT } from './body-limit.js';
export { type ConnectionOf, connectionOf, PageConnection, toConnection } from './connection.js';
export { deprecationFault, deprecationWords } from './deprecation.policy.js';
export { type DeclaredFacts, declaredFacts, IDEMPOTENCY_KEY, Idempotent, Refuses, RequestExample } from './facts.js';
export {
  CountField,
  DayField,
  FenField,
  FlagField,
  IdField,
  InstantField,
  JsonField,
  Nested,
  NestedList,
  WordField,
  WordsField,
} from './fields.js';
export { FileTooLarge, FileTypeNotAllowed } from './http.refusals.js';
export { type ListOf, ListQuery, listOf, PageArgs, pageInput } from './list.js';
export { neighbourhood } from './neighbourhood.js';
export { RateLimits } from './rate-limits.js';
export { RequestContext } from './request-context.js';
export { markSandbox } from './request-facts.js';
export { DayScalar, FenScalar, InstantScalar, JsonObjectScalar } from './scalars.js';
export { LanguageField, languageOf, SHEET_TYPES, SheetQuery, sheetFile } from './sheet-file.js';
export { EmailField, MonthField, NameField, TextField, TextsField } from './text-fields.js';
export { FILE_LIMIT, NDJSON_LIMIT, readUpload, readUploads, type Upload } from './upload.js';
export { DEEPEST, nestedBeyond } from './validation.pipe.js';
export { viewOf } from './view.js';
export { wordsEnum } from './words-enum.js';
