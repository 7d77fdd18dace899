import { defineRefusal, type RefusalSpec, type Texts } from '../../kernel/index.js';

/** Refusals of the GraphQL layer itself, before any resolver runs. */

/** Limits of one GraphQL request. A document with more characters than `kept` is executed, but not kept for the next time. */
export const LIMITS = {
  ...{ tokens: 1_000, depth: 8, aliases: 15, directives: 10, cost: 5_000, errors: 5 },
  kept: 16 * 1024,
} as const;

type Measured = 'depth' | 'aliases' | 'directives' | 'cost';

function overrun(code: string, what: Measured, zh: string, basedOn: Texts): RefusalSpec {
  const limit = LIMITS[what];
  const figure = what === 'aliases' || what === 'directives' ? `number of ${what}` : what;
  const remedy = {
    en: 'Split the operation, ask for smaller pages and only for the fields you use.',
    zh: '请拆分操作、减小分页，并只查询需要的字段。',
  };
  // Each operation is measured separately: nothing is used up, so nothing has to be waited for.
  const resets = { en: 'At once: each operation is measured separately.', zh: '立即恢复：每个操作单独计量。' };
  return defineRefusal({
    code,
    status: 400,
    en: `The operation's ${figure} is {used}; the limit is {limit}.`,
    zh: `该操作的${zh}为 {used}，上限为 {limit}。`,
    title: { zh: `${zh}超限` },
    meaning: {
      en: 'The work of one GraphQL operation is limited, and this one exceeds the limit. Nothing of it ran.',
      zh: '单个 GraphQL 操作的工作量有上限，该操作超出上限，未执行任何部分。',
    },
    remedy,
    quota: { resets, howToGetMore: remedy, basedOn },
    sample: { used: 2 * limit, limit },
  });
}

/** The bounds of one operation. */
export const OVER_THE_LIMIT: Readonly<Record<Measured, RefusalSpec>> = {
  depth: overrun('QUERY_TOO_DEEP', 'depth', '嵌套深度', { en: 'Fields inside fields.', zh: '字段的嵌套层数。' }),
  aliases: overrun('TOO_MANY_ALIASES', 'aliases', '别名数', {
    en: 'Aliases in the document.',
    zh: '文档中的别名数量。',
  }),
  directives: overrun('TOO_MANY_DIRECTIVES', 'directives', '指令数', {
    en: 'Directives in the document.',
    zh: '文档中的指令数量。',
  }),
  cost: overrun('QUERY_TOO_COSTLY', 'cost', '成本', {
    en: 'Objects the answer may hold: one for each field that returns objects, times `first` inside a list.',
    zh: '结果可能包含的对象数：每个返回对象的字段计一，列表内乘以 first。',
  }),
};

export const BAD_USER_INPUT = defineRefusal({
  code: 'BAD_USER_INPUT',
  status: 400,
  en: 'The value of {path} is not valid: {reason}.',
  zh: '{path} 的值无效：{reason}。',
  title: { zh: '输入值无效' },
  meaning: {
    en: 'A variable or argument does not have the type of the schema, so nothing ran. Rules beyond types are INVALID_INPUT.',
    zh: '变量或参数与 schema 声明的类型不符，未执行任何操作；类型以外的规则由 INVALID_INPUT 说明。',
  },
  remedy: { en: 'Correct the value named in `path`.', zh: '请修改 path 所指的值。' },
  sample: { path: 'dueOn', reason: 'must be a calendar day written YYYY-MM-DD' },
});

defineRefusal({
  code: 'GRAPHQL_PARSE_FAILED',
  status: 400,
  en: 'The document is not GraphQL.',
  zh: '文档不是有效的 GraphQL。',
  title: { en: 'GraphQL parse failed', zh: 'GraphQL 语法错误' },
  meaning: {
    en: 'The text of the operation breaks the grammar, or has more than 1,000 tokens.',
    zh: '操作文本不符合语法，或超过 1000 个词法单元。',
  },
  remedy: { en: 'Correct it where `locations` points.', zh: '请修改 locations 指出的位置。' },
});

defineRefusal({
  code: 'GRAPHQL_VALIDATION_FAILED',
  status: 400,
  en: 'The document does not match the schema.',
  zh: '文档与 schema 不符。',
  title: { en: 'GraphQL validation failed', zh: 'GraphQL 校验失败' },
  meaning: {
    en: 'The operation names a field, argument or type that the schema does not have, or uses one in another way.',
    zh: '操作使用了 schema 中不存在的字段、参数或类型，或用法不符。',
  },
  remedy: {
    en: 'Check the operation against schema.graphql; GraphiQL points at the place.',
    zh: '请对照 schema.graphql 检查；GraphiQL 会标出位置。',
  },
});

defineRefusal({
  code: 'OPERATION_RESOLUTION_FAILURE',
  status: 400,
  en: 'The document has no operation of that name, or several and none was named.',
  zh: '文档中没有该名称的操作，或有多个操作但未指明。',
  title: { zh: '无法确定操作' },
  meaning: {
    en: '`operationName` must name one of the document’s operations; with a single operation it may be left out.',
    zh: 'operationName 须指明文档中的一个操作；仅有一个操作时可省略。',
  },
  remedy: { en: 'Send the right `operationName`.', zh: '请提供正确的 operationName。' },
});
