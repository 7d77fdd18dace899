import { Injectable } from '@nestjs/common';
import { SealedTexts } from '../../platform/crypto/index.js';

const PLACE = 'case_events.facts';
/** The facts of a line of history that people write. */
const WRITTEN = ['reason', 'note'] as const;

type Facts = Readonly<Record<string, unknown>>;

/** Seals what people wrote into the history of one case, and opens it. It may name the debtor. */
@Injectable()
export class HistoryTexts {
  constructor(private readonly texts: SealedTexts) {}

  sealed(caseId: string, facts: Facts): Facts {
    return changed(facts, (text) => this.texts.seal(PLACE, caseId, text));
  }

  opened(caseId: string, facts: Facts): Record<string, unknown> {
    return changed(facts, (text) => this.texts.open(PLACE, caseId, text));
  }

  /** The facts for a machine that may not read debtors. */
  withheld(facts: Facts): Record<string, unknown> {
    return changed(facts, () => null);
  }
}

function changed(facts: Facts, change: (text: string) => string | null): Record<string, unknown> {
  const written = WRITTEN.filter((name) => typeof facts[name] === 'string');
  return { ...facts, ...Object.fromEntries(written.map((name) => [name, change(facts[name] as string)])) };
}
