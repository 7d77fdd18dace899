import { randomUUID } from 'node:crypto';
import { addMonths } from '../../src/kernel/index.js';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, type Organisation } from '../support/builders.js';
import { type Answer, act } from '../support/client.js';
import { daysAgo, sampleDebt } from '../support/samples.js';

const CASE = `... on Case { id state limitationExpiresOn reviewReasons { code field params }
  lines { dueOn limitationExpiresOn clock { kind on until } limitation {
    state runsFrom periodEndsOn lastDayOn longStopOn interruptedOn chainUnproven } } }`;

describe('the limitation clock of a debt', () => {
  let app: TestApp;
  let creditor: Organisation;

  beforeAll(async () => {
    app = await testApp();
    creditor = await aCreditor(app);
  });
  afterAll(() => app.close());

  async function post(dueOn: string, clock: readonly Answer[], more: Answer = {}): Promise<Answer> {
    const { principalFen, dueOn: _, invoicedOn, ...debt } = sampleDebt();
    const line = { kind: 'invoice', documentNumber: 'F-1', principalFen: '500000', dueOn, clock, ...more };
    const input = { ...debt, lines: [line] };
    const options = { token: creditor.owner.token, idempotencyKey: randomUUID() };
    return act(app, 'postCase', { input: ['PostCaseInput!', input] }, CASE, options);
  }
  const clockOf = (one: Answer) => one['lines'][0].limitation;
  const codes = (one: Answer) => one['reviewReasons'].map(({ code }: Answer) => code);

  it('counts anew from a demand in time, which documents prove', async () => {
    const one = await post(daysAgo(1_300), [{ kind: 'demand_delivered', on: daysAgo(400) }]);
    expect([one['state'], codes(one)]).toEqual(['listed', []]);
    expect(clockOf(one)).toMatchObject({
      ...{ state: 'running', runsFrom: daysAgo(400), interruptedOn: daysAgo(400), chainUnproven: false },
      ...{ periodEndsOn: addMonths(daysAgo(400), 36), longStopOn: addMonths(daysAgo(1_300), 240) },
    });
    expect(one['lines'][0].clock).toEqual([{ kind: 'demand_delivered', on: daysAgo(400), until: null }]);
    const { lastDayOn, periodEndsOn } = clockOf(one);
    expect(one['limitationExpiresOn']).toBe(lastDayOn ?? periodEndsOn);
  });

  it('L25 stays ended after a late letter, and a reviewer learns of it', async () => {
    const one = await post(daysAgo(1_300), [{ kind: 'demand_delivered', on: daysAgo(30) }]);
    expect([one['state'], codes(one)]).toEqual(['submitted', ['LIMITATION_EXPIRED', 'LIMITATION_UNPROVEN']]);
    expect(one['reviewReasons'][1].params).toEqual({ interruptedOn: daysAgo(30) });
    expect(clockOf(one)).toMatchObject({ state: 'expired', chainUnproven: true, runsFrom: daysAgo(1_300) });
  });

  it('L26 counts anew from a plan that the debtor signed after the end', async () => {
    const one = await post(daysAgo(1_300), [{ kind: 'plan', on: daysAgo(30) }]);
    expect([one['state'], codes(one)]).toEqual(['listed', []]);
    expect(clockOf(one)).toMatchObject({ state: 'running', runsFrom: daysAgo(30), chainUnproven: false });
  });

  it('stands while a suit is pending, and is suspended while an obstacle lasts at its end', async () => {
    const suit = await post(daysAgo(1_300), [{ kind: 'suit', on: daysAgo(400) }]);
    expect(clockOf(suit)).toMatchObject({ state: 'stopped', interruptedOn: daysAgo(400) });
    const over = await post(daysAgo(1_300), [{ kind: 'suit', on: daysAgo(400), until: daysAgo(100) }]);
    expect(clockOf(over)).toMatchObject({ state: 'running', runsFrom: daysAgo(100) });
    const held = await post(daysAgo(1_050), [{ kind: 'obstacle', on: daysAgo(60) }]);
    expect(clockOf(held)).toMatchObject({ state: 'suspended', interruptedOn: null });
  });

  it('L30 ends at twenty years whatever interrupted it', async () => {
    const clock = Array.from({ length: 7 }, (_, n) => ({
      kind: 'demand_delivered',
      on: daysAgo(7_400 - 1_000 * (n + 1)),
    }));
    const refused = await post(daysAgo(7_400), clock);
    expect(refused).toMatchObject({ code: 'CASE_NOT_ADMISSIBLE' });
    expect(refused['details'].reasons).toContain('LIMITATION_LONG_STOP');
  });

  it('takes no day of an event that is to come, and none that is no day', async () => {
    const early = await post(daysAgo(400), [{ kind: 'part_payment', on: daysAgo(-5) }]);
    expect(codes(early)).toEqual(['DATE_IN_FUTURE']);
    const options = { token: creditor.owner.token };
    const input = {
      ...sampleDebt(),
      lines: [{ kind: 'invoice', dueOn: daysAgo(400), principalFen: '1', clock: [{ kind: 'plan', on: '2024-02-30' }] }],
    };
    await expect(act(app, 'postCase', { input: ['PostCaseInput!', input] }, CASE, options)).rejects.toThrow(
      /Day|Date|calendar/,
    );
  });
});
