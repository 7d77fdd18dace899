import type { Law } from '../../kernel/index.js';

/** SQL of the statutory ceiling of a lawyer's contingency fee on an amount in fen (司发通〔2021〕87号 item 6), multiplied by 10,000. */
const CAP = (fen: string) => `(
  least(${fen}, 100000000) * 1800
  + greatest(least(${fen}, 500000000) - 100000000, 0) * 1500
  + greatest(least(${fen}, 1000000000) - 500000000, 0) * 1200
  + greatest(least(${fen}, 5000000000) - 1000000000, 0) * 900
  + greatest(${fen} - 5000000000, 0) * 600)`;

/** SQL of what makes grabs `g` one mandate: an agency's is one by itself, those of a law firm on one case are one together. */
const MANDATE = `CASE WHEN g.terms->>'capKind' = 'lawyer' THEN g.case_id::text || g.provider_id::text ELSE g.id::text END`;

/** What must hold between commissions, their totals and the ledger at any instant. */
export const settlementLaws: Law[] = [
  {
    name: "each mandate's commission is the sum of its bookings, less reversals, with their adjustments",
    sql: `SELECT min(t.grab_id::text) AS offender, sum(t.commission_fen) AS total, sum(c.commission) AS booked
          FROM commission_totals t JOIN grabs g ON g.id = t.grab_id
          LEFT JOIN (
            SELECT grab_id, sum(CASE WHEN state = 'booked' THEN commission_fen ELSE adjustment_commission_fen END) AS commission
            FROM commissions GROUP BY grab_id) c ON c.grab_id = t.grab_id
          GROUP BY ${MANDATE}
          HAVING sum(t.commission_fen) <> coalesce(sum(c.commission), 0)`,
  },
  {
    name: 'each grab realised what its bookings, less reversals, say, and owes the fee on it',
    sql: `SELECT t.grab_id, t.realised_fen, c.realised, t.service_fee_fen, c.fee
          FROM commission_totals t
          LEFT JOIN (
            SELECT grab_id, sum(CASE WHEN state = 'booked' THEN repaid_fen ELSE 0 END) AS realised,
                   sum(CASE WHEN state = 'booked' THEN service_fee_fen ELSE adjustment_service_fee_fen END) AS fee
            FROM commissions GROUP BY grab_id) c ON c.grab_id = t.grab_id
          WHERE (t.realised_fen, t.service_fee_fen) IS DISTINCT FROM (coalesce(c.realised, 0), coalesce(c.fee, 0))`,
  },
  {
    name: 'no commission without recovery',
    sql: `SELECT grab_id, commission_fen, service_fee_fen FROM commission_totals
          WHERE realised_fen = 0 AND (commission_fen <> 0 OR service_fee_fen <> 0)`,
  },
  {
    name: 'each grab earns exactly the rate on what it realised, a law firm never more than the statutory cap on all stages of its mandate',
    sql: `SELECT * FROM (
            SELECT t.grab_id, t.realised_fen, t.commission_fen, t.service_fee_fen, g.terms,
                   sum(t.realised_fen) OVER w AS realised, sum(t.commission_fen) OVER w - t.commission_fen AS earned_before
            FROM commission_totals t JOIN grabs g ON g.id = t.grab_id
            WINDOW w AS (PARTITION BY ${MANDATE} ORDER BY g.id)) t
          WHERE t.commission_fen <> CASE WHEN t.terms->>'capKind' = 'lawyer'
              THEN least(div(t.realised_fen::numeric * (t.terms->>'commissionBps')::int, 10000),
                         div(${CAP('t.realised_fen::numeric')}, 10000),
                         div(${CAP('t.realised::numeric')}, 10000) - t.earned_before)
              ELSE div(t.realised_fen::numeric * (t.terms->>'commissionBps')::int, 10000) END
             OR t.service_fee_fen <> div(t.realised_fen::numeric * (t.terms->>'serviceFeeBps')::int, 10000)`,
  },
  {
    name: "every law firm's grab carries the statutory cap",
    sql: `SELECT g.id, g.terms FROM grabs g JOIN organisations o ON o.id = g.provider_id
          WHERE o.kind = 'law_firm' AND g.terms->>'capKind' <> 'lawyer'`,
  },
  {
    name: 'each booking has the transfer of its repayment with the amounts booked',
    sql: `SELECT c.id, c.repayment_id, e.commission, e.fee
          FROM commissions c
          LEFT JOIN ledger_transfers t ON t.id = c.transfer_id AND t.key = 'repayment:' || c.repayment_id
          LEFT JOIN LATERAL (
            SELECT coalesce(sum(n.amount_fen) FILTER (WHERE a.owner_organisation_id = c.provider_id AND a.kind = 'provider_receivable'), 0) AS commission,
                   coalesce(sum(n.amount_fen) FILTER (WHERE a.kind = 'platform_fee'), 0) AS fee
            FROM ledger_entries n JOIN ledger_accounts a ON a.id = n.account_id WHERE n.transfer_id = t.id) e ON true
          WHERE t.id IS NULL OR (e.commission, e.fee) IS DISTINCT FROM (c.commission_fen, c.service_fee_fen)`,
  },
  {
    name: 'each repayment with a booking, and no other, has exactly one transfer, each reversed one its mirror',
    sql: `SELECT coalesce(c.repayment_id, t.reference_id) AS id, c.state, t.booked, t.mirrored
          FROM commissions c
          FULL JOIN (
            SELECT reference_id, count(*) FILTER (WHERE kind = 'repayment') AS booked, count(*) FILTER (WHERE kind = 'reversal') AS mirrored
            FROM ledger_transfers WHERE kind IN ('repayment', 'reversal') GROUP BY reference_id) t ON t.reference_id = c.repayment_id
          WHERE coalesce(t.booked, 0) <> (c.id IS NOT NULL)::int
             OR coalesce(t.mirrored, 0) <> coalesce((c.state = 'reversed')::int, 0)`,
  },
  {
    name: 'each reversed booking nets to its adjustment in the ledger',
    sql: `SELECT c.id, c.repayment_id, e.commission, e.fee
          FROM commissions c
          LEFT JOIN LATERAL (
            SELECT coalesce(sum(n.amount_fen) FILTER (WHERE a.kind = 'provider_receivable'), 0) AS commission,
                   coalesce(sum(n.amount_fen) FILTER (WHERE a.kind = 'platform_fee'), 0) AS fee
            FROM ledger_entries n JOIN ledger_accounts a ON a.id = n.account_id
            WHERE n.transfer_id IN (c.transfer_id, c.reversal_transfer_id, c.adjustment_transfer_id)) e ON true
          WHERE c.state = 'reversed'
            AND (e.commission, e.fee) IS DISTINCT FROM (c.adjustment_commission_fen, c.adjustment_service_fee_fen)`,
  },
];
