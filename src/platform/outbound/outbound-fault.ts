/** Why a request to somebody else's server came to nothing; the far side's own answers, whatever their status, are no fault. */
export type OutboundFaultCode =
  | 'ADDRESS_NOT_ALLOWED'
  | 'NAME_NOT_FOUND'
  | 'UNREACHABLE'
  | 'TLS_FAILED'
  | 'TIMED_OUT'
  | 'REDIRECTED'
  | 'ANSWER_TOO_LARGE'
  | 'ANSWER_CUT_OFF';

export class OutboundFault extends Error {
  constructor(
    readonly code: OutboundFaultCode,
    detail = '',
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

const NAMES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'HPE_INVALID_CONSTANT', 'HPE_INVALID_CHUNK_SIZE']);

/** What an error of Node's sockets means. Its text is not passed on: it may name addresses inside. */
export function faultOf(error: unknown): OutboundFault {
  if (error instanceof OutboundFault) return error;
  const { code = '', name } = error as { code?: string; name?: string };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT') {
    return new OutboundFault('TIMED_OUT');
  }
  if (NAMES.has(code)) return new OutboundFault('NAME_NOT_FOUND');
  if (CUT_OFF.has(code)) return new OutboundFault('ANSWER_CUT_OFF');
  if (/^ERR_(TLS|SSL)|CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) return new OutboundFault('TLS_FAILED', code);
  return new OutboundFault('UNREACHABLE', code);
}
