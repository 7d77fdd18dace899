export type Language = 'en' | 'zh-CN';

export const LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Language[];

/**
 * The language that the system is set to. Windows, and programs started from a desktop, set no variables: there the operating
 * system's own locale counts.
 */
export function languageOf(
  env: Readonly<Record<string, string | undefined>>,
  locale = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const wanted = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || locale;
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}

const WORDS = {
  about: ['Work with the Recourse marketplace from a terminal.', '在终端中使用 Recourse 不良资产处置平台。'],
  profile: ['which stored sign-in to use', '使用哪个已保存的登录配置'],
  baseUrl: ['where the platform is', '平台地址'],
  json: ['print JSON, one value a line', '以 JSON 输出，每行一个值'],
  lang: ['language of the texts', '文字语言'],
  login: ['sign in, as a member or with an API key', '以成员身份或 API 密钥登录'],
  loginEmail: ['email address of the member', '成员邮箱'],
  loginKey: [
    'an API key instead, from RECOURSE_API_KEY or asked for',
    '改用 API 密钥：取自 RECOURSE_API_KEY，否则提示输入',
  ],
  logout: ['end the session and forget the sign-in', '结束会话并删除登录信息'],
  loggedOut: ['Signed out.', '已退出登录。'],
  askEmail: ['Email: ', '邮箱：'],
  askPassword: ['Password: ', '密码：'],
  secretAsArgument: [
    'A secret on the command line can be read by everybody on this machine. Give {option} alone and type it when asked, or set {variable}.',
    '命令行中的密钥对本机所有用户可见。请只写 {option} 并在提示时输入，或设置 {variable}。',
  ],
  askSecret: ['Secret (whsec_…): ', '签名密钥（whsec_…）：'],
  askKey: ['API key: ', 'API 密钥：'],
  signedIn: ['Signed in to {baseUrl} as {who}.', '已登录 {baseUrl}：{who}。'],
  notSignedIn: [
    'Not signed in. Run `recourse login`, or set RECOURSE_API_KEY.',
    '尚未登录。请运行 `recourse login`，或设置 RECOURSE_API_KEY。',
  ],
  whoami: ['who is signed in, and what they may do', '当前登录者及其权限'],
  import: ['post the cases of a file', '导入文件中的案件'],
  importFile: ['CSV, XLSX or NDJSON; the content decides', 'CSV、XLSX 或 NDJSON，以内容为准'],
  dryRun: ['judge every row and change nothing', '只校验，不写入'],
  mode: [
    'create posts new cases only; upsert also updates the cases posted before',
    'create 仅新增；upsert 同时更新已有案件',
  ],
  group: [
    'which rows are lines of one case: document, those with one reference; debtor, those of one debtor in one category',
    '哪些行合为一个案件：document 单号相同；debtor 债务人与类别相同',
  ],
  result: ['write what became of each row into this file (.csv or .xlsx)', '将每行结果写入此文件（.csv 或 .xlsx）'],
  importKey: ['idempotency key; made from the file if left out', '幂等键；缺省时由文件内容生成'],
  imported: ['{total} rows: {counts}.', '共 {total} 行：{counts}。'],
  admittedRows: ['{count} admitted', '受理 {count}'],
  inReviewRows: ['{count} in review', '待审 {count}'],
  duplicateRows: ['{count} known before', '重复 {count}'],
  updatedRows: ['{count} updated', '更新 {count}'],
  settledRows: ['{count} settled', '已结清 {count}'],
  withdrawnRows: ['{count} withdrawn', '撤回 {count}'],
  repaymentRows: ['{count} with a repayment', '含回款 {count}'],
  revisionRows: ['{count} waiting for your consent to a lower amount', '待确认调低金额 {count}'],
  unchangedRows: ['{count} unchanged', '无变化 {count}'],
  rejectedRows: ['{count} rejected', '拒绝 {count}'],
  importDry: ['Nothing was changed: this was a dry run.', '仅为试运行，未做任何更改。'],
  importFailed: ['The batch {state}: {code}', '批次{state}：{code}'],
  resultWritten: ['Results written to {file}.', '结果已写入 {file}。'],
  hall: ['the cases open for grabbing', '接单大厅'],
  hallList: ['list what stands in the hall', '列出大厅中的案件'],
  hallWatch: ['show what enters the hall, as it happens', '实时显示进入大厅的案件'],
  limit: ['how many at most', '最多条数'],
  moreFollow: [
    'There are more. These are the first {limit}; give a greater --limit to see the others.',
    '还有更多。以上为前 {limit} 条；请加大 --limit 查看其余。',
  ],
  minAmount: ['least amount, in yuan', '最低金额（元）'],
  minCommission: ['least commission, in percent', '最低佣金比例（%）'],
  category: ['only this kind of debt', '仅此类债务'],
  after: ['go on behind this cursor', '从此游标之后继续'],
  grab: ['grab a case', '抢单'],
  accept: ['accept the entrustment at once', '同时接受委托'],
  grabbed: [
    'Grabbed {caseId}: {amount} yuan at {commission} %. Accept by {acceptBy}.',
    '已接单 {caseId}：{amount} 元，佣金 {commission} %。请在 {acceptBy} 前接受委托。',
  ],
  accepted: ['Accepted: the debtor is disclosed to you now.', '已接受委托，债务人信息已开放。'],
  cases: ['list your cases, or those you hold', '列出您的案件或您持有的案件'],
  lines: ['list what a case consists of, with ages and limitation periods', '列出案件的明细及其账龄和诉讼时效'],
  quote: [
    'say what posting a debt would come to: verdict, lines, score, commission, claim; nothing is posted',
    '试算一笔债权：受理结论、明细、评分、佣金、可主张金额；不提交',
  ],
  quoteFile: ['JSON of one debt, as `POST /v1/cases` takes it', '一笔债权的 JSON，内容与 `POST /v1/cases` 相同'],
  badDebtFile: [
    '{file} is not the JSON of one debt. A file of many is judged by `recourse import --dry-run`.',
    '{file} 不是一笔债权的 JSON。多笔债权的文件请用 `recourse import --dry-run` 校验。',
  ],
  claim: ['show interest and charges on a case, step by step', '逐步列出案件可主张的利息和费用'],
  admit: ['It would be listed at once.', '可直接挂牌。'],
  review: ['A reviewer would decide.', '须人工审核。'],
  reject: ['It would be refused.', '将不予受理。'],
  reasonOf: ['{code} ({field}): {text}', '{code}（{field}）：{text}'],
  quotedBefore: ['You posted this reference before: {caseId}.', '该外部单号已提交过：{caseId}。'],
  openAmount: [
    'Open: {open} yuan (principal {principal}, penalty {penalty}, paid {paid}).',
    '欠款余额：{open} 元（本金 {principal}，违约金 {penalty}，已还 {paid}）。',
  ],
  ageAndClock: [
    'Due {due}, {months} months overdue; limitation until {ends}, {days} days left.',
    '到期日 {due}，逾期 {months} 个月；诉讼时效至 {ends}，剩余 {days} 天。',
  ],
  ageAndEndedClock: [
    'Due {due}, {months} months overdue; limitation ended on {ends}.',
    '到期日 {due}，逾期 {months} 个月；诉讼时效已于 {ends} 届满。',
  ],
  scored: ['Score {score} ({grade}), evidence {evidence}.', '评分 {score}（{grade}），证据完整度 {evidence}。'],
  wouldCost: [
    'If all of it comes in: commission {commission} yuan ({rate}), service fee {fee} yuan ({feeRate}).',
    '若全额收回：佣金 {commission} 元（{rate}），平台服务费 {fee} 元（{feeRate}）。',
  ],
  claimUntil: ['Claim up to {until}, by the rule: {rule}.', '可主张金额（计至 {until}），适用规则：{rule}。'],
  claimSums: [
    'Principal {principal}, interest and charges asked {asked}, allowed {allowed}; in all {total} yuan.',
    '本金 {principal}，主张利息及费用 {asked}，可获支持 {allowed}；合计 {total} 元。',
  ],
  claimCapped: [
    'Cap {cap} ({rate} a year); {excess} above it is not protected.',
    '上限 {cap}（年利率 {rate}）；超出的 {excess} 不受保护。',
  ],
  claimFees: ['Charges that are no rate: {fees}.', '其中非利率费用：{fees}。'],
  state: ['only in this state', '仅此状态'],
  listen: [
    'receive the events of your organisation, and forward them to a local port',
    '接收本组织的事件并转发到本地端口',
  ],
  forward: ['address to post each event to, signed as a webhook', '以签名 Webhook 形式转发到此地址'],
  since: ['begin this long ago (90s, 15m, 1h, 2d) or at a time', '从多久之前（90s、15m、1h、2d）或某时刻开始'],
  types: ['only these types, separated by commas', '仅这些类型，以逗号分隔'],
  secret: [
    'sign with the secret of RECOURSE_WEBHOOK_SECRET, or asked for',
    '使用 RECOURSE_WEBHOOK_SECRET 中的签名密钥，否则提示输入',
  ],
  listening: ['Listening to {baseUrl}. Ctrl-C ends it.', '正在监听 {baseUrl}，按 Ctrl-C 结束。'],
  signing: ['Forwarding to {url}, signed with {secret}', '转发至 {url}，签名密钥 {secret}'],
  keys: ['API keys of your organisation', '本组织的 API 密钥'],
  keysList: ['list them', '列出'],
  keysCreate: ['make one; it is shown once', '创建；仅显示一次'],
  keysRotate: ['make a successor; both work for a while', '轮换；新旧密钥在一段时间内同时有效'],
  keysRevoke: ['end one, at once', '立即吊销'],
  name: ['its name', '名称'],
  scopes: ['what it may do, separated by commas', '权限范围，以逗号分隔'],
  expires: ['when it ends (RFC 3339)', '到期时间（RFC 3339）'],
  overlap: ['hours both work', '新旧同时有效的小时数'],
  keyOnce: ['Keep it now: it is not shown again.', '请立即保存：不会再次显示。'],
  sandbox: ['test organisations in a world of their own', '沙盒测试组织'],
  sandboxList: ['list them', '列出'],
  sandboxCreate: ['make one, with a test organisation of each kind', '创建，含各类测试组织'],
  sandboxAdvance: ['move its clock forward (90s, 15m, 1h, 7d)', '将其时钟前移（90s、15m、1h、7d）'],
  sandboxId: ['which one; needed when there are several', '哪一个；有多个时必填'],
  advanced: ['It is {now} in {name}.', '{name} 的当前时间为 {now}。'],
  sandboxNone: [
    'There is no sandbox; make one with `recourse sandbox create`.',
    '没有沙盒；请用 `recourse sandbox create` 创建。',
  ],
  sandboxMany: ['There are several sandboxes; name one with --id.', '有多个沙盒；请用 --id 指定。'],
  webhooks: ['where the platform posts your events', 'Webhook 推送地址'],
  webhooksList: ['list the endpoints', '列出地址'],
  webhooksCreate: ['make an endpoint; its secret is shown once', '创建地址；密钥仅显示一次'],
  webhooksTest: ['send a test event', '发送测试事件'],
  webhooksReplay: ['send again what happened since', '重新发送某时刻之后的事件'],
  webhooksDeliveries: ['list what was sent', '列出推送记录'],
  webhooksDelete: ['delete an endpoint', '删除地址'],
  replaying: ['Replaying since {since}: {id}', '正在重放 {since} 之后的事件：{id}'],
  notAmong: ['{option}: {text} is none of {values}.', '{option}：{text} 不在 {values} 之中。'],
  badCount: ['{option}: {text} is not a whole number of at least 1.', '{option}：{text} 不是不小于 1 的整数。'],
  badPercent: [
    '{option}: {text} is not a percentage such as 15 or 12.5.',
    '{option}：{text} 不是有效的百分比，例如 15 或 12.5。',
  ],
  badAmount: [
    '{option}: {text} is not an amount in yuan such as 5000 or 5,000.50.',
    '{option}：{text} 不是有效的金额（元），例如 5000 或 5,000.50。',
  ],
  badAddress: [
    '{option}: {text} is not an address such as http://localhost:4242/hook.',
    '{option}：{text} 不是有效的地址，例如 http://localhost:4242/hook。',
  ],
  badResultFile: [
    '{option}: {text} ends neither in .csv nor in .xlsx.',
    '{option}：{text} 的扩展名不是 .csv 或 .xlsx。',
  ],
  badDuration: ['{text} is not a duration such as 90s, 15m, 1h or 7d', '{text} 不是有效时长，例如 90s、15m、1h、7d'],
  none: ['None.', '无。'],
  commercial_receivable: ['commercial receivable', '商账'],
  property_management_fee: ['property management fee', '物业费'],
  online_loan: ['online loan', '网络贷款'],
  credit_card: ['credit card', '信用卡'],
  private_loan: ['private loan', '民间借贷'],
  invoice: ['invoice', '发票'],
  fee_period: ['fee of a period', '费用期间'],
  instalment: ['instalment', '分期'],
  loan: ['loan', '借款'],
  credit_note: ['credit note', '红字发票'],
  not_started: ['not started', '未起算'],
  running: ['running', '计算中'],
  stopped: ['stopped', '程序未终结'],
  suspended: ['suspended', '中止'],
  expired: ['ended', '已届满'],
  beyond_long_stop: ['beyond 20 years', '超过最长保护期'],
  term: ['to the due day', '借期内'],
  overdue: ['overdue', '逾期'],
  private_lending: ['private lending', '民间借贷'],
  private_lending_before_2020: ['private lending before 2020-08-20', '民间借贷（2020年8月20日前成立）'],
  financial_lending: ['financial lending', '金融借款'],
  sme_late_payment: ['late payment of a small enterprise', '中小企业款项逾期利息'],
  agreed_late_payment: ['late payment as agreed', '约定逾期付款违约金'],
  late_payment_by_law: ['late payment by law', '法定逾期付款损失'],
  under_10k: ['below 10,000', '1 万以下'],
  from_10k_to_50k: ['10,000 to 50,000', '1 万至 5 万'],
  from_50k_to_200k: ['50,000 to 200,000', '5 万至 20 万'],
  from_200k_to_1m: ['200,000 to 1,000,000', '20 万至 100 万'],
  from_1m_to_5m: ['1,000,000 to 5,000,000', '100 万至 500 万'],
  from_5m: ['5,000,000 and more', '500 万以上'],
  failed: ['error', '错误'],
  requestId: ['request id', '请求编号'],
  field: ['field', '字段'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

export type Word = keyof typeof WORDS;

/** A word of the platform's vocabularies as people say it; one that is newer than this command, as it is. */
export function wordFor(language: Language, value: string): string {
  return value in WORDS ? say(language, value as Word) : value;
}

/** Says something in a language, with values in its `{places}`. */
export function say(language: Language, word: Word, values: Record<string, unknown> = {}): string {
  const text: string = WORDS[word][language === 'en' ? 0 : 1];
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
