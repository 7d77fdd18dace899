export {
  type CaseLine,
  type LineInJson,
  type LineToWrite,
  linesToWrite,
  openLines,
  readLine,
  type SeenLine,
  seenLine,
  type TargetLine,
} from './case-lines.js';
export { linesOfCase, linesText, writeLines } from './line-sql.js';
export { LinesModule } from './lines.module.js';
