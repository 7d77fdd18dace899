import type { IncomingMessage } from 'node:http';
import { socketRequest } from './open-socket.js';

const opening = (forwarded?: string) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.9' } }) as unknown as IncomingMessage;
const addressOf = (proxies: number, forwarded?: string) => socketRequest(opening(forwarded), undefined, proxies).ip;

describe('the address a socket comes from', () => {
  it('is the peer where no proxy is believed', () => {
    expect(addressOf(0, '203.0.113.7')).toBe('10.0.0.9');
  });

  it('is what the proxies wrote, never what the client wrote before them', () => {
    expect(addressOf(1, '203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf(1, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf(2, '198.51.100.1, 203.0.113.7, 10.0.0.8')).toBe('203.0.113.7');
  });

  it('is the farthest known where fewer proxies answered than are believed', () => {
    expect(addressOf(2, '203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf(2)).toBe('10.0.0.9');
  });
});
