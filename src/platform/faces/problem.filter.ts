import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.js';

/** Answers every error of a REST route as problem+json; a fault of ours is logged with its request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (sendProblem(error, request, reply)) return;
    const stack = error instanceof Error ? error.stack : undefined;
    this.log.error(`${request.method} ${request.routeOptions?.url ?? ''} failed, request ${request.id}`, stack);
  }
}
