import { seeded } from '../lib/sequence.js';
import type { HallQuestion } from '../peers/hall-statement.js';
import type { Face, Place } from './faces.js';

const CATEGORIES = ['commercial_receivable', 'property_management_fee', 'online_loan', 'credit_card', 'private_loan'];
/** Pages begin so far from the end that each is full. */
const LAST_PAGES = 100;

/** Pages that nobody else asks for: three in four go on from a random place, the others are of a category above a random amount. */
export function unsharedRequests(
  face: Face,
  places: readonly Place[],
  tokens: readonly string[],
  count: number,
  seed: number,
): Buffer[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, n) => {
    const token = tokens[n % tokens.length]!;
    const place = places[Math.floor(random() * (places.length - LAST_PAGES))]!;
    if (n % 4 < 3) return face.ask({}, face.cursorOf(place), token);
    const question: HallQuestion = {
      categories: CATEGORIES[n % CATEGORIES.length]!,
      minAmountFen: `${200_000 + Math.floor(random() * 1_000_000)}`,
    };
    return face.ask(question, undefined, token);
  });
}
