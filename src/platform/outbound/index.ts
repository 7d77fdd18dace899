export { Outbound, type OutboundAnswer } from './outbound.js';
export { OutboundModule } from './outbound.module.js';
export { OutboundFault, type OutboundFaultCode } from './outbound-fault.js';
export { Reach } from './reach.js';
