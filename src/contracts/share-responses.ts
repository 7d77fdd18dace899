import { type Document, operationsOf, type Response } from './document.js';

const PROBLEM = 'application/problem+json';
/** Longer lists of codes belong to one operation and would make too long a name. */
const MOST_CODES = 3;

/** Refusals with the same codes in several operations become one component. */
export function shareResponses(document: Document): void {
  const times = new Map<string, number>();
  const all = operationsOf(document).map(({ operation }) => operation.responses);
  for (const response of all.flatMap((responses) => Object.values(responses))) {
    const text = JSON.stringify(response);
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const shared: Record<string, Response> = {};
  for (const responses of all) {
    for (const [status, response] of Object.entries(responses)) {
      const name = nameOf(response);
      if (name === undefined || (times.get(JSON.stringify(response)) ?? 0) < 2) continue;
      shared[name] = response;
      responses[status] = { $ref: `#/components/responses/${name}` };
    }
  }
  document.components['responses'] = { ...document.components['responses'], ...shared };
}

/** `NotFound`, `CaseExistsOrBusy`: after the codes. */
function nameOf({ content }: Response): string | undefined {
  const codes = Object.keys(content?.[PROBLEM]?.examples ?? {});
  if (codes.length === 0 || codes.length > MOST_CODES) return undefined;
  const inCamel = (code: string) =>
    code.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return codes.map(inCamel).join('Or');
}
