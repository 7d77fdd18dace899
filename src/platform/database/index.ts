export * from './columns.js';
export * from './connection.js';
export * from './constraints.js';
export * from './database.js';
export * from './database.module.js';
export * from './listener.js';
export * from './migrate.js';
export * from './queryable.js';
