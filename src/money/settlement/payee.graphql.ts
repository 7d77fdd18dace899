import { wordsEnum } from '../../platform/faces/index.js';

export const RepaymentPayeeEnum = wordsEnum('RepaymentPayee', "The party that received the debtor's money.", {
  creditor: 'The creditor, usually on its own account.',
  provider: 'The agency or law firm, which passes it on.',
});
