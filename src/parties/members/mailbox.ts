import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { Mailer } from '../../platform/mail/index.js';

/** What members are written, in both languages: the reader's is not known before it has logged in. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** Whether a token goes to the mailbox alone: only then does it prove that its bearer reads it. */
  get isProof(): boolean {
    return this.config.mailProvesAddress;
  }

  /** Sends the token that sets a password and so confirms the address. */
  sendToken(to: string, token: string, why: 'invited' | 'registered' | 'reset'): void {
    const words = WHY[why];
    this.mailer.send({
      to,
      subject: `Recourse: ${words.subject}`,
      text: [...words.text, '', HOW.en, HOW.zh, '', token, '', this.config.publicUrl ?? ''].join('\n').trimEnd(),
    });
  }

  /** Tells the owner of an address that somebody registered with it; the answer of the registration does not. */
  tellTaken(to: string): void {
    this.mailer.send({ to, subject: `Recourse: ${TAKEN.subject}`, text: TAKEN.text.join('\n') });
  }
}

const HOW = {
  en: 'Set your password with this token (mutation acceptInvitation). It works once. Nobody of ours asks for it.',
  zh: '请用以下令牌设置密码（mutation acceptInvitation），令牌只能使用一次，我们不会向您索取。',
};

const WHY = {
  invited: {
    subject: 'an invitation / 邀请',
    text: ['You were invited to an organisation.', '您收到加入机构的邀请。'],
  },
  registered: {
    subject: 'confirm your address / 确认邮箱',
    text: [
      'An organisation was registered with this address. If that was you, set its password again to confirm the address.',
      '有人用此邮箱注册了机构。如为您本人，请重新设置密码以确认邮箱；如非本人，请忽略。',
    ],
  },
  reset: {
    subject: 'a new password / 重设密码',
    text: ['A new password was asked for. If that was not you, do nothing.', '有人请求重设密码。如非您本人，请忽略。'],
  },
} as const;

const TAKEN = {
  subject: 'somebody registered with your address / 有人使用您的邮箱注册',
  text: [
    'Somebody registered an organisation with this address, which belongs to your account. Nothing changed for you.',
    'If that was you: log in with your password, or ask for a new one (mutation requestPasswordReset).',
    '有人使用此邮箱注册机构，而该邮箱已属于您的账户，您的账户没有任何变化。',
    '如为您本人，请直接登录，或请求重设密码（mutation requestPasswordReset）。',
  ],
} as const;
