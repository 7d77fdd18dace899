/**
 * Breaking changes since the last release of the contract that are meant, each with its reason. A change that is not here
 * fails the check, and so does a line here that names no change: `npm run contracts:release` starts the list anew.
 */
export const NAMED_CHANGES: Readonly<Record<string, string>> = {
  'REST: problem Problem.type has the format uri-reference, not of any text':
    'The type of a problem document is the page that explains its code instead of a urn; clients tell codes by `code`.',
};

/** Kinds of change that graphql-js calls dangerous and that our policy allows without notice. */
export const ALLOWED_KINDS: Readonly<Record<string, string>> = {
  OPTIONAL_ARG_ADDED: 'Who does not send it gets what was answered before.',
  OPTIONAL_INPUT_FIELD_ADDED: 'Who does not send it gets what was answered before.',
  TYPE_ADDED_TO_UNION: 'Clients select `... on Refusal` and so read refusals they do not know yet.',
  VALUE_ADDED_TO_ENUM: 'Clients expect words they do not know yet; the README says so.',
};
