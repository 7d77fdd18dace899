/** What the contracts still lack. A line may only be taken away: a list that promises too little fails the test as well. */

/** REST operations whose successful answer has no schema in openapi.yaml. */
export const UNDESCRIBED_ANSWERS: readonly string[] = [
  'addEvidence',
  'confirmRepayment',
  'downloadEvidence',
  'getCase',
  'getCaseDebtor',
  'getGrab',
  'getRepayment',
  'getStatement',
  'grabCase',
  'listCases',
  'listGrabs',
  'listHall',
  'listRepayments',
  'postCase',
  'relistCase',
  'reportRepayment',
  'withdrawCase',
];

/** Enums whose values have no words of their own. */
export const UNDESCRIBED_ENUMS: readonly string[] = [
  'AmountBand',
  'ApplicantKind',
  'CaseGrade',
  'CaseState',
  'CheckSeverity',
  'CloseCode',
  'CustomerKind',
  'DebtCategory',
  'DebtorKind',
  'EvidenceKind',
  'LegalOrigin',
  'MemberState',
  'OrganisationKind',
  'RepaymentChannel',
  'Role',
  'ServiceLine',
];
