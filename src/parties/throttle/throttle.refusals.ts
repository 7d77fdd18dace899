import { refusal } from '../../kernel/index.js';

export class LoginThrottled extends refusal({
  code: 'LOGIN_THROTTLED',
  status: 429,
  en: 'Too many failed logins. Try again in {seconds} seconds.',
  zh: '登录失败次数过多，请在 {seconds} 秒后重试。',
  title: { zh: '登录过于频繁' },
  meaning: {
    en: 'After several failed logins each further try must wait longer, so that passwords cannot be guessed.',
    zh: '多次登录失败后每次重试须等待更久，以防止猜测密码。',
  },
  remedy: {
    en: 'Wait for the time given, then log in with the right password.',
    zh: '请等待提示的时间后，用正确的密码登录。',
  },
  quota: {
    resets: { en: 'After {seconds} seconds.', zh: '{seconds} 秒后恢复。' },
    basedOn: {
      en: 'Failed logins of this account from your network address; five are free, then each doubles the wait up to 15 minutes.',
      zh: '该账户从您的网络地址登录失败的次数；前五次不限，之后每次等待时间加倍，最长 15 分钟。',
    },
    howToGetMore: { en: 'A login that succeeds ends the waiting.', zh: '登录成功后不再需要等待。' },
  },
  sample: { seconds: 30 },
}) {}
