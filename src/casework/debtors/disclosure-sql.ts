/** The cases disclosed to the organisation of a parameter such as `$1` now, and whether each is disclosed in `full`. */
export function disclosedTo(organisation: string): string {
  return `SELECT case_id, bool_or(stage = 'holder_full') AS "full" FROM case_disclosures
    WHERE organisation_id = ${organisation}::uuid AND revoked_at IS NULL GROUP BY case_id`;
}

/** Whether a case was ever disclosed to a provider. */
export function everDisclosed(caseId: string): string {
  return `EXISTS (SELECT 1 FROM case_disclosures d WHERE d.case_id = ${caseId})`;
}
