import { APPLICATION_STATES, applicationLifecycle, EDITABLE } from './verification.lifecycle.js';
import { refusalOf } from './verification.refusals.js';

describe('the life of an application', () => {
  it('reaches every state', () => {
    expect([...applicationLifecycle.states].sort()).toEqual([...APPLICATION_STATES].sort());
  });

  it('can be changed by the applicant only before it is submitted and after a rejection', () => {
    expect([...EDITABLE].sort()).toEqual(['draft', 'rejected']);
  });

  it('comes to approved only through review or the end of a suspension', () => {
    expect(applicationLifecycle.sourcesOf('approved').sort()).toEqual(['in_review', 'suspended']);
  });

  it('ends with expired and revoked', () => {
    expect(APPLICATION_STATES.filter((state) => applicationLifecycle.isFinal(state))).toEqual(['expired', 'revoked']);
  });
});

describe('why a reviewer’s move found nothing', () => {
  const row = (state: (typeof APPLICATION_STATES)[number]) => ({
    organisationId: 'theirs',
    state,
    claimExpiresAt: null,
  });

  it('is said from what the application is now', () => {
    expect(refusalOf(undefined, 'ours', 'claim').code).toBe('NOT_FOUND');
    expect(refusalOf(row('in_review'), 'theirs', 'decide').code).toBe('OWN_ORGANISATION');
    expect(refusalOf(row('in_review'), 'ours', 'claim').code).toBe('ALREADY_CLAIMED');
    expect(refusalOf(row('in_review'), 'ours', 'decide').code).toBe('NOT_CLAIMED');
    expect(refusalOf(row('submitted'), 'ours', 'decide').code).toBe('NOT_CLAIMED');
    expect(refusalOf(row('approved'), 'ours', 'decide').code).toBe('WRONG_STATE');
    expect(refusalOf(row('draft'), 'ours', 'claim').code).toBe('WRONG_STATE');
    expect(refusalOf(row('in_review'), 'ours', 'follow-up').code).toBe('WRONG_STATE');
  });
});
