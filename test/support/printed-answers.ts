/**
 * Pages that are run. A page's ```sh blocks are the commands, in order; the ```json or ```csv block after one is what it prints.
 * In a printed answer `…` inside a string or cell stands for any text, `…` as a value for any value, `…` as the last member of an
 * object or list for further members, and an instant for any instant. GraphQL's `extensions` are left out.
 */
export interface PageStep {
  commands: string;
  answers: { language: string; text: string } | undefined;
}

const BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|…/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ANY = '…';

/** The commands of a page with the answers printed below them. */
export function stepsOf(page: string): PageStep[] {
  const steps: PageStep[] = [];
  for (const [, language = '', text = ''] of page.matchAll(BLOCK)) {
    if (language === 'sh') steps.push({ commands: text, answers: undefined });
    else if (language === 'json' || language === 'csv') steps.at(-1)!.answers = { language, text };
  }
  return steps;
}

/** What was answered in the words of the page wherever the page agrees, so that the rest of a comparison is the difference. */
export function inWordsOf(step: PageStep, printed: string): { expected: unknown; answered: unknown } {
  const { language, text } = step.answers!;
  const read = language === 'json' ? documentsOf : linesOf;
  const expected = read(text);
  return { expected, answered: agree(expected, read(printed).map(withoutExtensions)) };
}

function linesOf(text: string): unknown[] {
  return text.trim().split(/\r?\n/);
}

/** One JSON document after the other; a bare `…` becomes a string, or a member of that name in an object. */
function documentsOf(text: string): unknown[] {
  const open: string[] = [];
  const documents: unknown[] = [];
  let document = '';
  let from = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const before = text.slice(from, index);
    from = index + token.length;
    if (token === '{' || token === '[') open.push(token);
    const isMember = token === ANY && open.at(-1) === '{' && !before.trimEnd().endsWith(':');
    document += before + (token === ANY ? `"${ANY}"${isMember ? ':0' : ''}` : token);
    if (token === '}' || token === ']') open.pop();
    if (open.length > 0) continue;
    documents.push(JSON.parse(document));
    document = '';
  }
  return documents;
}

function withoutExtensions(answer: unknown): unknown {
  if (answer === null || typeof answer !== 'object' || !('data' in answer)) return answer;
  const { extensions: _, ...rest } = answer as Record<string, unknown>;
  return rest;
}

function agree(expected: unknown, answered: unknown): unknown {
  if (expected === ANY) return answered === undefined ? answered : expected;
  if (typeof expected === 'string') return textFits(expected, answered) ? expected : answered;
  if (Array.isArray(expected) && Array.isArray(answered)) return agreeList(expected, answered);
  if (!isObject(expected) || !isObject(answered)) return answered;
  const names = ANY in expected ? Object.keys(expected).filter((name) => name !== ANY) : Object.keys(answered);
  const members = names.map((name) => [name, agree(expected[name], answered[name])]);
  return { ...Object.fromEntries(members), ...(ANY in expected ? { [ANY]: expected[ANY] } : {}) };
}

function agreeList(expected: unknown[], answered: unknown[]): unknown[] {
  if (expected.at(-1) !== ANY) return answered.map((one, index) => agree(expected[index], one));
  return [...expected.slice(0, -1).map((one, index) => agree(one, answered[index])), ANY];
}

function textFits(expected: string, answered: unknown): boolean {
  if (typeof answered !== 'string') return false;
  if (INSTANT.test(expected)) return INSTANT.test(answered);
  const literal = expected.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[\\s\\S]+')}$`).test(answered);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
