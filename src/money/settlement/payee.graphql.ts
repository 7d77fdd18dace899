import { registerEnumType } from '@nestjs/graphql';

export const RepaymentPayeeEnum = { creditor: 'creditor', provider: 'provider' } as const;
registerEnumType(RepaymentPayeeEnum, {
  name: 'RepaymentPayee',
  description: "Who received the debtor's money.",
  valuesMap: {
    creditor: { description: "The creditor's own account, as a rule." },
    provider: { description: 'The agency or law firm, which passes it on.' },
  },
});
