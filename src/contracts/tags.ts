/** Descriptions of the groups of REST operations, for the API reference. A new group needs a line here. */
export const TAGS: Readonly<Record<string, string>> = {
  'ERP connections': 'Receivables read from ERPs or sent as UBL documents, and the outcome of each.',
  auth: 'Logging members in and out. Machines use an API key or an OAuth client instead.',
  'case batches': 'Many cases at once from an ERP: as JSON rows or as a file, with the outcome of every row.',
  cases: 'Overdue debts put up for recovery: posting, reading, withdrawing, their evidence.',
  errors: 'The error catalogue: every code, in both languages.',
  events: 'What happened, as a list with a cursor and as a stream (server-sent events).',
  exports: 'Documents and tables of one’s own data, made in the background.',
  files: 'Documents are uploaded here first; other operations then name them by id.',
  grabs: 'Taking cases from the hall, and how each grab ended.',
  hall: 'The cases open for grabbing, de-identified.',
  oauth: 'Access tokens for machines (OAuth 2.0 client credentials).',
  repayments: 'What debtors paid: reported, confirmed, reversed.',
  sandboxes: 'Test organisations, the values that produce each outcome, and a clock of their own.',
  statements: 'The lines of a month: commissions, fees, payouts.',
  webhooks: 'Signed deliveries of events to one’s own servers.',
};
