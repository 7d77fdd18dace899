import type { Law } from '../../kernel/index.js';

/** What must hold in the ledger at any instant. */
export const ledgerLaws: Law[] = [
  {
    name: 'the entries of each transfer sum to zero',
    sql: `SELECT transfer_id, sum(amount_fen) AS sum_fen FROM ledger_entries GROUP BY transfer_id HAVING sum(amount_fen) <> 0`,
  },
  {
    name: 'all entries of the ledger sum to zero',
    sql: `SELECT 'ledger' AS id, sum(amount_fen) AS sum_fen FROM ledger_entries HAVING sum(amount_fen) <> 0`,
  },
  {
    name: 'all entries of each world sum to zero',
    sql: `SELECT o.sandbox_id AS id, sum(e.amount_fen) AS sum_fen
          FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id JOIN organisations o ON o.id = a.owner_organisation_id
          GROUP BY o.sandbox_id HAVING sum(e.amount_fen) <> 0`,
  },
  {
    name: 'no transfer touches two worlds',
    sql: `SELECT e.transfer_id, count(DISTINCT coalesce(o.sandbox_id::text, 'live')) AS worlds
          FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id JOIN organisations o ON o.id = a.owner_organisation_id
          GROUP BY e.transfer_id HAVING count(DISTINCT coalesce(o.sandbox_id::text, 'live')) > 1`,
  },
  {
    name: 'the balance of each account is the sum of its entries',
    sql: `SELECT a.id, a.kind, a.balance_fen, coalesce(e.sum_fen, 0) AS sum_fen
          FROM ledger_accounts a
          LEFT JOIN (SELECT account_id, sum(amount_fen) AS sum_fen FROM ledger_entries GROUP BY account_id) e ON e.account_id = a.id
          WHERE a.balance_fen <> coalesce(e.sum_fen, 0)`,
  },
  {
    name: 'each month of an account is the sum of its entries',
    sql: `SELECT coalesce(m.account_id, e.account_id) AS id, coalesce(m.month, e.month) AS month, m.moved_fen, e.sum_fen
          FROM ledger_months m FULL JOIN (
            SELECT account_id, date_trunc('month', occurred_at AT TIME ZONE 'UTC' + interval '8 hours')::date AS month,
                   sum(amount_fen) AS sum_fen FROM ledger_entries GROUP BY 1, 2) e
            ON e.account_id = m.account_id AND e.month = m.month
          WHERE coalesce(m.moved_fen, 0) <> coalesce(e.sum_fen, 0)`,
  },
  {
    name: 'each reversal mirrors the transfer it names, account by account',
    sql: `SELECT r.id, r.key, both_sides.account_id, both_sides.sum_fen
          FROM ledger_transfers r
          CROSS JOIN LATERAL (
            SELECT e.account_id, sum(e.amount_fen) AS sum_fen FROM ledger_entries e
            WHERE e.transfer_id IN (r.id, r.reverses_transfer_id) GROUP BY e.account_id HAVING sum(e.amount_fen) <> 0
          ) both_sides
          WHERE r.reverses_transfer_id IS NOT NULL`,
  },
];
