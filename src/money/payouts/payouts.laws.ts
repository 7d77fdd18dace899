import type { Law } from '../../kernel/index.js';

/** What must hold between payouts, creditors' payments and the ledger at any instant. */
export const payoutLaws: Law[] = [
  {
    name: 'what is set aside for a provider is the sum of its payouts that are due or sent',
    sql: `SELECT o.id, coalesce(a.balance_fen, 0) AS balance_fen, coalesce(p.open_fen, 0) AS open_fen
          FROM organisations o
          LEFT JOIN ledger_accounts a ON a.owner_organisation_id = o.id AND a.kind = 'payout_in_transit'
          LEFT JOIN (SELECT provider_id, sum(amount_fen) AS open_fen FROM payouts WHERE state IN ('due', 'sent')
                     GROUP BY provider_id) p ON p.provider_id = o.id
          WHERE coalesce(a.balance_fen, 0) <> coalesce(p.open_fen, 0)`,
  },
  {
    name: 'each payment by a creditor has one transfer of its amount',
    sql: `SELECT p.id, p.amount_fen, e.amount
          FROM creditor_payments p
          LEFT JOIN LATERAL (
            SELECT sum(n.amount_fen) AS amount FROM ledger_transfers t
            JOIN ledger_entries n ON n.transfer_id = t.id
            JOIN ledger_accounts a ON a.id = n.account_id AND a.owner_organisation_id = p.creditor_id
            WHERE t.key = 'creditor-payment:' || p.id) e ON true
          WHERE e.amount IS DISTINCT FROM p.amount_fen`,
  },
];
