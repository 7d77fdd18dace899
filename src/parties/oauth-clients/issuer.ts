import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Config } from '../../platform/config/index.js';

/**
 * The issuer of tokens and audience of assertions: `PUBLIC_URL`. Without it the address of this process, which is enough for
 * trials. Never the Host header of a request, because the sender writes it.
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
