export { type Answer, answerOf, internalAnswer } from './answer.js';
export { BATCH_BODY_LIMIT, BODY_LIMIT, BodyLimit } from './body-limit.js';
export { describeErrors } from './contract.js';
export { type AppOptions, createApp, dress, httpAdapter } from './create-app.js';
export * from './http.refusals.js';
export { type ListOf, ListQuery, listOf, pageInput } from './list.js';
export { localeOfRequest, type Problem, problemOf } from './problem.js';
export { FILE_LIMIT, mediaTypeOf, readUpload, type Upload, type UploadKind } from './upload.js';
export { InputPipe } from './validation.pipe.js';
