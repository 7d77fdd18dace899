import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import type { OperationDefinitionNode } from 'graphql';
import { markGood, SharedAnswers } from '../sharing/shared-answers.js';
import type { GraphqlContext } from './graphql-answer.js';

/** Tells the shared answers which documents ask for what, once the server has found them valid, and which answers are good. */
@Plugin()
export class SharedAnswersPlugin implements ApolloServerPlugin<GraphqlContext> {
  constructor(private readonly shared: SharedAnswers) {}

  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      didResolveOperation: async ({ document, operation, source }) => {
        const fields = operation && document.definitions.length === 1 ? rootFieldsOf(operation) : [];
        if (fields.length > 0) this.shared.learn(source, fields);
      },
      willSendResponse: async ({ response: { body }, contextValue }) => {
        if (body.kind === 'single' && !body.singleResult.errors) markGood(contextValue.request);
      },
    };
  }
}

/** The names of a query's root fields; none when a fragment or a directive stands among them. */
function rootFieldsOf({ operation, selectionSet, directives }: OperationDefinitionNode): string[] {
  if (operation !== 'query' || directives?.length) return [];
  const names: string[] = [];
  for (const selection of selectionSet.selections) {
    if (selection.kind !== 'Field' || selection.directives?.length) return [];
    names.push(selection.name.value);
  }
  return names;
}
