import { defineRefusal, Refusal } from '../kernel/index.js';
import { refuseOnConstraint } from '../platform/database/index.js';

export class EmailTaken extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'EMAIL_TAKEN',
    status: 409,
    en: 'This email address already belongs to a member.',
    zh: '该邮箱地址已被其他成员使用。',
  });
}

export class PasswordRefused extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'PASSWORD_REFUSED',
    status: 422,
    en: 'Choose another password ({reason}): 10 to 200 characters, not the email address, not a common one.',
    zh: '请更换密码（{reason}）：长度 10 至 200 个字符，不得为邮箱地址，不得为常见密码。',
  });
}

export class LoginFailed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'LOGIN_FAILED',
    status: 401,
    en: 'Email address and password do not fit together.',
    zh: '邮箱地址或密码不正确。',
  });
}

export class LoginThrottled extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'LOGIN_THROTTLED',
    status: 429,
    en: 'Too many failed logins. Try again in {seconds} seconds.',
    zh: '登录失败次数过多，请在 {seconds} 秒后重试。',
  });
}

export class RefreshRefused extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'REFRESH_REFUSED',
    status: 401,
    en: 'The refresh token is not valid, used or expired. Log in again.',
    zh: '刷新令牌无效、已使用或已过期，请重新登录。',
  });
}

export class InvitationRefused extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'INVITATION_REFUSED',
    status: 422,
    en: 'The invitation is not valid, used or expired. Ask for a new one.',
    zh: '邀请无效、已使用或已过期，请重新索取邀请。',
  });
}

export class LastOwner extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'LAST_OWNER',
    status: 409,
    en: 'This is the organisation’s last active owner. Make another member an owner first.',
    zh: '这是该机构最后一位有效的所有者，请先指定其他所有者。',
  });
}

export class TooManyMembers extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'TOO_MANY_MEMBERS',
    status: 409,
    en: 'An organisation can have at most {limit} members.',
    zh: '每个机构最多 {limit} 名成员。',
  });
}

export class AddressNotAllowed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'ADDRESS_NOT_ALLOWED',
    status: 403,
    en: 'This key or client may not be used from your network address. Its owner keeps the list of addresses.',
    zh: '该密钥或客户端不允许从您的网络地址使用，允许的地址清单由其所有者维护。',
  });
}

refuseOnConstraint('members_one_per_email', () => new EmailTaken({ path: 'email' }));
