import { publicId } from '../../src/kernel/index.js';
import { type Answer, request } from './http-connection.js';
import type { Verdict } from './load.js';

/** How a case is grabbed through one face, and what an answer to that means. */
export interface GrabFace {
  ask(caseId: string, token: string): Buffer;
  judge(answer: Answer): Verdict;
}

const GRAB = `mutation Grab($caseId: ID!) { grabCase(caseId: $caseId) { __typename
  ... on Grab { id caseId providerId state amountFen monthsOverdue terms { commissionBps serviceFeeBps lawyerFeeCap }
    grabbedAt acceptBy activityBy exclusiveUntil }
  ... on Refusal { code message } } }`;

export const BARE_GRAB: GrabFace = {
  ask: (caseId, token) => request('POST', '/grab', token, { caseId }),
  judge: byStatus,
};

export const REST_GRAB: GrabFace = {
  ask: (caseId, token) => request('POST', `/v1/cases/${publicId('case', caseId)}/grab`, token),
  judge: byStatus,
};

export const GRAPHQL_GRAB: GrabFace = {
  ask: (caseId, token) =>
    request('POST', '/graphql', token, { query: GRAB, variables: { caseId: publicId('case', caseId) } }),
  judge: byTypename,
};

function byStatus({ status }: Answer): Verdict {
  return status === 201 ? 'win' : status === 409 ? 'loss' : 'other';
}

function byTypename({ status, body }: Answer): Verdict {
  if (status !== 200) return 'other';
  if (body.includes('"__typename":"Grab"')) return 'win';
  return body.includes('"CASE_ALREADY_GRABBED"') ? 'loss' : 'other';
}
