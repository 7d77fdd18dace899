import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** One event as a subscription or stream gave it. */
export interface Told {
  readonly id: string;
  readonly cursor: string;
  readonly type: string;
  readonly caseId: string | null;
  readonly data: Record<string, any>;
}

export const EVENT = 'id cursor type caseId data';

/** What a subscription gave so far, and a way to wait for more. */
export class Following {
  readonly events: Told[] = [];
  /** How it ended: `complete`, the code of an error, or `closed <code>`. */
  ended: string | undefined;
  private waiting: { test: () => boolean; resolve: () => void }[] = [];
  stop: () => void = () => undefined;

  add(event: Told): void {
    this.events.push(event);
    this.look();
  }

  end(how: string): void {
    this.ended ??= how;
    this.look();
  }

  /** Until so many events came, or it ended. */
  async until(count: number): Promise<Told[]> {
    await this.when(() => this.events.length >= count || this.ended !== undefined);
    return this.events;
  }

  async over(): Promise<string> {
    await this.when(() => this.ended !== undefined);
    return this.ended!;
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }

  private when(test: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ test, resolve });
      this.look();
    });
  }

  private look(): void {
    const ready = this.waiting.filter(({ test }) => test());
    this.waiting = this.waiting.filter((one) => !ready.includes(one));
    for (const { resolve } of ready) resolve();
  }
}

/** A client on a socket of its own that does not come again by itself. */
export function socketClient(url: string, token: string | undefined): Client {
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });
}

/** Subscribes to one field; `acknowledged` says when the server has surely begun to follow. */
export function follow(client: Client, field: string, args = '', selection = EVENT): Following {
  const following = new Following();
  const query = `subscription { ${field}${args && `(${args})`} { ${selection} } }`;
  following.stop = client.subscribe<Record<string, Told>>(
    { query },
    {
      next: ({ data, errors }) => {
        if (errors) following.end(String(errors[0]!.extensions?.['code']));
        else following.add(data![field]!);
      },
      error: (error) => following.end(endOf(error)),
      complete: () => following.end('complete'),
    },
  );
  return following;
}

function endOf(error: unknown): string {
  if (Array.isArray(error)) return String(error[0]?.extensions?.code ?? error[0]?.message);
  const { code, reason } = error as { code?: number; reason?: string };
  return code === undefined ? String(error) : `closed ${code} ${reason ?? ''}`.trim();
}

/** Follows a REST stream; resolves once the server has answered. */
export async function stream(
  url: string,
  path: string,
  token: string | undefined,
  headers: Record<string, string> = {},
): Promise<
  Following & { status: number; headers: Headers; retry: number | undefined; first: string | undefined; body: any }
> {
  const following = new Following();
  const abort = new AbortController();
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`${url}${path}`, { headers: { ...authorization, ...headers }, signal: abort.signal });
  const about = { status: answer.status, headers: answer.headers, retry: undefined as number | undefined };
  const found = Object.assign(following, about, { first: undefined as string | undefined, body: undefined as any });
  if (answer.status !== 200) {
    found.body = await answer.json();
    return found;
  }
  following.stop = () => abort.abort();
  void readAll(answer, found);
  return found;
}

async function readAll(answer: Response, found: Following & { retry: number | undefined; first: string | undefined }) {
  let text = '';
  try {
    for await (const chunk of answer.body!.pipeThrough(
      new TextDecoderStream() as never,
    ) as unknown as AsyncIterable<string>) {
      text += chunk;
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        block(text.slice(0, at), found);
        text = text.slice(at + 2);
      }
    }
    found.end('complete');
  } catch (error) {
    found.end(`cut off: ${(error as Error).name}`);
  }
}

function block(text: string, found: Following & { retry: number | undefined; first: string | undefined }): void {
  const fields = Object.fromEntries(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  if (fields['retry']) found.retry = Number.parseInt(fields['retry'], 10);
  if (fields['id'] && !fields['data']) found.first = fields['id'];
  if (!fields['data']) return;
  const data = JSON.parse(fields['data']);
  if (fields['event'] === 'end') found.end(data.code);
  else found.add(data);
}
