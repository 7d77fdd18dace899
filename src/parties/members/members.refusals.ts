import { defineReasons, refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class EmailTaken extends refusal({
  code: 'EMAIL_TAKEN',
  status: 409,
  en: 'This email address already belongs to a member.',
  zh: '该邮箱地址已被其他成员使用。',
  title: { zh: '邮箱已被使用' },
  meaning: {
    en: 'An email address belongs to one member of the whole platform.',
    zh: '一个邮箱地址在整个平台上只能属于一名成员。',
  },
  remedy: { en: 'Use another address, or log in with this one.', zh: '请换用其他邮箱，或直接用该邮箱登录。' },
}) {}

export class PasswordRefused extends refusal({
  code: 'PASSWORD_REFUSED',
  status: 422,
  en: 'Choose another password ({reason}): 10 to 200 characters, not the email address, not a common one.',
  zh: '请更换密码（{reason}）：长度 10 至 200 个字符，不得为邮箱地址，不得为常见密码。',
  title: { zh: '密码不合要求' },
  meaning: {
    en: 'Short, common and personal passwords are guessed first, so they are not accepted.',
    zh: '过短、常见或与个人信息相关的密码易被猜中，故不予接受。',
  },
  remedy: { en: 'Choose a longer one, for example four random words.', zh: '请使用更长的密码，例如四个随机词语。' },
  sample: { reason: 'too_short' },
}) {}

export class LoginFailed extends refusal({
  code: 'LOGIN_FAILED',
  status: 401,
  en: 'Email address or password is wrong.',
  zh: '邮箱地址或密码不正确。',
  title: { zh: '登录失败' },
  meaning: {
    en: 'The address is unknown or the password is wrong; for security the answer does not say which.',
    zh: '邮箱不存在或密码错误；出于安全考虑不区分具体原因。',
  },
  remedy: {
    en: 'Check both and try again; an owner of your organisation can invite you again.',
    zh: '请核对后重试；也可请本机构的所有者重新邀请。',
  },
}) {}

export class RefreshRefused extends refusal({
  code: 'REFRESH_REFUSED',
  status: 401,
  en: 'The refresh token is not valid, used or expired. Log in again.',
  zh: '刷新令牌无效、已使用或已过期，请重新登录。',
  title: { zh: '刷新令牌无效' },
  meaning: {
    en: 'A refresh token works once. Using one twice ends the session, because it may have been stolen.',
    zh: '刷新令牌只能使用一次；重复使用会终止会话，以防令牌被盗用。',
  },
  remedy: { en: 'Log in again, and keep only the newest refresh token.', zh: '请重新登录，并只保留最新的刷新令牌。' },
}) {}

export class InvitationRefused extends refusal({
  code: 'INVITATION_REFUSED',
  status: 422,
  en: 'The invitation is not valid, used or expired. Ask for a new one.',
  zh: '邀请无效、已使用或已过期，请重新索取邀请。',
  title: { zh: '邀请无效' },
  meaning: { en: 'An invitation works once and for a limited time.', zh: '邀请只能使用一次，且有有效期。' },
  remedy: { en: 'Ask the owner who invited you for a new one.', zh: '请向邀请您的所有者重新索取邀请。' },
}) {}

export class LastOwner extends refusal({
  code: 'LAST_OWNER',
  status: 409,
  en: 'This is the organisation’s last active owner. Make another member an owner first.',
  zh: '这是该机构最后一位有效的所有者，请先指定其他所有者。',
  title: { zh: '最后一位所有者' },
  meaning: {
    en: 'An organisation must always have an active owner to manage it.',
    zh: '机构必须始终有一名有效的所有者，否则将无人管理。',
  },
  remedy: { en: 'Make another member an owner first.', zh: '请先指定其他成员为所有者。' },
}) {}

export class TooManyMembers extends refusal({
  code: 'TOO_MANY_MEMBERS',
  status: 409,
  en: 'An organisation can have at most {limit} members.',
  zh: '每个机构最多 {limit} 名成员。',
  title: { zh: '成员过多' },
  meaning: { en: 'The number of members of an organisation is limited.', zh: '机构成员数量有上限。' },
  remedy: { en: 'Deactivate members who left, then invite again.', zh: '请停用已离职的成员后再邀请。' },
  quota: {
    used: 'limit',
    resets: { en: 'When a member is deactivated.', zh: '停用任一成员后恢复。' },
    basedOn: { en: 'The number of members of your organisation.', zh: '贵机构的成员数量。' },
    howToGetMore: { en: 'Deactivate members who left, or ask the platform.', zh: '请停用已离职成员，或联系平台。' },
  },
  sample: { limit: 500 },
}) {}

refuseOnConstraint('members_one_confirmed_per_email', () => new EmailTaken({ path: 'email' }));

defineReasons({
  too_short: ['shorter than 10 characters', '过短，少于 10 个字符'],
  too_long: ['longer than 200 characters', '过长，超过 200 个字符'],
  is_the_email: ['the email address itself', '与邮箱地址相同'],
  too_common: ['among the most common passwords', '过于常见'],
});
