export * from './policy.js';
export * from './policy.module.js';
