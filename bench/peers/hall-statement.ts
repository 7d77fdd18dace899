import type { QueryConfig } from 'pg';

/** A question to the hall as the query string of a URL. */
export interface HallQuestion {
  readonly sort?: 'NEWEST' | 'AMOUNT_DESC' | 'COMMISSION_DESC' | 'OVERDUE_LONGEST';
  readonly categories?: string;
  readonly provinces?: string;
  readonly minAmountFen?: string;
  readonly maxAmountFen?: string;
  /** The last row's place in the order, `key~id`. */
  readonly cursor?: string;
}

const ORDERS = {
  NEWEST: { column: 'listed_at', type: 'timestamptz', direction: 'DESC' },
  AMOUNT_DESC: { column: 'amount_fen', type: 'bigint', direction: 'DESC' },
  COMMISSION_DESC: { column: 'commission_bps', type: 'integer', direction: 'DESC' },
  OVERDUE_LONGEST: { column: 'due_on', type: 'date', direction: 'ASC' },
} as const;

/** One page and one row more, as one statement: conditions, a row comparison for the place, the order's index. */
export function hallStatement(question: HallQuestion): QueryConfig {
  const { column, type, direction } = ORDERS[question.sort ?? 'NEWEST'];
  const values: unknown[] = [];
  const conditions: string[] = ['sandbox_id IS NULL'];
  const condition = (sql: (place: string) => string, value: unknown) => {
    if (value !== undefined) conditions.push(sql(`$${values.push(value)}`));
  };
  condition((at) => `category = ANY (${at}::text[])`, question.categories?.split(','));
  condition((at) => `province = ANY (${at}::text[])`, question.provinces?.split(','));
  condition((at) => `amount_fen >= ${at}::bigint`, question.minAmountFen);
  condition((at) => `amount_fen <= ${at}::bigint`, question.maxAmountFen);
  if (question.cursor) {
    const [key, id] = question.cursor.split('~');
    const beyond = direction === 'DESC' ? '<' : '>';
    conditions.push(`(${column}, case_id) ${beyond} ($${values.push(key)}::${type}, $${values.push(id)}::uuid)`);
  }
  const text = `
    SELECT case_id AS id, category, service_line AS "serviceLine", province AS "provinceCode", amount_fen AS "amountFen",
      (extract(year FROM age(current_date, due_on)) * 12 + extract(month FROM age(current_date, due_on)))::int AS "monthsOverdue",
      commission_bps AS "commissionBps", evidence_bps AS "evidenceBps", score, grade, debtor_kind AS "debtorKind",
      listed_at AS "listedAt", ${column}::text AS key
    FROM hall_listings WHERE ${conditions.join(' AND ')}
    ORDER BY ${column} ${direction}, case_id ${direction} LIMIT 21`;
  const shape = Object.keys(question)
    .filter((name) => name !== 'sort')
    .sort()
    .join('.');
  return { name: `hall.${question.sort ?? 'NEWEST'}.${shape}`, text, values };
}
