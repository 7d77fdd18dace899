import { type CustomerKind, factsOf, type Member } from './actors.js';
import type { ApiClient } from './api-client.js';
import { pdfDocument, pngDocument } from './documents.js';
import type { Stage } from './progress.js';
import type { Sensitive } from './sensitive.js';

const DOCUMENTS: Record<CustomerKind, readonly string[]> = {
  creditor: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
  agency: ['business_licence', 'legal_representative_id', 'bank_account_proof'],
  law_firm: ['firm_licence', 'legal_representative_id', 'bank_account_proof', 'lawyer_certificate'],
};
const SUMMARY = 'VerificationSummary { id state submission }';

interface Application {
  readonly id: string;
  readonly state: string;
  readonly submission: number;
}

/** Everybody hands in papers and is reviewed; one is sent back for an unreadable paper first and submits again. */
export async function getVerified(
  members: readonly Member[],
  reviewer: ApiClient,
  sensitive: Sensitive,
  stage: Stage,
): Promise<void> {
  const sentBack = members.findLast((member) => member.role.kind === 'agency');
  const submitted = await Promise.all(members.map((member, place) => submission(member, place, sensitive)));
  for (const [place, input] of submitted.entries()) {
    const member = members[place]!;
    const application = await submit(member, input);
    await claim(reviewer, application);
    if (member === sentBack) await correct(member, input, application, reviewer);
    await decide(reviewer, 'approveVerification', application.id, 'approved');
    stage.step();
  }
}

async function submission(member: Member, place: number, sensitive: Sensitive): Promise<object> {
  const { role, client } = member;
  const documents = [];
  for (const kind of DOCUMENTS[role.kind]) {
    const scan = kind === 'legal_representative_id';
    const bytes = scan ? pngDocument(place * 40) : pdfDocument(`${role.short}: ${kind.replaceAll('_', ' ')}`);
    const fileId = await client.upload(bytes, scan ? `${kind}.png` : `${kind}.pdf`, 'verification-document');
    documents.push({ kind, fileId });
  }
  return { facts: factsOf(role, place, sensitive), documents };
}

function submit(member: Member, input: object): Promise<Application> {
  return member.client.act('submitVerification', { input: ['SubmitVerificationInput!', input] }, SUMMARY);
}

/** The reviewer takes the application and looks at it: identifiers are open now, the automatic checks have run. */
async function claim(reviewer: ApiClient, { id }: Application): Promise<void> {
  await reviewer.act('claimVerification', { id: ['ID!', id] }, SUMMARY);
  const query =
    'query ($id: ID!) { verification(id: $id) { factsMasked facts { creditCode } checks { code passed severity } } }';
  const seen = await reviewer.ask<{ factsMasked: boolean; checks: { passed: boolean | null }[] }>(query, { id });
  if (seen.factsMasked || seen.checks.length === 0) throw new Error(`The reviewer cannot review ${id}`);
}

async function correct(member: Member, input: object, { id }: Application, reviewer: ApiClient): Promise<void> {
  await decide(reviewer, 'rejectVerification', id, 'rejected');
  const again = await submit(member, input);
  if (again.id !== id || again.submission !== 2) throw new Error(`${member.role.short} did not submit ${id} again`);
  await claim(reviewer, again);
}

async function decide(reviewer: ApiClient, act: string, id: string, state: string): Promise<void> {
  const reasons = {
    reasonCodes: ['[VerificationReason!]!', ['DOCUMENT_UNREADABLE']],
    note: ['String', 'The second page of the licence cannot be read.'],
  } as const;
  const given = { id: ['ID!', id] as const, ...(state === 'rejected' ? reasons : {}) };
  const decided = await reviewer.act<Application>(act, given, SUMMARY);
  if (decided.state !== state) throw new Error(`${act} left application ${id} ${decided.state}`);
}
