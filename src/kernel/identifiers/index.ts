export * from './bank-account.js';
export type { Checked, CheckFailure } from './checked.js';
export * from './credit-code.js';
export * from './lawyer-certificate.js';
export * from './masking.js';
export * from './mobile-phone.js';
export * from './region.js';
export { CITIES, PROVINCES, type Region } from './region-table.js';
export * from './resident-id.js';
