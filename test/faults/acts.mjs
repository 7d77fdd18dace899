/** What the load does, each as the request that does it. All but an upload and a reading carry a key. */
const grab = (name, more = '') =>
  `mutation ($grabId: ID!) { result: ${name}(grabId: $grabId${more}) { __typename ... on Refusal { code } ... on Grab { id } } }`;
const GRAPHQL = {
  accepted: grab('acceptEntrustment'),
  returned: grab('returnGrab', ', reason: "faults"'),
  completed: grab('completeGrab', ', closeCode: partially_paid'),
  reversed: `mutation ($repaymentId: ID!) { result: reverseRepayment(repaymentId: $repaymentId, reason: "faults") { __typename ... on Refusal { code } ... on Repayment { id } } }`,
};

const json = (value) => ({ method: 'POST', body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
const graphql = (query, variables) => ['/graphql', json({ query, variables })];

const REQUESTS = {
  posted: ({ key }) => ['/v1/cases', json(debt(key))],
  imported: ({ key, rows }) => {
    const lines = Array.from({ length: rows }, (_, n) => JSON.stringify(debt(`${key}-${n}`)));
    return ['/v1/case-batches', upload({}, `${lines.join('\n')}\n`, 'application/x-ndjson', `${key}.ndjson`)];
  },
  uploaded: ({ purpose }) => ['/v1/files', upload({ purpose }, '%PDF-1.7\n%%EOF\n', 'application/pdf', 'paper.pdf')],
  grabbed: ({ caseId }) => [`/v1/cases/${caseId}/grab`, { method: 'POST' }],
  accepted: ({ grabId }) => graphql(GRAPHQL.accepted, { grabId }),
  returned: ({ grabId }) => graphql(GRAPHQL.returned, { grabId }),
  completed: ({ grabId }) => graphql(GRAPHQL.completed, { grabId }),
  reported: ({ key, caseId, voucherFileId }) => [
    '/v1/repayments',
    json({
      ...{ caseId, voucherFileId, externalRef: key, amountFen: '100000' },
      ...{ paidOn: dayInChina(), channel: 'bank_transfer', payee: 'creditor' },
    }),
  ],
  confirmed: ({ repaymentId }) => [`/v1/repayments/${repaymentId}/confirm`, { method: 'POST' }],
  reversed: ({ repaymentId }) => graphql(GRAPHQL.reversed, { repaymentId }),
  read: ({ path }) => [path, { method: 'GET' }],
};

export const WRITES = Object.keys(REQUESTS).filter((kind) => kind !== 'read');
/** Without a key a repetition is another act. */
export const isKeyed = ({ kind }) => kind !== 'read' && kind !== 'uploaded';
export const requestOf = (act) => REQUESTS[act.kind](act);

function upload(fields, contents, type, name) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([contents], { type }), name);
  return { method: 'POST', body: form };
}

function dayInChina(before = 0) {
  return new Date(Date.now() + 8 * 3_600_000 - before * 86_400_000).toISOString().slice(0, 10);
}

function debt(ref) {
  return {
    externalRef: ref,
    category: 'commercial_receivable',
    debtorKind: 'enterprise',
    debtorName: `海港贸易${ref.slice(0, 6)}有限公司`,
    regionCode: '310000',
    principalFen: '1200000',
    dueOn: dayInChina(120),
    invoicedOn: dayInChina(180),
    legalOrigin: 'trade',
    evidence: ['contract', 'invoice', 'delivery_note', 'reconciliation_statement'],
    serviceLine: 'agency_dunning',
  };
}
