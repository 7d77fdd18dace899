import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { type FieldNode, getNamedType, isObjectType, Kind, type OperationDefinitionNode } from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import type { WriteAnswer } from '../sharing/shared-answers.js';
import { markWithoutErrors, SharedAnswers } from '../sharing/shared-answers.js';
import { LIMITS } from './graphql.refusals.js';
import type { GraphqlContext } from './graphql-answer.js';
import { costWithin, POINTS_PER_REQUEST } from './limits.js';
import { measure } from './measure.js';

type Resolved = GraphQLRequestContextDidResolveOperation<GraphqlContext>;

/** Registers valid documents with the shared answers, and marks answers without errors. */
@Plugin()
export class SharedAnswersPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly shared: SharedAnswers) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      didResolveOperation: async (resolved) => {
        const { document, operation, source } = resolved;
        if (!operation || document.definitions.length > 1 || source.length > LIMITS.kept) return;
        const field = onlyFieldOf(operation);
        if (field) this.shared.learn(source, field.name.value, () => this.writerOf(resolved, operation, field));
      },
      willSendResponse: async ({ response: { body }, contextValue }) => {
        if (body.kind === 'single' && !body.singleResult.errors) markWithoutErrors(contextValue.request);
      },
    };
  }

  /**
   * Writes the answer to a document as its ordinary execution does, where the read can write its selection. Unusual requests
   * and refusals are left to ordinary execution.
   */
  private writerOf(
    { schema, document }: Resolved,
    operation: OperationDefinitionNode,
    node: FieldNode,
  ): WriteAnswer | undefined {
    const field = schema.getQueryType()?.getFields()[node.name.value];
    const type = getNamedType(field?.type);
    if (!field || !isObjectType(type) || !node.selectionSet) return undefined;
    const write = this.shared.writerOf(node.name.value, node.selectionSet, type);
    if (!write) return undefined;
    const measured = measure(schema, document, operation);
    const start = `{"data":{"${node.alias?.value ?? node.name.value}":`;
    return async (audience, { operationName, variables }) => {
      if ((operationName ?? operation.name?.value) !== operation.name?.value) throw new Unusual();
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      const cost = costWithin(measured, variables, 'en');
      if (!coerced || cost > POINTS_PER_REQUEST) throw new Unusual();
      const data = await write(audience, getArgumentValues(field, node, coerced));
      return `${start}${data}},"extensions":{"cost":{"requested":${cost},"limit":${LIMITS.cost}}}}\n`;
    };
  }
}

class Unusual extends Error {}

/** A query's only root field, without directives. */
function onlyFieldOf({ operation, selectionSet, directives }: OperationDefinitionNode): FieldNode | undefined {
  const [selection, ...more] = selectionSet.selections;
  if (operation !== 'query' || directives?.length || more.length > 0) return undefined;
  return selection?.kind === Kind.FIELD && !selection.directives?.length ? selection : undefined;
}
