import { registerEnumType } from '@nestjs/graphql';
import type {
  CaseGrade,
  DebtCategory,
  DebtorKind,
  EvidenceKind,
  LegalOrigin,
  ServiceLine,
} from '../admission/index.js';
import type { CaseState, CloseCode } from './case.lifecycle.js';

/** An enum whose GraphQL names are the words used everywhere else, each with what it means, registered once. */
function wordsEnum<W extends string>(name: string, description: string, meanings: Record<W, string>): Record<W, W> {
  const words = Object.entries<string>(meanings) as [W, string][];
  const members = Object.fromEntries(words.map(([word]) => [word, word])) as Record<W, W>;
  const valuesMap = Object.fromEntries(words.map(([word, meaning]) => [word, { description: meaning }]));
  registerEnumType(members, { name, description, valuesMap: valuesMap as Record<W, { description: string }> });
  return members;
}

export const CaseStateEnum = wordsEnum<CaseState>('CaseState', 'Where a case stands in its life.', {
  draft: 'Being written.',
  submitted: 'Waits for a reviewer.',
  under_review: 'A reviewer has claimed it.',
  listed: 'In the hall, free to be grabbed.',
  grabbed: 'A provider holds it and has not accepted the entrustment yet.',
  in_collection: 'A provider works on it.',
  on_hold: 'Stopped for the time being.',
  in_litigation: 'Before a court.',
  recovered: 'Closed: all of the outstanding amount came in.',
  partially_recovered: 'Closed: a part of the outstanding amount came in.',
  unrecovered: 'Closed: nothing came in.',
  withdrawn: 'Taken back by its creditor.',
  returned: 'Came back from its holders too often; its creditor may list it again.',
  rejected: 'Refused admission.',
});

export const CloseCodeEnum = wordsEnum<CloseCode>('CloseCode', 'Why a case was closed.', {
  paid: 'Paid in full.',
  partially_paid: 'Paid in part.',
  insolvent: 'The debtor is insolvent.',
  untraceable: 'The debtor cannot be found.',
  disputed: 'The debtor disputes the claim.',
  withdrawn: 'The creditor took it back.',
  exhausted: 'Everything was tried.',
  time_barred: 'The limitation period is over (Civil Code art. 188).',
  settlement_rejected: 'The creditor refused the settlement that was offered.',
  unresponsive_creditor: 'The creditor did not answer.',
  uneconomical: 'Going on would cost more than it brings.',
  never_started: 'No work was ever begun.',
  invalid_data: 'What was posted is wrong.',
});

export const DebtCategoryEnum = wordsEnum<DebtCategory>('DebtCategory', 'What kind of debt a case is.', {
  commercial_receivable: 'An invoice between enterprises.',
  property_management_fee: 'Fees for the management of a building or estate.',
  online_loan: 'A loan made over the internet.',
  credit_card: 'A credit card account.',
  private_loan: 'A loan between private lenders and borrowers.',
});

export const DebtorKindEnum = wordsEnum<DebtorKind>('DebtorKind', 'Whether the debtor is an enterprise or a person.', {
  enterprise: 'An enterprise, known by its unified social credit code.',
  person: 'A natural person, known by the resident identity number.',
});

export const LegalOriginEnum = wordsEnum<LegalOrigin>('LegalOrigin', 'What a debt arose from.', {
  trade: 'Goods sold.',
  service: 'Services rendered.',
  property: 'The use or management of property.',
  lending: 'Money lent.',
  gambling: 'Gambling; never admitted.',
  drugs: 'Drugs; never admitted.',
  other: 'Something else; a reviewer looks at it.',
});

export const EvidenceKindEnum = wordsEnum<EvidenceKind>('EvidenceKind', 'What a document proves.', {
  contract: 'What was agreed.',
  invoice: 'What was invoiced.',
  delivery_note: 'That goods or services were delivered.',
  reconciliation_statement: 'That the debtor agreed to the balance.',
  demand_letter: 'That payment was demanded.',
  loan_note: 'That the debtor signed for a loan.',
  payment_record: 'That money was paid to or by the debtor.',
  id_copy: 'Who the debtor is.',
  judgment: 'What a court or arbitrator decided.',
  other: 'Something else.',
});

export const ServiceLineEnum = wordsEnum<ServiceLine>('ServiceLine', 'The service a case asks for.', {
  agency_dunning: 'Dunning by a collection agency.',
  lawyer_dunning: 'Dunning by a lawyer.',
  lawyer_letter: 'One formal letter signed by a lawyer.',
  robot_dunning: 'Dunning by automatic calls and messages.',
  legal: 'A lawsuit or arbitration.',
});

export const CaseGradeEnum = wordsEnum<CaseGrade>('CaseGrade', 'How recoverable a case is by its score, A the best.', {
  A: 'Very likely to be recovered.',
  B: 'Likely to be recovered.',
  C: 'As likely as not in part.',
  D: 'Unlikely to be recovered.',
  E: 'Very unlikely to be recovered.',
});
