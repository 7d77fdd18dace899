import { Injectable } from '@nestjs/common';

/** The opening request of a socket, as guards and parameter decorators know requests. */
export interface SocketRequest {
  readonly headers: { authorization?: string | undefined; 'accept-language'?: string | undefined };
  readonly ip: string;
  /** Request id for logs and errors. */
  readonly id: string;
}

/** Says who opens a socket, by a name that all sockets of one actor share; refuses those who may not. */
export type Admission = (request: SocketRequest) => Promise<string>;

/** Where the module that knows who is who says who may open a socket. Closed to everybody until it has. */
@Injectable()
export class SocketDoor {
  private admission: Admission | undefined;

  admitBy(admission: Admission): void {
    this.admission = admission;
  }

  async admit(request: SocketRequest): Promise<string> {
    if (!this.admission) throw new Error('nobody says who may open a socket');
    return this.admission(request);
  }
}
