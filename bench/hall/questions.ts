import { seeded } from '../lib/sequence.js';
import type { HallQuestion } from '../peers/hall-statement.js';

/** A question of the mix: what is asked, and whether it goes on after its first page. */
export interface Asked {
  readonly question: HallQuestion;
  readonly page: 1 | 2;
}

const PROVINCES = ['440000', '310000', '110000', '330000', '510000', '420000', '320000', '610000'];
const CATEGORIES = ['commercial_receivable', 'property_management_fee', 'online_loan', 'credit_card', 'private_loan'];
const AMOUNTS = [
  { minAmountFen: '500000', maxAmountFen: '2000000' },
  { minAmountFen: '1000000', maxAmountFen: '4000000' },
];

/** How often each kind is asked, of twenty: mostly people open the hall and look. */
const MIX: readonly { times: number; kind: string; asked: readonly Asked[] }[] = [
  { times: 12, kind: 'first page, newest', asked: [first({})] },
  { times: 1, kind: 'first page by amount', asked: [first({ sort: 'AMOUNT_DESC' })] },
  { times: 1, kind: 'first page by commission', asked: [first({ sort: 'COMMISSION_DESC' })] },
  { times: 1, kind: 'first page by age', asked: [first({ sort: 'OVERDUE_LONGEST' })] },
  { times: 1, kind: 'one province', asked: PROVINCES.map((provinces) => first({ provinces })) },
  { times: 1, kind: 'one category', asked: CATEGORIES.map((categories) => first({ categories })) },
  {
    times: 1,
    kind: 'a category within amounts',
    asked: CATEGORIES.flatMap((categories) => AMOUNTS.map((amounts) => first({ categories, ...amounts }))),
  },
  { times: 1, kind: 'second page, newest', asked: [second({})] },
  { times: 1, kind: 'second page of a province', asked: PROVINCES.map((provinces) => second({ provinces })) },
];

function first(question: HallQuestion): Asked {
  return { question, page: 1 };
}

function second(question: HallQuestion): Asked {
  return { question, page: 2 };
}

/** Every different question there is. */
export const QUESTIONS: readonly Asked[] = MIX.flatMap(({ asked }) => asked);

/** A seeded sequence of questions (places in QUESTIONS) with the mix's shares. */
export function sequenceOf(length: number, seed: number): number[] {
  const random = seeded(seed);
  const urn = MIX.flatMap(({ times, asked }) => Array.from({ length: times }, () => asked));
  return Array.from({ length }, () => {
    const asked = urn[Math.floor(random() * urn.length)]!;
    return QUESTIONS.indexOf(asked[Math.floor(random() * asked.length)]!);
  });
}
