// The tour's HTTP client, called by the functions of helpers.sh. Whoever asks is named by the environment and never on the command
// line, which everybody on the machine can read: AS is a member's email address, a token, an API key, or CLIENT:SECRET.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const { RECOURSE_URL, AS = '', QUERY } = process.env;
const ANSWER = 'answer.json';

async function send(method, path, args, authorization) {
  const headers = { 'accept-language': 'en', ...(authorization ? { authorization } : {}) };
  let body;
  if (QUERY !== undefined) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify({ query: QUERY });
  }
  for (const arg of args) {
    const [name, value] = arg.split(': ');
    if (value) headers[name] = value; // a header
    else if (!arg.startsWith('@')) body = new URLSearchParams(arg); // a form
    else (body = new FormData()).append('file', new Blob([readFileSync(arg.slice(1))]), arg.slice(1));
  }
  return fetch(RECOURSE_URL + path, { method, headers, body });
}

/** The answer's text; of a live stream the first event, then it hangs up. */
async function textOf(answer) {
  let text = '';
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  if (isStream) setTimeout(() => fail('No such event has come within a minute.'), 60_000);
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const event = /^data: ?(.*)\n/m.exec(text);
    if (isStream && event) return event[1];
  }
  return text;
}

/** A member's token lasts ten minutes: it is kept beside the password, and got anew when the platform wants another. */
async function logIn(email) {
  const password = existsSync(`password-${email}`) ? readFileSync(`password-${email}`, 'utf8') : '';
  const query = `mutation ($input: LoginInput!) {
    login(input: $input) { ... on Session { accessToken } ... on Refusal { code message } } }`;
  const body = JSON.stringify({ query, variables: { input: { email, password } } });
  const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
  const answer = await fetch(`${RECOURSE_URL}/graphql`, { method: 'POST', headers, body });
  const { data } = await answer.json();
  if (!data?.login?.accessToken) fail(`${data?.login?.code}: ${data?.login?.message}`);
  writeFileSync(`token-${email}`, data.login.accessToken, { mode: 0o600 });
  return data.login.accessToken;
}

async function ask(method, path, args) {
  if (!AS.includes('@')) {
    const machine = AS.includes(':') ? `Basic ${btoa(AS)}` : AS && `Bearer ${AS}`;
    return textOf(await send(method, path, args, machine));
  }
  const kept = existsSync(`token-${AS}`) ? readFileSync(`token-${AS}`, 'utf8') : await logIn(AS);
  const text = await textOf(await send(method, path, args, `Bearer ${kept}`));
  if (!/"code":\s*"UNAUTHENTICATED"/.test(text)) return text;
  return textOf(await send(method, path, args, `Bearer ${await logIn(AS)}`));
}

/** A value of the last answer by its path. Where there is none, the platform's own words say why. */
function take(path) {
  const answer = JSON.parse(readFileSync(ANSWER, 'utf8'));
  const value = path.split('.').reduce((at, name) => at?.[name], answer);
  if (value !== undefined && value !== null) return String(value);
  const { code, message } = refusalIn(answer) ?? {};
  return fail(code ? `${code}: ${message}` : `The last answer has no ${path}: ${JSON.stringify(answer)}`);
}

function refusalIn(value) {
  if (value === null || typeof value !== 'object') return undefined;
  const message = value.message ?? value.detail;
  const code = value.code ?? value.extensions?.code;
  if (code && message) return { code, message };
  return Object.values(value).map(refusalIn).find(Boolean);
}

function fail(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

const [act, ...args] = process.argv.slice(2);
if (act === 'take') {
  console.log(take(args[0]));
} else {
  const text = act === 'gql' ? await ask('POST', '/graphql', args) : await ask(args[0], args[1], args.slice(2));
  writeFileSync(ANSWER, text, { mode: 0o600 });
  console.log(text.trimEnd());
}
process.exit();
