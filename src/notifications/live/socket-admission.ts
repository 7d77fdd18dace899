import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Unauthenticated } from '../../kernel/index.js';
import { Authenticator, bearerOf } from '../../platform/access/index.js';
import { SocketDoor } from '../../platform/sockets/index.js';

/** Admits to a socket every caller that may send a request. */
@Injectable()
export class SocketAdmission implements OnModuleInit {
  constructor(
    private readonly door: SocketDoor,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.door.admitBy(async (request) => {
      const bearer = bearerOf(request);
      if (!bearer) throw new Unauthenticated();
      const actor = await this.authenticator.actorOf(bearer, request.ip);
      return actor.memberId ?? actor.apiKeyId ?? actor.oauthClientId ?? actor.organisationId;
    });
  }
}
