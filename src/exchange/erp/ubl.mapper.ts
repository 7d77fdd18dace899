import { type Fen, isDay, sumFen, tidied } from '../../kernel/index.js';
import { fenOf, isNegative, textOf } from './erp-amounts.js';
import type { ErpDocument } from './erp-client.js';
import { all, at, type Element, textAt, UBL } from './ubl.reader.js';
import { dayAt, termsOf } from './ubl-terms.policy.js';

/** A reference to a character that is left once references are replaced: its sender wrote the markup of a name for the name. */
const LEFT_OVER = /&#(?:\d{1,8}|x[0-9a-f]{1,8});/gi;

/** A text of a document, cut to what any field may have; what is damaged is shown so, and refused at admission. */
const shortAt = (element: Element, ...path: readonly string[]) =>
  textOf(textAt(element, ...path))?.replace(LEFT_OVER, '\ufffd') ?? null;

/** The number of a document is its key: as it is seen, so that two spellings that look alike are one. */
const numberIn = (text: string | null) => (text === null ? null : tidied(text) || null);

/** The root of a UBL 2.1 Invoice or CreditNote as a document. Pure. */
export function ublDocument(root: Element): ErpDocument {
  const party = at(root, 'AccountingCustomerParty', 'Party');
  const seller = at(root, 'AccountingSupplierParty', 'Party');
  const number = numberIn(shortAt(root, 'ID'));
  const claim = claimOf(root);
  return {
    ...{ key: number ?? '', number, ...claim },
    // A file is sent when the invoice is issued, so it is never a draft.
    state: 'posted',
    currency: currencyOf(root),
    ...termsOf(root, claim.totalFen),
    ...periodOf(root),
    invoicedOn: dayAt(root, 'IssueDate'),
    debtorName: party ? nameOf(party) : null,
    debtorIdNumber: party ? numberOf(party) : null,
    debtorPhone: party ? shortAt(party, 'Contact', 'Telephone') : null,
    debtorAddress: party ? addressOf(party) : null,
    company: seller ? sellerOf(seller) : null,
    contractNumber: shortAt(root, 'ContractDocumentReference', 'ID') ?? shortAt(root, 'OrderReference', 'ID'),
  };
}

/** The period that is billed; none when only one of its ends is a day, they contradict each other, or there are several. */
function periodOf(root: Element): Pick<ErpDocument, 'periodFrom' | 'periodTo'> {
  if (all(root, 'InvoicePeriod').length > 1) return {};
  const [periodFrom, periodTo] = ['StartDate', 'EndDate'].map((end) => dayAt(root, 'InvoicePeriod', end));
  const isPeriod = isDay(periodFrom) && isDay(periodTo) && periodFrom <= periodTo;
  return isPeriod ? { periodFrom, periodTo } : {};
}

/** The document's currency; each when an amount that counts is in another one. */
function currencyOf(root: Element): string | null {
  const amounts = [
    ...AMOUNTS.flatMap((name) => all(root, 'LegalMonetaryTotal', name)),
    ...[['PaymentTerms', 'Amount'] as const, PREPAYMENT].flatMap((path) => all(root, ...path)),
  ];
  const named = [
    shortAt(root, 'DocumentCurrencyCode'),
    ...amounts.map(({ attributes }) => textOf(attributes['currencyID'])),
  ];
  return [...new Set(named.filter((one) => one !== null))].join('/') || null;
}

/** By UNTDID 1001. Of those that EN 16931 allows in a credit note, each is one, also in the root of an invoice. */
const CREDIT_NOTES = '81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' ');
/** Those that EN 16931 allows in an invoice, without the next two lists. */
const INVOICES =
  `71 80 82 84 202 203 204 211 218 219 295 326 331 380 382 383 384 385 386 387 388 389 390 394 395 456 457 527 553 575
  623 633 780 817 875 876 877`.split(/\s+/);
/** Factored: assigned to a third party for collection. */
const ASSIGNED = ['393'];

/** What the document is, by its root and its type. A data sheet, a pro forma invoice and one for accounting or customs claim nothing. */
function kindOf(root: Element): Pick<ErpDocument, 'kind' | 'hold'> {
  const code = shortAt(root, 'InvoiceTypeCode')?.replace(/^0+/, '');
  if (root.name === `{${UBL.creditNote}}CreditNote`) return { kind: 'credit_note', hold: null };
  if (code === undefined || INVOICES.includes(code)) return { kind: 'invoice', hold: null };
  if (CREDIT_NOTES.includes(code)) return { kind: 'credit_note', hold: null };
  return ASSIGNED.includes(code) ? { kind: 'invoice', hold: 'SKIPPED_DISCOUNTED' } : { kind: 'other', hold: null };
}

type Claim = ReturnType<typeof kindOf> & Amounts & Pick<ErpDocument, 'creditOf'>;

/** What it claims, or grants. Less than nothing in an invoice is owed by its seller; in a credit note it can be read in two ways. */
function claimOf(root: Element): Claim {
  const [{ kind, hold }, amounts] = [kindOf(root), amountsOf(root)];
  if (kind === 'credit_note') {
    const openFen = isNegative(amounts.openFen) ? undefined : amounts.openFen;
    return { kind, hold, ...amounts, openFen, creditOf: creditOf(root) };
  }
  if (kind === 'invoice' && isNegative(amounts.totalFen)) {
    return { kind: 'credit_note', hold, ...amounts, creditOf: creditOf(root) };
  }
  return { kind, hold, ...amounts, creditOf: null };
}

/** The one document that a credit note names. */
function creditOf(root: Element): ErpDocument['creditOf'] {
  const named = all(root, 'BillingReference', 'InvoiceDocumentReference', 'ID').map(({ text }) =>
    numberIn(textOf(text)),
  );
  const [number, ...others] = new Set(named.filter((one) => one !== null));
  return number === undefined || others.length > 0 ? null : { number, key: number };
}

const AMOUNTS = ['PayableAmount', 'TaxInclusiveAmount', 'PrepaidAmount', 'PayableRoundingAmount'] as const;
/** Each payment that was made before the invoice; their sum is the prepaid amount. */
const PREPAYMENT = ['PrepaidPayment', 'PaidAmount'] as const;
type Amounts = Pick<ErpDocument, 'totalFen' | 'openFen' | 'paidFen'>;

/**
 * What is billed, paid and left to pay. By EN 16931 (BR-CO-16) the payable amount is the total − what is prepaid + the rounding; a
 * sender may have left the prepaid amount in it. A rounding is neither paid nor owed: it belongs to the total.
 */
function amountsOf(root: Element): Amounts {
  const payable = amountAt(root, 'PayableAmount');
  const gross = amountAt(root, 'TaxInclusiveAmount');
  const paidFen = prepaidOf(root);
  const rounding = orNothing(amountAt(root, 'PayableRoundingAmount'));
  const unread = payable === undefined || paidFen === undefined || rounding === undefined || paidFen < 0n;
  if (unread || payable === null || gross === undefined) return { totalFen: gross ?? undefined, openFen: undefined };
  // Without the total it cannot be told whether the payable amount has the prepaid one in it.
  if (gross === null) return { totalFen: paidFen === 0n ? payable : undefined, openFen: payable };
  const totalFen = gross + rounding;
  const openFen = payable === totalFen ? payable - paidFen : payable;
  // Paid twice: what is beyond the debt is no matter of it.
  if (totalFen >= 0n && openFen < 0n && paidFen === totalFen - openFen)
    return { totalFen, paidFen: totalFen, openFen: 0n };
  return { totalFen, paidFen, openFen };
}

/** As it is stated, or else listed; undefined when it cannot be read, or both differ. */
function prepaidOf(root: Element): Fen | undefined {
  const stated = amountAt(root, 'PrepaidAmount');
  const listed = all(root, ...PREPAYMENT).map(({ text }) => fenOf(text));
  if (listed.length === 0) return orNothing(stated);
  const read = listed.filter((fen) => fen !== undefined);
  const sum = read.length === listed.length ? sumFen(read) : undefined;
  return stated === null || stated === sum ? sum : undefined;
}

const orNothing = (fen: Fen | null | undefined) => (fen === null ? 0n : fen);

/** Null when absent, undefined when it cannot be read. */
function amountAt(root: Element, name: string): Fen | null | undefined {
  const text = shortAt(root, 'LegalMonetaryTotal', name);
  return text === null ? null : fenOf(text);
}

function nameOf(party: Element): string | null {
  return shortAt(party, 'PartyLegalEntity', 'RegistrationName') ?? shortAt(party, 'PartyName', 'Name');
}

/** A credit code, also with the country before it and with blanks or hyphens in it. */
const CREDIT_CODE = /^(?:CN)?([0-9A-Z]{18})$/;
const creditCodeIn = (number: string) =>
  CREDIT_CODE.exec(number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())?.[1];
const hasFormOfCreditCode = (number: string) => creditCodeIn(number) !== undefined;

/**
 * The number under which the party is registered or taxed. An identifier of another scheme (a GLN, a D-U-N-S number) is none, unless it
 * has the form of a credit code.
 */
function numberOf(party: Element): string | null {
  const registered = ['PartyLegalEntity', 'PartyTaxScheme'].flatMap((part) => all(party, part, 'CompanyID'));
  const others = all(party, 'PartyIdentification', 'ID');
  const codesOf = (found: readonly Element[]) =>
    found.flatMap(({ text }) => textOf(text) ?? []).filter(hasFormOfCreditCode);
  const [code, ...more] = codesOf(registered);
  // Two numbers are no number.
  const other = more.find((one) => creditCodeIn(one) !== creditCodeIn(code!));
  if (other !== undefined) return `${code}/${other}`;
  const own = registered.filter(({ attributes }) => (attributes['schemeID'] ?? '') === '').map(({ text }) => text);
  return code ?? codesOf(others)[0] ?? textOf(own[0]);
}

/** Whom the debt is owed to, by whatever tells sellers apart. */
function sellerOf(party: Element): string | null {
  const paths = [
    ['PartyLegalEntity', 'CompanyID'],
    ['PartyTaxScheme', 'CompanyID'],
    ['PartyIdentification', 'ID'],
  ];
  const numbers = paths.map((path) => shortAt(party, ...path));
  return numbers.find((number) => number !== null) ?? nameOf(party);
}

function addressOf(party: Element): string | null {
  const names = ['CountrySubentity', 'CityName', 'StreetName', 'AdditionalStreetName'];
  const parts = names.map((name) => shortAt(party, 'PostalAddress', name));
  return parts.filter((part) => part !== null).join(' ') || null;
}
