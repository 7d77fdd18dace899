import type { Recourse, Schema } from '@recourse/client';
import {
  sampleBankAccount,
  sampleCreditCode,
  sampleLawyerCertificate,
  sampleMobile,
  sampleResidentId,
} from '@recourse/identifiers';
import type { Sensitive } from './sensitive.js';

/** An organisation of the story as the cast list has it, before anybody registers. */
export interface Role {
  readonly kind: Schema.CustomerKind;
  /** Short name for tables. */
  readonly short: string;
  readonly name: string;
  readonly owner: string;
  readonly email: string;
  readonly password: string;
  /** How well a provider collects, against what debts of that age bring on average. */
  readonly skill: number;
  /** Cases a provider gives back on the way. */
  readonly returns: number;
}

/** A login to show at the end. */
export interface Account {
  readonly who: string;
  readonly email: string;
  readonly password: string;
}

export const PLATFORM: Account = {
  who: 'platform owner',
  email: 'owner@platform.example',
  password: 'demo-owner-7Qx4',
};
export const REVIEWER: Account = {
  who: 'platform reviewer',
  email: 'reviewer@platform.example',
  password: 'demo-reviewer-9Lt2',
};
export const FINANCE: Account = {
  who: 'platform finance',
  email: 'finance@platform.example',
  password: 'demo-finance-3Wm8',
};

export const CREDITOR: Role = {
  kind: 'creditor',
  short: 'Harbour Trade',
  name: '江城港贸供应链有限公司',
  owner: '林晓',
  email: 'lin@harbour.example',
  password: 'demo-harbour-5Rk1',
  skill: 0,
  returns: 0,
};

export const PROVIDERS: readonly Role[] = [
  {
    kind: 'agency',
    short: 'Northstar Agency',
    name: '北辰商账管理有限公司',
    owner: '赵敏',
    email: 'zhao@northstar.example',
    password: 'demo-northstar-8Vd6',
    skill: 1.35,
    returns: 1,
  },
  {
    kind: 'agency',
    short: 'Pearl Collections',
    name: '明珠信用服务有限公司',
    owner: '陈静',
    email: 'chen@pearl.example',
    password: 'demo-pearl-2Hs9',
    skill: 0.95,
    returns: 3,
  },
  {
    kind: 'law_firm',
    short: 'Lantern Law',
    name: '明灯律师事务所',
    owner: '周正',
    email: 'zhou@lantern.example',
    password: 'demo-lantern-4Ny7',
    skill: 1.1,
    returns: 1,
  },
];

/** An organisation that has registered: its client speaks for its owner. */
export interface Member {
  readonly role: Role;
  readonly organisationId: string;
  readonly client: Recourse;
}

/** Numbers of the organisations' papers, far from those the debtors of the export get. */
const FIRST_NUMBER = 9_000_001;

/** What an organisation says of itself: identifiers that are valid by their algorithms and belong to nobody. */
export function factsOf(
  { kind, name, owner }: Role,
  place: number,
  sensitive: Sensitive,
): Schema.VerificationFactsInput {
  const number = FIRST_NUMBER + place;
  const residentId = sampleResidentId(number);
  const partnerId = sampleResidentId(number + 500);
  const account = sampleBankAccount(number);
  const phone = sampleMobile(number);
  sensitive.note('identity number', residentId, partnerId);
  sensitive.note('bank account', account);
  sensitive.note('phone', phone.slice(3));
  const firm = {
    firmLicenceNumber: '23101202010000000',
    lawyers: [{ name: owner, certificateNumber: sampleLawyerCertificate(number) }],
  };
  return {
    businessName: name,
    creditCode: sampleCreditCode(number, kind === 'law_firm' ? 'law_firm' : 'enterprise'),
    legalRepresentative: { name: owner, residentId },
    owners: [{ name: '合伙人', idNumber: partnerId }],
    registeredAddress: '江城市滨江路1号',
    businessScope: kind === 'agency' ? '商账管理；应收账款催收服务' : '货物销售；供应链管理',
    licenceLongTerm: true,
    bankAccount: { holder: name, bank: '江城银行', number: account },
    contactPhone: phone,
    ...(kind === 'law_firm' ? firm : {}),
  };
}
