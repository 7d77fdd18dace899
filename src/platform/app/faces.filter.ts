import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { ProblemFilter } from '../faces/problem.filter.js';
import { RefusalFilter } from '../graphql/refusal.filter.js';

/** One global filter for both faces: Nest calls only the first that matches, and both match everything. */
@Catch()
export class FacesFilter implements ExceptionFilter {
  private readonly graphql = new RefusalFilter();
  private readonly http = new ProblemFilter();

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return this.graphql.catch(error, host);
    return this.http.catch(error, host);
  }
}
