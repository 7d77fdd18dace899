import { EVIDENCE_KIND, type EvidenceKind, LEGAL_ORIGIN, type LegalOrigin } from '../../casework/admission/index.js';

/** An unknown origin is `other`, which admission sends to a reviewer. */
export const readLegalOrigin = (text: string): LegalOrigin => LEGAL_ORIGIN.read(text) ?? 'other';

const FILE_NAME = /\.[a-z0-9]{2,5}$/i;

/**
 * The kinds of evidence a cell lists: words or file names with any usual separator. A file whose name says nothing is `other`;
 * a word that is not known makes the whole cell `undefined`, since it may be a misspelt kind that decides the score.
 */
export function readEvidence(text: string): EvidenceKind[] | undefined {
  const parts = text.split(/[;；,，、|/\n\s+]+/).filter((part) => part !== '' && !/^(无|没有|none|-)$/i.test(part));
  const kinds = parts.map((part) => EVIDENCE_KIND.read(part) ?? (FILE_NAME.test(part) ? 'other' : undefined));
  return kinds.every((kind) => kind !== undefined) ? [...new Set(kinds)] : undefined;
}
