export { RepaymentBooks } from './books.service.js';
export type { RepaymentState } from './repayment.lifecycle.js';
export type { Channel, Repayment } from './repayment.repository.js';
export { RepaymentService, type SettledRepaymentDetail } from './repayment.service.js';
export { repaymentFigures } from './repayment-figures.js';
export type { Report } from './repayment-reports.service.js';
export { repaymentLaws } from './repayments.laws.js';
export { RepaymentsModule } from './repayments.module.js';
