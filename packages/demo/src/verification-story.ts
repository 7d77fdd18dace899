import type { Recourse, Schema } from '@recourse/client';
import { factsOf, type Member } from './actors.js';
import { pdfDocument, pngDocument } from './documents.js';
import type { Stage } from './progress.js';
import type { Sensitive } from './sensitive.js';

const ENTERPRISE = ['business_licence', 'legal_representative_id', 'bank_account_proof'] as const;
const DOCUMENTS: Record<Schema.CustomerKind, readonly Schema.VerificationDocumentKind[]> = {
  creditor: ENTERPRISE,
  agency: ENTERPRISE,
  law_firm: ['firm_licence', 'legal_representative_id', 'bank_account_proof', 'lawyer_certificate'],
};

/** Everybody hands in papers and is reviewed; one is sent back for an unreadable paper first and submits again. */
export async function getVerified(
  members: readonly Member[],
  reviewer: Recourse,
  sensitive: Sensitive,
  stage: Stage,
): Promise<void> {
  const sentBack = members.findLast((member) => member.role.kind === 'agency');
  const submissions = await Promise.all(members.map((member, place) => submission(member, place, sensitive)));
  for (const [place, input] of submissions.entries()) {
    const member = members[place]!;
    const { id } = await member.client.verification.submit(input);
    await claim(reviewer, id);
    if (member === sentBack) await correct(member, input, id, reviewer);
    await reviewer.verification.approve({ id });
    stage.step();
  }
}

async function submission({ role, client }: Member, place: number, sensitive: Sensitive) {
  const documents = [];
  for (const kind of DOCUMENTS[role.kind]) {
    const scan = kind === 'legal_representative_id';
    const bytes = scan ? pngDocument(place * 40) : pdfDocument(`${role.short}: ${kind.replaceAll('_', ' ')}`);
    const filename = `${kind}.${scan ? 'png' : 'pdf'}`;
    const { id: fileId } = await client.files.upload(bytes, { filename, purpose: 'verification-document' });
    documents.push({ kind, fileId });
  }
  return { facts: factsOf(role, place, sensitive), documents };
}

/** The reviewer takes the application and looks at it: identifiers are open now, the automatic checks have run. */
async function claim(reviewer: Recourse, id: string): Promise<void> {
  await reviewer.verification.claim({ id });
  const seen = await reviewer.verification.get({ id });
  if (seen.factsMasked || seen.checks.length === 0) throw new Error(`The reviewer cannot review ${id}`);
}

async function correct(
  { role, client }: Member,
  input: Schema.SubmitVerificationInput,
  id: string,
  reviewer: Recourse,
): Promise<void> {
  const note = 'The second page of the licence cannot be read.';
  await reviewer.verification.reject({ id, reasonCodes: ['DOCUMENT_UNREADABLE'], note });
  const again = await client.verification.submit(input);
  if (again.id !== id || again.submission !== 2) throw new Error(`${role.short} did not submit ${id} again`);
  await claim(reviewer, id);
}
