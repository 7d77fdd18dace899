import { registerEnumType } from '@nestjs/graphql';
import { CASE_STATES, CLOSE_CODES, type CloseCode } from './case.lifecycle.js';
import { DEBT_CATEGORIES, DEBTOR_KINDS, EVIDENCE_KINDS, LEGAL_ORIGINS, SERVICE_LINES } from './case-draft.js';
import { CASE_GRADES } from './score.policy.js';

/** An enum whose GraphQL names are the words used everywhere else, registered once. */
function wordsEnum<W extends string>(name: string, words: readonly W[], description: string): Record<W, W> {
  const members = Object.fromEntries(words.map((word) => [word, word])) as Record<W, W>;
  registerEnumType(members, { name, description });
  return members;
}

export const CaseStateEnum = wordsEnum('CaseState', CASE_STATES, 'Where a case stands in its life.');
export const CloseCodeEnum: Record<CloseCode, CloseCode> = wordsEnum(
  'CloseCode',
  CLOSE_CODES,
  'Why a case was closed.',
);
export const DebtCategoryEnum = wordsEnum('DebtCategory', DEBT_CATEGORIES, 'What kind of debt a case is.');
export const DebtorKindEnum = wordsEnum('DebtorKind', DEBTOR_KINDS, 'Whether the debtor is an enterprise or a person.');
export const LegalOriginEnum = wordsEnum('LegalOrigin', LEGAL_ORIGINS, 'What a debt arose from.');
export const EvidenceKindEnum = wordsEnum('EvidenceKind', EVIDENCE_KINDS, 'What a document proves.');
export const ServiceLineEnum = wordsEnum('ServiceLine', SERVICE_LINES, 'The service a case asks for.');
export const CaseGradeEnum = wordsEnum('CaseGrade', CASE_GRADES, 'How recoverable a case is by its score, A the best.');
