// Who may import whom, written once. A new need may change these lists; they stay acyclic, each arrow is used, and a new one is
// argued in the commit. The statements of repositories obey them too (test/contracts/module-map.spec.ts).

/** kernel ← events ← platform ← the areas, in this order. What an area may import beside the three below it. */
const AREAS = {
  parties: [],
  risk: ['parties'],
  casework: ['risk', 'parties'],
  money: ['casework', 'parties'],
  exchange: ['money', 'casework', 'parties'],
  notifications: ['casework', 'parties'],
  operations: ['casework', 'parties'],
};

/** Inside an area: what a module may import of its neighbours. */
const MODULES = {
  parties: {
    worlds: [],
    throttle: [],
    members: ['throttle', 'worlds'],
    files: ['worlds'],
    'api-keys': ['worlds'],
    'oauth-clients': ['api-keys', 'members', 'throttle', 'worlds'],
    approvals: [],
    verification: ['approvals', 'files', 'worlds'],
  },
  risk: { standing: [], oversight: ['standing'] },
  casework: {
    debt: [],
    interest: ['debt'],
    admission: ['interest', 'debt'],
    debtors: ['admission'],
    hall: ['debt', 'admission'],
    lines: ['debt'],
    cases: ['lines', 'interest', 'debt', 'admission', 'debtors', 'hall'],
    quotes: ['cases', 'lines', 'interest', 'admission', 'debt'],
    reviews: ['cases', 'admission', 'debt'],
    grabs: ['cases', 'admission', 'debt', 'debtors'],
    collection: ['grabs', 'cases'],
    closings: ['collection', 'grabs', 'cases'],
    interventions: ['grabs', 'cases'],
  },
  money: {
    ledger: [],
    settlement: ['ledger'],
    payouts: ['settlement', 'ledger'],
    statements: ['payouts', 'settlement', 'ledger'],
    repayments: ['settlement'],
  },
  exchange: {
    erp: [],
    rows: [],
    'line-changes': [],
    books: ['line-changes', 'rows'],
    batches: ['books', 'rows'],
    connections: ['books', 'rows', 'erp'],
    exports: [],
  },
  notifications: {
    sinks: [],
    feed: [],
    live: ['feed'],
    endpoints: ['feed', 'sinks'],
    deliveries: ['endpoints', 'feed', 'sinks'],
  },
  operations: { 'audit-trail': [], policies: [], sandboxes: [] },
};

module.exports = { AREAS, MODULES };
