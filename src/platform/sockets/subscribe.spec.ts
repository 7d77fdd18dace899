import { buildSchema, type ExecutionResult, parse } from 'graphql';
import { subscribe } from './subscribe.js';

const schema = buildSchema(`
  type Query { ok: Boolean }
  type Event { id: ID name: String }
  type Subscription { events(after: String): Event }
`);

describe('one event that goes to many', () => {
  let reads = 0;
  const subject = {
    id: 'evt_1',
    get name() {
      reads += 1;
      return 'n';
    },
  };
  beforeEach(() => {
    reads = 0;
  });

  async function first(query: string, variableValues?: Record<string, unknown>): Promise<unknown> {
    const events = async function* () {
      yield { events: subject };
    };
    const args = { schema, document: parse(query), variableValues, contextValue: { locale: 'en' } };
    const found = await subscribe({ ...args, rootValue: { events } } as never);
    const { value } = await (found as AsyncGenerator<ExecutionResult>).next();
    return (value as ExecutionResult).data!['events'];
  }

  it('is executed once for all who ask the same of it, wherever they start', async () => {
    const query = 'subscription ($at: String) { events(after: $at) { id name } }';
    await first(query, { at: 'a' });
    await first(query, { at: 'b' });
    expect(reads).toBe(1);
  });

  it('is not told to one by what another asked, though they differ in a default only', async () => {
    const query = (shown: boolean) =>
      `subscription ($shown: Boolean = ${shown}) { events { id name @include(if: $shown) } }`;
    expect(await first(query(false))).toEqual({ id: 'evt_1' });
    expect(await first(query(true))).toEqual({ id: 'evt_1', name: 'n' });
    expect(await first(query(true), { shown: false })).toEqual({ id: 'evt_1' });
  });
});
