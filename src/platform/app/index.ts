export { createApp } from './create-app.js';
export { Farewell } from './farewell.js';
