import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { features } from '../../src/boot/modules.js';
import { errorEntry, type RefusalSpec, refusalCatalogue } from '../../src/kernel/index.js';
import { exampleProblem } from '../../src/platform/pages/index.js';
import { testConfig } from '../support/config.js';

interface Entry extends Omit<RefusalSpec, 'code'> {}
interface Contract {
  components: { 'x-refusals': Record<string, Entry>; examples: Record<string, unknown> };
}

const BEFORE_GRAPHQL = 'Said of a GraphQL document or its variables before any operation runs.';
const BEFORE_REST = 'Said of an address or a header before an operation is found.';
const ANY = 'Said by every operation while a part of the installation is away.';
/** Refusals that are no operation's own, each with its reason. */
const OF_NO_OPERATION: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: BEFORE_GRAPHQL,
  GRAPHQL_PARSE_FAILED: BEFORE_GRAPHQL,
  GRAPHQL_VALIDATION_FAILED: BEFORE_GRAPHQL,
  OPERATION_RESOLUTION_FAILURE: BEFORE_GRAPHQL,
  QUERY_TOO_COSTLY: BEFORE_GRAPHQL,
  QUERY_TOO_DEEP: BEFORE_GRAPHQL,
  TOO_MANY_ALIASES: BEFORE_GRAPHQL,
  TOO_MANY_DIRECTIVES: BEFORE_GRAPHQL,
  METHOD_NOT_ALLOWED: BEFORE_REST,
  NOT_ACCEPTABLE: BEFORE_REST,
  URI_TOO_LONG: BEFORE_REST,
  HEADERS_TOO_LARGE: BEFORE_REST,
  REQUEST_TOO_SLOW: BEFORE_REST,
  TOO_MANY_UPLOADS: BEFORE_REST,
  DATABASE_UNAVAILABLE: ANY,
  FILES_UNAVAILABLE: ANY,
  OUTCOME_UNKNOWN: ANY,
  SERVICE_RESTARTING: 'Ends a stream whose process is about to end.',
  INSUFFICIENT_BALANCE: 'Said by the ledger to settlement, which answers NOTHING_TO_PAY_OUT.',
  RECOVERY_EXCEEDS_OUTSTANDING: 'A net under REPAYMENT_EXCEEDS_OUTSTANDING, which refuses the report already.',
};

const PLACE = /\{(\w+)\}/g;
const placesOf = (text: string) => [...text.matchAll(PLACE)].map(([, place]) => place).sort();

describe('refusals', () => {
  let catalogue: RefusalSpec[];
  let openapi: Contract;
  let documented: Record<string, Entry>;

  beforeAll(() => {
    // Naming the features is what loads every module and with it every refusal.
    features(testConfig({ DATABASE_URL: 'postgres://nowhere' }));
    catalogue = refusalCatalogue();
    openapi = parse(readFileSync(join(process.cwd(), 'openapi.yaml'), 'utf8')) as Contract;
    documented = openapi.components['x-refusals'];
  });

  it('have codes in capitals, each once', () => {
    expect(catalogue.length).toBeGreaterThan(30);
    const codes = catalogue.map(({ code }) => code);
    expect(codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('speak both languages, with the same places in each', () => {
    for (const { code, en, zh, remedy } of catalogue) {
      expect(`${code}: ${en}`).toMatch(/: \S.*[.?]$/s);
      expect(`${code}: ${zh}`).toMatch(/[\u4e00-\u9fff]/);
      expect({ code, places: placesOf(zh) }).toEqual({ code, places: placesOf(en) });
      if (remedy) expect(`${code}: ${remedy.zh}`).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('say amounts in yuan, as the places of their texts are written', () => {
    const wrong = /Fen\} ?(?:fen|分)/;
    expect(catalogue.filter(({ en, zh }) => wrong.test(en) || wrong.test(zh)).map(({ code }) => code)).toEqual([]);
  });

  it('speak the plain English that people know from other software', () => {
    const odd =
      /\bby itself\b|\b(do|does) not fit\b|so this cannot be done|at the time named|(?<!number of )\b(aliases|directives) is\b/;
    const texts = catalogue.flatMap((spec) => {
      const { title, meaning, remedy } = errorEntry(spec);
      const said = [spec.en, title.en, meaning.en, remedy.en];
      const quota = spec.quota ? [spec.quota.resets.en, spec.quota.basedOn.en, spec.quota.howToGetMore.en] : [];
      return [...said, ...quota].map((text) => `${spec.code}: ${text}`);
    });
    expect(texts.filter((text) => odd.test(text))).toEqual([]);
  });

  it('say what they are called, what they mean and what to do, in both languages', () => {
    const faults = catalogue.flatMap((spec) => {
      const { code, title, meaning, remedy } = errorEntry(spec);
      const said = { title, meaning, remedy };
      return Object.entries(said).flatMap(([what, { en, zh }]) => [
        ...(/^[A-Z`0-9].*[^ ]$/s.test(en) && (what === 'title' || /[.?]$/.test(en))
          ? []
          : [`${code} ${what} en: ${en}`]),
        ...(/[\u4e00-\u9fff]/.test(zh) && (what === 'title' || /[。？]$/.test(zh))
          ? []
          : [`${code} ${what} zh: ${zh}`]),
        ...(what !== 'title' && en.split(' ').length < 3 ? [`${code} ${what} says too little`] : []),
      ]);
    });
    expect(faults).toEqual([]);
  });

  it('explain a quota by what it is based on, when it is whole again and how to get more', () => {
    const quotas = catalogue.filter(({ quota }) => quota);
    const codes = quotas.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['RATE_LIMITED', 'QUOTA_EXCEEDED', 'QUERY_TOO_COSTLY']));
    // Something kept is counted, in contrast to the bounds of one request or one file.
    const aboutLimits = catalogue.filter(
      ({ status, code }) => status === 429 || code.startsWith('QUOTA') || (status === 409 && /^TOO_MANY_/.test(code)),
    );
    expect(aboutLimits.length).toBeGreaterThan(10);
    expect(aboutLimits.filter(({ quota }) => !quota).map(({ code }) => code)).toEqual([]);
    for (const { quota } of quotas) {
      for (const texts of [quota!.basedOn, quota!.resets, quota!.howToGetMore]) {
        expect(texts.en).not.toBe('');
        expect(placesOf(texts.zh)).toEqual(placesOf(texts.en));
      }
    }
  });

  it('are shown by an example that is filled in, in both languages', () => {
    for (const entry of catalogue.map(errorEntry)) {
      for (const locale of ['en', 'zh-CN'] as const) {
        const problem = exampleProblem(entry, locale);
        expect(problem).toMatchObject({ code: entry.code, status: entry.status, type: `/errors/${entry.code}` });
        expect(problem.detail).not.toMatch(/[{}]|undefined|null/);
      }
    }
  });

  it('are all in the catalogue of the REST contract, word for word, and nothing else is', () => {
    expect(Object.keys(documented).sort()).toEqual(catalogue.map(({ code }) => code).sort());
    for (const { code, sample: _, ...spec } of catalogue)
      expect({ code, ...documented[code] }).toEqual({ code, ...spec });
  });

  it('are shown by an operation of either face that can answer with them', () => {
    const { examples } = openapi.components;
    const sdl = readFileSync(join(process.cwd(), 'src/schema.graphql'), 'utf8');
    const unshown = catalogue
      .map(({ code }) => code)
      .filter((code) => !(code in examples) && !sdl.includes(`${code}: `));
    expect(unshown.sort()).toEqual(Object.keys(OF_NO_OPERATION).sort());
    for (const reason of Object.values(OF_NO_OPERATION)) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  it('say in their status whose turn it is', () => {
    const odd = catalogue.filter(({ code, status }) => {
      if (/^UNAUTHENTICATED$|^LOGIN_FAILED$|REFRESH_REFUSED/.test(code)) return status !== 401;
      if (/NOT_FOUND$/.test(code)) return status !== 404;
      if (/^(RATE_LIMITED|LOGIN_THROTTLED)$/.test(code)) return status !== 429;
      return false;
    });
    expect(odd.map(({ code, status }) => `${code} ${status}`)).toEqual([]);
  });
});
