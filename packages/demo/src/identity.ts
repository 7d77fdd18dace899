import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/** A process that can be recognised: by a port of this machine and a secret, since pids are used again and a port is anybody's. */
export interface Announced {
  readonly port: number;
  close(): void;
}

const PATIENCE_MS = 60_000;

/** Lets this process be recognised by whoever knows the token. Does not keep it alive. */
export async function announce(token: string): Promise<Announced> {
  const server = createServer((request, answer) => answer.end(proofOf(token, request.url ?? '')));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => void server.close() };
}

/**
 * Whether the process that announced the token still lives behind the port. A stranger there cannot know the answer.
 * Errors: somebody listens and says nothing, so that it cannot be told.
 */
export async function answersFor(token: string, port: number): Promise<boolean> {
  const question = `/${randomBytes(16).toString('hex')}`;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${question}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return (await answer.text()) === proofOf(token, question);
  } catch (error) {
    if ((error as Error).name !== 'TimeoutError') return false;
    throw new Error(
      `Port ${port} of this machine, where an earlier demo was, is silent. End what listens there first.`,
    );
  }
}

function proofOf(token: string, question: string): string {
  return createHmac('sha256', token).update(question).digest('hex');
}
