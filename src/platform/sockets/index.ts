export { SocketDoor } from './socket-door.js';
export { SocketsModule } from './sockets.module.js';
export { SubscriptionServer } from './subscription-server.js';
