import { type ErrorEntry, type Locale, Refusal, refusalSpec } from '../../kernel/index.js';
import { answerOf, internalAnswer } from '../faces/answer.js';
import { INTERNAL } from '../faces/http.refusals.js';
import { type Problem, problemOf } from '../faces/problem.js';

const REQUEST_ID = '0b7f6f1e-5d0c-4f55-9d0b-0f1f6b1c2d3e';
const SOON = 12;

/** The problem document of a code as it might look, in a language: its refusal with the sample it declares. */
export function exampleProblem({ code, status, retry }: ErrorEntry, locale: Locale): Problem {
  const spec = refusalSpec(code);
  if (!spec || code === INTERNAL.code) return problemOf(internalAnswer(REQUEST_ID, locale), REQUEST_ID, locale);
  class Example extends Refusal {
    static override readonly spec = spec!;
  }
  const { path, ...details } = spec.sample ?? {};
  const refusal = new Example({
    details,
    ...(typeof path === 'string' ? { path } : {}),
    ...(retry === 'later' && (status === 429 || status === 503) ? { retryAfter: SOON } : {}),
  });
  return problemOf(answerOf(refusal, locale)!, REQUEST_ID, locale);
}
