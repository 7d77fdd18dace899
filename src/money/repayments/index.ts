export { RepaymentBooks } from './repayment-books.service.js';
export { repaymentLaws } from './repayments.laws.js';
export { RepaymentsModule } from './repayments.module.js';
