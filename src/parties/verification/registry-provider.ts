import { Injectable } from '@nestjs/common';

/** What an external business register is asked. Personal data: goes to the configured register and nowhere else. */
export interface RegistryQuestion {
  creditCode: string;
  businessName: string;
  legalRepresentativeName: string;
}

export type RegistryAnswer = 'agrees' | 'differs' | 'unknown';

/** What the register says; for `differs`, the questioned fields that are different there. */
export interface RegistryVerdict {
  answer: RegistryAnswer;
  differing: (keyof RegistryQuestion)[];
}

/** Port to an external business register. Called by a job outside any transaction; throwing has the job tried again. */
export abstract class RegistryProvider {
  /** Name of the register, kept with its answer. */
  abstract readonly source: string;

  abstract lookup(question: RegistryQuestion, signal: AbortSignal): Promise<RegistryVerdict>;
}

/** Where no register is connected: it knows nobody, and says so instead of guessing. */
@Injectable()
export class LocalRegistry extends RegistryProvider {
  override readonly source = 'local';

  override async lookup(): Promise<RegistryVerdict> {
    return { answer: 'unknown', differing: [] };
  }
}
