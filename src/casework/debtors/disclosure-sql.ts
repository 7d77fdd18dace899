/**
 * The cases disclosed to the organisation of a parameter such as `$1` now, and whether each is disclosed in `full`: the widest
 * disclosure of each, so that nothing is grouped and a list follows the index.
 */
export function disclosedTo(organisation: string): string {
  return `SELECT s.case_id, s.stage = 'holder_full' AS "full" FROM case_disclosures s
    WHERE s.organisation_id = ${organisation}::uuid AND s.revoked_at IS NULL
      AND (s.stage = 'holder_full' OR (SELECT f.id FROM case_disclosures f WHERE f.organisation_id = s.organisation_id
        AND f.case_id = s.case_id AND f.stage = 'holder_full' AND f.revoked_at IS NULL) IS NULL)`;
}

/** Whether a case was ever disclosed to a provider. */
export function everDisclosed(caseId: string): string {
  return `EXISTS (SELECT 1 FROM case_disclosures d WHERE d.case_id = ${caseId})`;
}
