export { CaseLineView, LineKindEnum, lineView } from './case-line.graphql.js';
export { DebtLineInput, lineFrom, linesFrom } from './case-line.inputs.js';
export {
  type CaseLine,
  expiryOf,
  type LineInJson,
  type LineToWrite,
  linesToWrite,
  openLines,
  readLine,
  readTargets,
  type SeenLine,
  seenLines,
  type TargetInJson,
  type TargetLine,
  targetsInJson,
} from './case-lines.js';
export { linesAs, sameLines, statedLines } from './line-revision.policy.js';
export { linesOfCase, linesText, writeLines } from './line-sql.js';
export { LinesModule } from './lines.module.js';
