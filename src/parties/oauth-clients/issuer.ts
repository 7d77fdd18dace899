import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '../../platform/config/index.js';

/**
 * What tokens are issued by and assertions are addressed to: `PUBLIC_URL`. Without it, this very process, which will do for
 * trying things out. Never what a request's Host header says: the sender writes that.
 */
@Injectable()
export class Issuer {
  constructor(
    private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  get url(): string {
    return this.config.publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${this.port}`;
  }

  get tokenEndpoint(): string {
    return `${this.url}/oauth/token`;
  }

  private get port(): number {
    const server = this.host.httpAdapter?.getHttpServer() as { address(): unknown } | undefined;
    const address = server?.address();
    return (address as { port?: number } | null | undefined)?.port ?? this.config.port;
  }
}
