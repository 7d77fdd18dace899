/**
 * Descriptions of the groups of REST operations, in the order of use: how to get in, how cases come, how they are worked and paid,
 * and what is told about them. A new group needs a line here.
 */
export const TAGS: Readonly<Record<string, string>> = {
  auth: 'Logging members in and out. Machines use an API key or an OAuth client instead.',
  oauth: 'Access tokens for machines (OAuth 2.0 client credentials).',
  sandboxes: 'Test organisations, the values that produce each outcome, and a clock of their own.',
  files: 'Documents are uploaded here first; other operations then name them by id.',
  'case batches': 'Many cases at once from an ERP: as JSON rows or as a file, with the outcome of every row.',
  'ERP connections': 'Receivables read from ERPs or sent as UBL documents, and the outcome of each.',
  cases: 'Overdue debts put up for recovery: posting, reading, withdrawing, their evidence.',
  hall: 'The cases open for grabbing, de-identified.',
  grabs: 'Taking cases from the hall, and how each grab ended.',
  repayments: 'What debtors paid: reported, confirmed, reversed.',
  statements: 'The lines of a month: commissions, fees, payouts.',
  exports: 'Documents and tables of one’s own data, made in the background.',
  events: 'What happened, as a list with a cursor and as a stream (server-sent events).',
  webhooks: 'Signed deliveries of events to one’s own servers.',
  errors: 'The error catalogue: every code, in both languages.',
};
