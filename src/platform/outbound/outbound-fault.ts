/** Why a request to a foreign server failed; an answer of that server, whatever its status, is no fault. */
export type OutboundFaultCode =
  /** By the text of the URL; the detail is a `TargetFault`. */
  | 'ADDRESS_NOT_ALLOWED'
  /** By what it is or resolves to. Only the log names the address: to the caller it would tell the names inside. */
  | 'ADDRESS_NOT_PUBLIC'
  | 'NAME_NOT_FOUND'
  | 'UNREACHABLE'
  | 'TLS_FAILED'
  | 'TIMED_OUT'
  | 'ANSWER_TOO_LARGE'
  | 'ANSWER_CUT_OFF';

export class OutboundFault extends Error {
  constructor(
    readonly code: OutboundFaultCode,
    /** The cause in a few words: a system's code, a time. Customers read it. */
    readonly detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT', 'HPE_INVALID_CHUNK_SIZE']);
const TLS = /^(ERR_(TLS|SSL)|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/;

/** What an error of Node's sockets means. Its code is passed on, its text is not: that may name addresses inside. */
export function faultOf(error: unknown): OutboundFault {
  if (error instanceof OutboundFault) return error;
  const { name, code = name } = error as { code?: string; name: string };
  if (code === 'ETIMEDOUT') return new OutboundFault('TIMED_OUT', code);
  if (code === 'HPE_HEADER_OVERFLOW') return new OutboundFault('ANSWER_TOO_LARGE', code);
  if (CUT_OFF.has(code)) return new OutboundFault('ANSWER_CUT_OFF', code);
  return new OutboundFault(TLS.test(code) ? 'TLS_FAILED' : 'UNREACHABLE', code);
}
