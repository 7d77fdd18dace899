import type { Recourse } from '@recourse/client';

export function grabbingBot(client: Recourse, say: (line: string) => void, signal?: AbortSignal): Promise<void>;
