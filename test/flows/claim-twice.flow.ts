import { type TestApp, testApp } from '../support/app.js';
import { anApplication, anOrganisation, aPlatform } from '../support/builders.js';
import { act } from '../support/client.js';

describe('a reviewer who claims twice at once', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('has the claim, and is not told that another reviewer has it', async () => {
    const { reviewer } = await aPlatform(app);
    const id = await anApplication(app, await anOrganisation(app, 'agency'));
    const claim = () =>
      act(app, 'claimVerification', { id: ['ID!', id] }, '... on VerificationSummary { state }', {
        token: reviewer.token,
      });
    const answers = await Promise.all(Array.from({ length: 12 }, claim));
    expect(answers.map((answer) => answer['state'] ?? answer['code'])).toEqual(Array(12).fill('in_review'));
  });
});
