export { type Admission, SocketDoor, type SocketRequest } from './socket-door.js';
export { SocketsModule } from './sockets.module.js';
export { SubscriptionServer } from './subscription-server.js';
