import { Global, Module } from '@nestjs/common';
import { SocketDoor } from './socket-door.js';

/** Provides the rule of who may open a socket. */
@Global()
@Module({ providers: [SocketDoor], exports: [SocketDoor] })
export class SocketsModule {}
