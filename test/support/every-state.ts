import { testApp } from './app.js';
import {
  aConfirmedRepayment,
  aCreditor,
  aGrab,
  aListedCase,
  anAgency,
  aReportedRepayment,
  aSandbox,
  type Organisation,
} from './builders.js';
import { namedDatabase, type TestDatabase } from './database.js';
import { daysAgo } from './samples.js';

/** A debt of two invoices and a credit note. */
const OF_LINES = () => ({
  ...{ principalFen: null, dueOn: null, invoicedOn: null },
  lines: [
    { kind: 'invoice', documentNumber: 'F-1', principalFen: '700000', paidFen: '100000', dueOn: daysAgo(200) },
    { kind: 'invoice', documentNumber: 'F-2', principalFen: '300000', penaltyFen: '5000', dueOn: daysAgo(90) },
    { kind: 'credit_note', documentNumber: 'C-1', principalFen: '-50000', dueOn: daysAgo(80) },
  ],
});

/** A database of its own with cases, grabs and repayments in several states, of the live world and of a sandbox. */
export async function aDatabaseInEveryState(name: string): Promise<TestDatabase> {
  const database = await namedDatabase(name, { fresh: true });
  const app = await testApp({}, database);
  const inEveryState = async (creditor: Organisation, agency: Organisation): Promise<void> => {
    await aListedCase(app, creditor);
    await aListedCase(app, creditor, OF_LINES());
    await aGrab(app, agency, await aListedCase(app, creditor));
    const grabId = await aGrab(app, agency, await aListedCase(app, creditor));
    await aReportedRepayment(app, agency, grabId);
    await aConfirmedRepayment(app, creditor, agency, grabId);
  };
  await inEveryState(await aCreditor(app), await anAgency(app));
  const world = await aSandbox(app, await aCreditor(app));
  await inEveryState(world.creditor, world.agency);
  await app.settled();
  await app.close();
  return database;
}
