import { wordsEnum } from '../../platform/faces/index.js';

export const RepaymentPayeeEnum = wordsEnum('RepaymentPayee', "Who received the debtor's money.", {
  creditor: "The creditor's own account, as a rule.",
  provider: 'The agency or law firm, which passes it on.',
});
