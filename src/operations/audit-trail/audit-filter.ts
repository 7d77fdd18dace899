import { defineReasons, ID_PREFIX, type IdKind, invalid, parsePublicId } from '../../kernel/index.js';
import type { AuditFilter } from '../../platform/audit/index.js';

/** A filter as its faces take it: ids of any kind as texts. */
export interface AskedAuditFilter extends AuditFilter {
  readonly organisationId?: string | null | undefined;
}

const ACTORS = ['member', 'apiKey', 'oauthClient'] as const satisfies readonly IdKind[];
const KINDS = ['case', ...Object.keys(ID_PREFIX)] as IdKind[];

const invalidAudit = defineReasons({
  NO_KNOWN_ID: [
    'must be a {kind} id or one of another kind, such as {example}',
    '应为 {kind} 编号或其他类型的编号，例如 {example}',
  ],
});

/** The filter with uuids for its ids. Refuses INVALID_INPUT for an id of no known kind, and for a time that ends before it begins. */
export function auditFilterOf(asked: AskedAuditFilter, path: string): AuditFilter {
  const { actorId, subjectId, from, to } = asked;
  if (from && to && to <= from) throw invalid('AT_LEAST_FIELD', { path: `${path}to`, other: 'from' });
  return {
    ...asked,
    ...(actorId ? { actorId: uuidOf(actorId, ACTORS, `${path}actorId`) } : {}),
    ...(subjectId ? { subjectId: uuidOf(subjectId, KINDS, `${path}subjectId`) } : {}),
  };
}

function uuidOf(text: string, kinds: readonly IdKind[], path: string): string {
  for (const kind of kinds) {
    const uuid = parsePublicId(kind, text);
    if (uuid) return uuid;
  }
  const [kind] = kinds as [IdKind];
  throw invalidAudit('NO_KNOWN_ID', { path, kind, example: `${ID_PREFIX[kind]}_01J…` });
}
