export { LoginThrottle } from './login-throttle.js';
export { ThrottleModule } from './throttle.module.js';
export { LoginThrottled } from './throttle.refusals.js';
