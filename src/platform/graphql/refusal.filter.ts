import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLResolveInfo, getNamedType, isUnionType } from 'graphql';
import { Refusal } from '../../kernel/index.js';
import { answerOf, internalAnswer, namedById } from '../faces/answer.js';
import { errorOf, type GraphqlContext } from './graphql-answer.js';

/**
 * Turns what a resolver, its guards or its pipes throw into the field's result: in Nest's external context the value a
 * filter returns is the value of the field. A refusal that the field's union names becomes a member of it; any other is
 * an error with the same code; a fault of ours is logged and answered INTERNAL with the request id.
 */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('Graphql');

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    const error = namedById(thrown, host.getArgByIndex<Record<string, unknown> | undefined>(1) ?? {});
    const context = host.getArgByIndex<GraphqlContext>(2);
    const info = host.getArgByIndex<GraphQLResolveInfo>(3);
    if (error instanceof GraphQLError && error.extensions['code'] !== undefined) throw error;
    const answer = answerOf(error, context.locale);
    if (!answer) {
      const stack = error instanceof Error ? error.stack : undefined;
      this.log.error(`${info.parentType.name}.${info.fieldName} failed, request ${context.requestId}`, stack);
      throw errorOf(internalAnswer(context.requestId, context.locale));
    }
    const member = memberFor(error, answer.code, info);
    if (!member) throw errorOf(answer);
    return {
      __typename: member,
      code: answer.code,
      message: answer.message,
      path: answer.path ?? null,
      retryAfterSeconds: answer.retryAfterSeconds ?? null,
      details: answer.details ?? null,
    };
  }
}

const COMMON_NAME: Record<string, string> = {
  UNAUTHENTICATED: 'Unauthenticated',
  FORBIDDEN: 'Forbidden',
  NOT_FOUND: 'NotFound',
  BUSY: 'Busy',
};

/** The union member a thrown refusal (or Nest's own exception for the same thing) becomes, if the field names it. */
function memberFor(error: unknown, code: string, info: GraphQLResolveInfo): string | undefined {
  const name = error instanceof Refusal ? error.constructor.name : COMMON_NAME[code];
  const type = getNamedType(info.returnType);
  return isUnionType(type) && type.getTypes().some((member) => member.name === name) ? name : undefined;
}
