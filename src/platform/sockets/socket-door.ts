import { Injectable } from '@nestjs/common';

/** The opening request of a socket, as guards and parameter decorators know requests. */
export interface SocketRequest {
  readonly headers: { authorization?: string | undefined; 'accept-language'?: string | undefined };
  readonly ip: string;
  /** Request id for logs and errors. */
  readonly id: string;
}

/** Names the actor that opens a socket; all sockets of one actor share the name. Refuses callers that may not. */
export type Admission = (request: SocketRequest) => Promise<string>;

/** Admits callers to sockets by the rule that another module sets; until then no caller is admitted. */
@Injectable()
export class SocketDoor {
  private admission: Admission | undefined;

  admitBy(admission: Admission): void {
    this.admission = admission;
  }

  async admit(request: SocketRequest): Promise<string> {
    if (!this.admission) throw new Error('no rule says who may open a socket');
    return this.admission(request);
  }
}
