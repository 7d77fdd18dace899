import fc from 'fast-check';
import { canonicalPassword, PASSWORD_MAX, PASSWORD_MIN, passwordFault } from './password.policy.js';

const email = 'lin.mei@harbour-recovery.cn';

describe('passwordFault', () => {
  it.each([
    ['Kettle-9!', 'too_short'],
    ['龙'.repeat(9), 'too_short'],
    [`${'ab'.repeat(100)}c`, 'too_long'],
    ['LIN.MEI@harbour-recovery.CN', 'is_the_email'],
    ['1234567890', 'too_common'],
    ['Password123', 'too_common'],
    ['zzzzzzzzzzzz', 'too_common'],
    ['woaini1314520', 'too_common'],
  ])('refuses %s as %s', (password, fault) => {
    expect(passwordFault(password, email)).toBe(fault);
  });

  it('refuses the part before the @ when it is long enough to be a password', () => {
    expect(passwordFault('Administration', 'administration@x.cn')).toBe('is_the_email');
  });

  it.each(['correct horse battery', '山高水长风清月明云淡', 'tulip-anvil-62'])('takes %s', (password) => {
    expect(passwordFault(password, email)).toBeUndefined();
  });

  it('counts code points, after NFKC', () => {
    expect(passwordFault('😀🎈🚀🌊🍀🔑🎹🧭🪁', email)).toBe('too_short');
    expect(passwordFault('😀🎈🚀🌊🍀🔑🎹🧭🪁🎲', email)).toBeUndefined();
    expect(canonicalPassword('ｔｕｌｉｐ')).toBe('tulip');
  });

  it('never takes a password outside the bounds, and judges every spelling of the email the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 260 }), (password) => {
        const length = [...canonicalPassword(password)].length;
        const taken = passwordFault(password, email) === undefined;
        expect(taken && (length < PASSWORD_MIN || length > PASSWORD_MAX)).toBe(false);
        expect(passwordFault(password, email)).toBe(passwordFault(password, email.toUpperCase()));
      }),
    );
  });
});
