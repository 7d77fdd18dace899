// The tour's HTTP client, called by the functions of helpers.sh. Whoever asks is named by the environment and never on the command
// line, which everybody on the machine can read: AS is a member's email address, a token, an API key, or CLIENT:SECRET.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const { RECOURSE_URL, AS = '', QUERY } = process.env;
const ANSWER = 'answer.json';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** An unset variable vanishes from a command line, and what follows moves to its place: said here, the platform could only guess. */
function refuseGaps(act, method, path) {
  const usage = act === 'gql' ? 'gql WHO QUERY' : 'rest WHO METHOD PATH';
  const isWhole = act === 'gql' ? QUERY !== '' : METHODS.includes(method) && path?.startsWith('/');
  if (isWhole && /^[\x21-\x7e]*$/.test(AS)) return;
  fail(`${usage}: an argument is missing. A variable of this shell is probably not set; earlier steps of the tour set it.`);
}

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
    else if (arg.endsWith('.json')) {
      headers['content-type'] = 'application/json';
      body = readFileSync(arg.slice(1), 'utf8');
    } else if (!arg.startsWith('@')) body = new URLSearchParams(arg); // a form
    else (body = new FormData()).append('file', new Blob([readFileSync(arg.slice(1))]), arg.slice(1));
  }
  return reach(path, { method, headers, body });
}

async function reach(path, request) {
  try {
    return await fetch(RECOURSE_URL + path, request);
  } catch (error) {
    return fail(`No answer from ${RECOURSE_URL} (${error.cause?.code ?? error.message}). Does the server run?`);
  }
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
  if (!existsSync(`password-${email}`)) fail(`No password is stored for ${email}: remember ${email} PASSWORD`);
  const password = readFileSync(`password-${email}`, 'utf8');
  const query = `mutation ($input: LoginInput!) {
    login(input: $input) { ... on Session { accessToken } ... on Refusal { code message } } }`;
  const body = JSON.stringify({ query, variables: { input: { email, password } } });
  const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
  const answer = await reach('/graphql', { method: 'POST', headers, body });
  const token = valueIn(await answer.text(), 'data.login.accessToken');
  writeFileSync(`token-${email}`, token, { mode: 0o600 });
  return token;
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

/** A value of an answer by its path. Where there is none, the platform's own words say why. */
function valueIn(text, path) {
  const answer = parsed(text);
  const value = path.split('.').reduce((at, name) => at?.[name], answer);
  if (value !== undefined && value !== null) return String(value);
  const { code, message } = refusalIn(answer) ?? {};
  return fail(code ? `${code}: ${message}` : `The answer has no ${path}: ${text}`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return fail(`The answer is not JSON: ${text}`);
  }
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

process.on('uncaughtException', (error) => fail(error.message));

const [act, ...args] = process.argv.slice(2);
if (act === 'take') {
  if (!existsSync(ANSWER)) fail('There is no answer to take from: the last request was not sent.');
  console.log(valueIn(readFileSync(ANSWER, 'utf8'), args[0] ?? ''));
} else {
  rmSync(ANSWER, { force: true });
  refuseGaps(act, ...args);
  const text = act === 'gql' ? await ask('POST', '/graphql', args) : await ask(args[0], args[1], args.slice(2));
  writeFileSync(ANSWER, text, { mode: 0o600 });
  console.log(text.trimEnd());
}
process.exit();
