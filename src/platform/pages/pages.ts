/** The texts of the pages. They hold no inline script, so that the policy can forbid them. */

export const head = (title: string, styles: string[], language = 'en') => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('\n')}
</head>`;

export const LANDING_PAGE = `${head('Recourse', ['/assets/page.css'])}
<body class="landing">
<main>
<h1>Recourse</h1>
<p>The open marketplace backend where overdue debts get recovered.</p>
<ul>
<li><a href="/graphiql">GraphiQL</a> writes and runs queries against <code>/graphql</code></li>
<li><a href="/reference">API reference</a> describes the REST API under <code>/v1</code></li>
<li><a href="/openapi.yaml">openapi.yaml</a> and <a href="/schema.graphql">schema.graphql</a> are the contracts as files</li>
<li><a href="/errors">Errors</a> explains every code, in English and Chinese</li>
<li><a href="/readyz">/readyz</a> says whether this process takes traffic</li>
</ul>
</main>
</body>
</html>
`;

/** A page that one of our libraries fills. */
const filled = (
  title: string,
  style: string,
  id: string,
  scripts: string[],
) => `${head(`${title} · Recourse`, [style, '/assets/page.css'])}
<body class="full">
<div id="${id}">Loading…</div>
${scripts.map((name) => `<script src="/assets/${name}.js"></script>`).join('\n')}
</body>
</html>
`;

const GRAPHIQL_SCRIPTS = ['react', 'react-dom', 'graphiql', 'start-graphiql'];
export const GRAPHIQL_PAGE = filled('GraphiQL', '/assets/graphiql.css', 'graphiql', GRAPHIQL_SCRIPTS);
export const REFERENCE_PAGE = filled('API reference', '/assets/swagger-ui.css', 'reference', [
  'swagger-ui',
  'start-reference',
]);

export const PAGE_STYLE = `html, body { margin: 0; }
body.full, body.full #graphiql { height: 100vh; }
body.landing { font: 16px/1.6 system-ui, sans-serif; color: #1c2733; background: #f7f8fa; }
body.landing main { max-width: 40rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: 8px; }
body.errors { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c2733; background: #f7f8fa; }
body.errors main { box-sizing: border-box; max-width: 64rem; margin: 2rem auto; padding: 1.5rem 2rem; background: #fff; border-radius: 8px; }
body.errors .said { display: block; }
body.errors .said + .said { color: #5b6875; font-size: 0.95em; }
body.errors h1 { font-size: 1.6rem; overflow-wrap: anywhere; }
body.errors h1 .said, body.errors h2 .said { display: inline; margin-right: 0.6em; }
body.errors h2 { margin: 1.6rem 0 0.2rem; font-size: 1.05rem; }
body.errors small { color: #5b6875; font-weight: normal; }
body.errors .title { font-size: 1.15rem; }
body.errors table { width: 100%; border-collapse: collapse; }
body.errors td { padding: 0.6rem 0.8rem 0.6rem 0; border-top: 1px solid #e4e8ec; vertical-align: top; }
body.errors td.status { white-space: nowrap; }
body.errors td:last-child { overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  body.errors main { margin: 0; padding: 1rem; }
  body.errors table, body.errors tbody, body.errors tr, body.errors td { display: block; }
  body.errors td { padding: 0.2rem 0; border: 0; }
  body.errors tr { padding: 0.6rem 0; border-top: 1px solid #e4e8ec; }
}
@media (max-width: 40rem) {
  body.full .swagger-ui .wrapper { padding: 0 0.6rem; }
  body.full .swagger-ui .servers > label, body.full .swagger-ui .servers select { min-width: 0; width: 100%; }
  body.full .swagger-ui .opblock-tag { display: block; position: relative; padding-right: 2.5rem; }
  body.full .swagger-ui .opblock-tag small { display: block; padding: 0.2rem 0 0; }
  body.full .swagger-ui .opblock-tag button { position: absolute; top: 0.6rem; right: 0; }
  body.full .swagger-ui .opblock-summary-path, body.full .swagger-ui .opblock-summary-description { min-width: 0; overflow-wrap: anywhere; }
  body.full .swagger-ui table, body.full .swagger-ui pre, body.full .swagger-ui .opblock-body { display: block; max-width: 100%; overflow-x: auto; }
}
body.errors pre { padding: 1rem; overflow-x: auto; background: #f1f3f5; border-radius: 6px; font-size: 0.85rem; }
body.errors a { color: #0b5cad; }
`;

/** The tabs GraphiQL opens with, in the order of a first visit. Their queries must be the schema's. */
export const FIRST_TABS = [
  `# 1. Log in: email address, password, Ctrl-Enter.
#    Put the access token into the Headers pane
#    of the next tabs, or an API key:
#      { "Authorization": "Bearer <accessToken>" }
#    The token is valid for ten minutes.

mutation LogIn {
  login(input: { email: "", password: "" }) {
    ... on Session { accessToken accessTokenExpiresAt }
    ... on Refusal { code message }
  }
}
`,
  `# 2. What stands in the hall.

query Hall {
  hall(first: 10) {
    nodes { id category provinceName amountBand commissionBps score }
  }
}
`,
  `# 3. What happens in the hall from now on.

subscription HallFromNow {
  hallEvents { id type occurredAt data }
}
`,
];

const NO_BEARER = '{\\n  "Authorization": ""\\n}';

export const START_GRAPHIQL = `(function () {
  var headers = '${NO_BEARER}';
  var tabs = ${JSON.stringify(FIRST_TABS)}.map(function (query) { return { query: query, headers: headers }; });
  var live = location.origin.replace(/^http/, 'ws') + '/graphql';
  var fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: live });
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, {
      fetcher: fetcher,
      defaultTabs: tabs,
      defaultHeaders: headers,
      defaultEditorToolsVisibility: 'headers',
      isHeadersEditorEnabled: true,
      shouldPersistHeaders: false,
    })
  );
})();
`;

export const START_REFERENCE = `(function () {
  SwaggerUIBundle({ url: '/openapi.yaml', dom_id: '#reference', deepLinking: true, validatorUrl: null });
})();
`;
