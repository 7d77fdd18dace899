import { Injectable } from '@nestjs/common';
import { SealedTexts } from '../../platform/crypto/index.js';
import { type GrabView, grabView } from './grab.graphql.js';
import { END_REASON, type Grab } from './grab.repository.js';

/** Grabs as GraphQL and REST show them, with what people wrote at their end opened. */
@Injectable()
export class GrabViews {
  constructor(private readonly texts: SealedTexts) {}

  readonly of = (grab: Grab): GrabView =>
    grabView({ ...grab, endReason: this.texts.open(END_REASON, grab.id, grab.endReason) });
}
