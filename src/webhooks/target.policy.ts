import { isIP } from 'node:net';

/** Why an address may not be a webhook endpoint. */
export const TARGET_FAULTS = [
  'NOT_A_URL',
  'NOT_HTTPS',
  'CREDENTIALS',
  'FRAGMENT',
  'ODD_ADDRESS',
  'NO_PUBLIC_NAME',
  'PORT',
  'URL_TOO_LONG',
] as const;
export type TargetFault = (typeof TARGET_FAULTS)[number];

export const URL_MAX = 2_000;
const HTTPS_PORT = 443;
/** Below it live the services of a machine; a receiver of webhooks is on 443 or on a port of its own. */
const LEAST_OWN_PORT = 1_024;
/** Names that never mean a host of the public internet (RFC 6761, RFC 8375, RFC 9476 and what clouds use inside). */
const INSIDE =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|arpa|test|invalid|onion|alt)$/;
const AUTHORITY = /^https?:\/\/([^/?#\\]*)/i;

/**
 * What is wrong with a URL as a webhook endpoint, as far as its text tells; undefined when nothing is. `insecure` allows http
 * and names of this machine. What the host resolves to is looked at again for every delivery.
 */
export function targetFault(text: string, insecure: boolean): TargetFault | undefined {
  if (text.length > URL_MAX) return 'URL_TOO_LONG';
  // The URL parser mends what it can (backslashes, blanks, tabs); an address that needs mending is not taken.
  const authority = AUTHORITY.exec(text)?.[1];
  if (!/^[\x21-\x7e]+$/.test(text) || text.includes('\\') || !URL.canParse(text)) return 'NOT_A_URL';
  const url = new URL(text);
  const local = insecure && isLocalName(url.hostname);
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) return 'NOT_HTTPS';
  if (!authority) return 'NOT_A_URL';
  if (authority.includes('@')) return 'CREDENTIALS';
  if (text.includes('#')) return 'FRAGMENT';
  return hostFault(url, authority, local) ?? (portAllowed(url, local) ? undefined : 'PORT');
}

function hostFault(url: URL, authority: string, local: boolean): TargetFault | undefined {
  const host = hostOf(url);
  const written = authority.replace(/:\d*$/, '').toLowerCase();
  // 2130706433, 0x7f.1, 017700000001: the parser knows them all for 127.0.0.1, and so would whoever smuggles one in.
  if (isIP(host) === 4 && written !== host) return 'ODD_ADDRESS';
  if (isIP(host) !== 0 || local) return undefined;
  return host.includes('.') && !host.endsWith('.') && !INSIDE.test(host) ? undefined : 'NO_PUBLIC_NAME';
}

function portAllowed(url: URL, local: boolean): boolean {
  const port = portOf(url);
  return port === HTTPS_PORT || port >= LEAST_OWN_PORT || local;
}

function isLocalName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The host of a URL as sockets want it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** The port a URL means. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number.parseInt(url.port, 10);
  return url.protocol === 'https:' ? HTTPS_PORT : 80;
}
