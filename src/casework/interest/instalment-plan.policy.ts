import { addMonths, type Day } from '../../kernel/index.js';

const CARD_PLAN_MONTHS = 60;

/** The longest individual plan for credit-card debt: five years (Measures on Credit Card Business of Commercial Banks, art. 70). */
export function longestCardPlan(signedOn: Day): { lastDueOn: Day; instalments: number } {
  return { lastDueOn: addMonths(signedOn, CARD_PLAN_MONTHS), instalments: CARD_PLAN_MONTHS };
}
