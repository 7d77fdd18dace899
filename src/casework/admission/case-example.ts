/** A debt as a caller sends it: what a customer owes for two deliveries, less what one of them was short of. */
export const CASE_EXAMPLE = {
  ...{ externalRef: 'AR-2026-0042', contractNumber: 'HT-2025-118', category: 'commercial_receivable', matter: 'sale' },
  ...{ debtorKind: 'enterprise', debtorName: '海港贸易有限公司', debtorIdNumber: '91310115MA1K4QJN3C' },
  ...{ debtorPhone: '+8613800138000', debtorAddress: '上海市浦东新区海港路 1 号', regionCode: '310115' },
  lines: [
    {
      ...{ kind: 'invoice', documentNumber: 'INV-2025-0311', invoicedOn: '2025-09-01', dueOn: '2025-10-01' },
      ...{ principalFen: '1250000', paidFen: '250000' },
    },
    {
      ...{ kind: 'invoice', documentNumber: 'INV-2025-0342', invoicedOn: '2025-10-08', dueOn: '2025-11-07' },
      principalFen: '830000',
    },
    { kind: 'credit_note', documentNumber: 'CN-2025-0017', dueOn: '2025-11-07', principalFen: '-80000' },
  ],
  claimTerms: { contractOn: '2025-08-20', penaltyRateBps: 1_200, paymentTermDays: 30 },
  ...{ legalOrigin: 'trade', evidence: ['contract', 'invoice', 'delivery_note'], serviceLine: 'agency_dunning' },
  commission: { bps: 1_500, tiers: [{ minMonthsOverdue: 12, bps: 2_000 }] },
  note: '对账单已签字，法务可直接跟进。',
};
