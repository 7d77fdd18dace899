import { type CodeOf, defineVocabulary } from './vocabulary.js';

/** Why the platform stepped in on a case or a grab. */
export const INTERVENTION_REASON = defineVocabulary({
  suspected_fraud: { en: 'Forged papers or feigned payments are suspected.', zh: '涉嫌欺诈' },
  complaint: { en: 'A complaint about the work on the case.', zh: '投诉' },
  debtor_dispute: { en: 'The debtor disputes the claim.', zh: '债务人异议' },
  wrong_debtor: { en: 'The case names the wrong debtor.', zh: '债务人有误' },
  legal_order: { en: 'An authority or court ordered it.', zh: '依法要求' },
  verification_lost: { en: 'The verification of a party is suspended, has expired or was revoked.', zh: '认证失效' },
  inactive_holder: { en: 'The holder does not work on the case.', zh: '服务方未办理' },
  resolved: { en: 'The reason no longer applies.', zh: '已解决' },
  other: { en: 'Another reason, given in the note.', zh: '其他' },
});
export type InterventionReason = CodeOf<typeof INTERVENTION_REASON>;
