import './library-reasons.js';

export * from '@recourse/identifiers';
export * from './basis-points.js';
export * from './calendar.js';
export * from './clock.js';
export * from './commission-terms.js';
export * from './error-catalogue.js';
export * from './ids.js';
export * from './input-reasons.js';
export * from './law.js';
export * from './lifecycle.js';
export * from './locale.js';
export * from './money.js';
export * from './page.js';
export * from './refusal.js';
export * from './refusals.js';
