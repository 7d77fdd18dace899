import { randomUUID } from 'node:crypto';
import { type TestApp, testApp } from '../support/app.js';
import { aCreditor, aGrab, aListedCase, anAgency, type Organisation } from '../support/builders.js';
import { type Answer, type Arguments, act } from '../support/client.js';
import { namedDatabase } from '../support/database.js';

/** An act whose answer was lost is sent again with its key: the answer is the first one, whatever has happened since. */
describe('the acts that keep an Idempotency-Key', () => {
  let app: TestApp;
  let creditor: Organisation;
  let agency: Organisation;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'api' }, await namedDatabase('recourse_kept_keys', { fresh: true }));
    creditor = await aCreditor(app);
    agency = await anAgency(app);
  });
  afterAll(() => app?.close());

  const held = async () => aGrab(app, agency, await aListedCase(app, creditor));
  const twice = async (by: Organisation, name: string, args: Arguments, fields: string): Promise<Answer> => {
    const options = { token: by.owner.token, idempotencyKey: randomUUID() };
    const first = await act(app, name, args, fields, options);
    expect(first['code']).toBeUndefined();
    expect(await act(app, name, args, fields, options)).toEqual(first);
    const caseId = await aListedCase(app, creditor);
    const reused = await act(app, 'withdrawCase', { caseId: ['ID!', caseId] }, '', options);
    expect(reused).toMatchObject({ code: by === creditor ? 'IDEMPOTENCY_KEY_REUSED' : 'FORBIDDEN' });
    return first;
  };
  const GRAB = '... on Grab { id state }';
  const CASE = '... on Case { id state }';

  it('are those of a grab', async () => {
    const caseId = await aListedCase(app, creditor);
    const grab = await act(app, 'grabCase', { caseId: ['ID!', caseId] }, GRAB, { token: agency.owner.token });
    await twice(agency, 'acceptEntrustment', { grabId: ['ID!', grab['id']] }, GRAB);
    await twice(agency, 'returnGrab', { grabId: ['ID!', grab['id']], reason: ['String!', 'too far'] }, GRAB);
    await twice(creditor, 'recallGrab', { grabId: ['ID!', await held()], reason: ['String!', 'paid'] }, GRAB);
  });

  it('are those of a case', async () => {
    const caseId = await aListedCase(app, creditor);
    await twice(creditor, 'withdrawCase', { caseId: ['ID!', caseId], reason: ['String', 'paid'] }, CASE);
  });

  it('are those of the work on it, of which one repetition makes one entry', async () => {
    const grabId = await held();
    const input = { grabId, kind: 'call', outcome: 'not_reached', note: '约定下周付款' };
    const fields = '... on Activity { id note }';
    const first = await twice(agency, 'logActivity', { input: ['LogActivityInput!', input] }, fields);
    expect(first['note']).toBe('约定下周付款');
  });
});
