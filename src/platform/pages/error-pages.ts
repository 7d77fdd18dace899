import {
  type ErrorEntry,
  errorAddress,
  errorCatalogue,
  inputReasons,
  type Locale,
  type Texts,
  withPlacesShown,
} from '../../kernel/index.js';
import { exampleProblem } from './example-problem.js';
import { head } from './pages.js';

/** The pages that explain errors. Both languages are always there; the reader's comes first. */

const LANGUAGES: readonly Locale[] = ['en', 'zh-CN'];
const WORDS = {
  title: { en: 'Errors', zh: '错误代码' },
  intro: {
    en: 'Every refusal has a code, the same on both faces: `code` of a problem document and of a GraphQL refusal.',
    zh: '每个拒绝都有一个代码，在 REST 与 GraphQL 两侧相同：即 problem+json 或 GraphQL 拒绝中的 code。',
  },
  message: { en: 'What it says', zh: '消息' },
  meaning: { en: 'What it means', zh: '含义' },
  remedy: { en: 'What to do', zh: '处理方法' },
  retry: { en: 'Does trying again help?', zh: '重试是否有用' },
  later: { en: 'Yes, later, with the same request.', zh: '有用，请稍后重发同一请求。' },
  no: { en: 'Not unchanged: the same request gets the same answer.', zh: '无用，原样重发会得到相同的结果。' },
  basedOn: { en: 'What the limit is based on', zh: '限额依据' },
  resets: { en: 'When there is room again', zh: '何时恢复' },
  howToGetMore: { en: 'How to get more', zh: '如何提高' },
  example: { en: 'Example', zh: '示例' },
  reasons: { en: 'Reasons', zh: '原因代码' },
  all: { en: 'All errors', zh: '全部错误代码' },
} as const satisfies Record<string, Texts>;

export function errorIndexPage(locale: Locale): string {
  const rows = errorCatalogue().map(
    (
      entry,
    ) => `<tr><td><a href="${errorAddress(entry.code)}"><code>${breakable(entry.code)}</code></a></td><td class="status">${entry.status}</td>
<td>${both(locale, entry.title)}</td><td>${both(locale, entry.meaning)}</td></tr>`,
  );
  return page(
    locale,
    inOne(locale, WORDS.title),
    `<h1>${both(locale, WORDS.title)}</h1>
${both(locale, WORDS.intro)}
<p><a href="/v1/errors"><code>/v1/errors</code></a> · JSON</p>
<table><tbody>
${rows.join('\n')}
</tbody></table>`,
  );
}

export function errorPage(entry: ErrorEntry, locale: Locale): string {
  const parts = [
    part(locale, WORDS.message, withPlacesShown(entry.message)),
    part(locale, WORDS.meaning, entry.meaning),
    part(locale, WORDS.remedy, entry.remedy),
    part(locale, WORDS.retry, WORDS[entry.retry]),
    ...(entry.quota ? limitParts(entry, locale) : []),
    `<h2>${both(locale, WORDS.example)}</h2>`,
    ...ordered(locale).map(
      (one) => `<pre lang="${one}">${escaped(JSON.stringify(exampleProblem(entry, one), null, 2))}</pre>`,
    ),
    ...(entry.code === 'INVALID_INPUT' ? [reasonTable(locale)] : []),
  ];
  return page(
    locale,
    entry.code,
    `<p><a href="/errors">← ${inOne(locale, WORDS.all)}</a></p>
<h1><code>${breakable(entry.code)}</code> <small>HTTP ${entry.status}</small></h1>
<div class="title">${both(locale, entry.title)}</div>
${parts.join('\n')}`,
  );
}

/** With the figures of the example, since what is counted differs from case to case. */
function limitParts(entry: ErrorEntry, locale: Locale): string[] {
  const [en, zh] = (['en', 'zh-CN'] as const).map((one) => exampleProblem(entry, one).details ?? {});
  const words = ['basedOn', 'resets', 'howToGetMore'] as const;
  return words.map((word) => part(locale, WORDS[word], { en: String(en?.[word]), zh: String(zh?.[word]) }));
}

function reasonTable(locale: Locale): string {
  const rows = inputReasons().map(
    (one) => `<tr><td><code>${breakable(one.code)}</code></td><td>${both(locale, withPlacesShown(one))}</td></tr>`,
  );
  return `<h2>${both(locale, WORDS.reasons)}</h2>\n<table><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function page(locale: Locale, title: string, body: string): string {
  return `${head(`${title} · Recourse`, ['/assets/page.css'], locale)}
<body class="errors">
<main>
${body}
</main>
</body>
</html>
`;
}

function part(locale: Locale, heading: Texts, texts: Texts): string {
  return `<h2>${both(locale, heading)}</h2>\n${both(locale, texts)}`;
}

function ordered(locale: Locale): Locale[] {
  return [locale, ...LANGUAGES.filter((one) => one !== locale)];
}

function both(locale: Locale, texts: Texts): string {
  return ordered(locale)
    .map((one) => `<span class="said" lang="${one}">${worded(one === 'en' ? texts.en : texts.zh)}</span>`)
    .join(' ');
}

function inOne(locale: Locale, texts: Texts): string {
  return locale === 'en' ? texts.en : texts.zh;
}

/** What stands in backticks is code. */
function worded(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** A long code may be broken where its words end. */
function breakable(code: string): string {
  return escaped(code).replaceAll('_', '_<wbr>');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ENTITIES[one] as string);
}
