import { addDays, isDay } from '../../kernel/index.js';
import { fenOf, textOf } from './erp-amounts.js';
import type { ErpDocument } from './erp-client.js';
import { at, type Element, textAt, UBL } from './ubl.reader.js';

/** A text of a document, cut to what any field may have. */
const shortAt = (element: Element, ...path: readonly string[]) => textOf(textAt(element, ...path));

/** The root of a UBL 2.1 Invoice or CreditNote as a document. Pure. */
export function ublDocument(root: Element): ErpDocument {
  const party = at(root, 'AccountingCustomerParty', 'Party');
  const seller = at(root, 'AccountingSupplierParty', 'Party');
  const number = shortAt(root, 'ID');
  const total = at(root, 'LegalMonetaryTotal', 'TaxInclusiveAmount') ?? at(root, 'LegalMonetaryTotal', 'PayableAmount');
  return {
    key: number ?? '',
    number,
    kind: root.name === `{${UBL.creditNote}}CreditNote` ? 'credit_note' : 'invoice',
    // A file is sent when the invoice is issued, so it is never a draft.
    state: 'posted',
    hold: null,
    currency: currencyOf(root),
    totalFen: fenOf(total?.text),
    openFen: openOf(root),
    dueOn: dueOf(root),
    invoicedOn: shortAt(root, 'IssueDate')?.slice(0, 10) ?? null,
    debtorName: party ? nameOf(party) : null,
    debtorIdNumber: party ? numberOf(party) : null,
    debtorPhone: party ? shortAt(party, 'Contact', 'Telephone') : null,
    debtorAddress: party ? addressOf(party) : null,
    company: seller ? (numberOf(seller) ?? nameOf(seller)) : null,
    contractNumber: shortAt(root, 'ContractDocumentReference', 'ID') ?? shortAt(root, 'OrderReference', 'ID'),
  };
}

/** The document's currency; both when the payable amount is in another one. */
function currencyOf(root: Element): string | null {
  const stated = shortAt(root, 'DocumentCurrencyCode');
  const amount = at(root, 'LegalMonetaryTotal', 'PayableAmount')?.attributes['currencyID'] ?? null;
  return stated !== null && amount !== null && stated !== amount ? `${stated}/${amount}` : (stated ?? amount);
}

/**
 * The amount left to pay. By EN 16931 (BR-CO-16) the prepaid amount is deducted from the payable one already; where the sums
 * show that the sender did not, it is deducted here.
 */
function openOf(root: Element) {
  const amountOf = (name: string) => shortAt(root, 'LegalMonetaryTotal', name);
  const payable = fenOf(amountOf('PayableAmount'));
  const prepaid = amountOf('PrepaidAmount') === null ? 0n : fenOf(amountOf('PrepaidAmount'));
  if (payable === undefined || prepaid === undefined) return undefined;
  const total = fenOf(amountOf('TaxInclusiveAmount'));
  const rounding = fenOf(amountOf('PayableRoundingAmount') ?? '0') ?? 0n;
  const deducted = total !== undefined && payable === total + rounding - prepaid;
  return deducted ? payable : payable - prepaid;
}

/** The due date; else that of the payment terms or means; else the issue date plus the days of the terms. */
function dueOf(root: Element): string | null | undefined {
  const agreed = shortAt(root, 'PaymentTerms', 'PaymentDueDate') ?? shortAt(root, 'PaymentMeans', 'PaymentDueDate');
  const stated = shortAt(root, 'DueDate') ?? agreed;
  if (stated !== null) return isDay(stated.slice(0, 10)) ? stated.slice(0, 10) : undefined;
  const issued = shortAt(root, 'IssueDate')?.slice(0, 10);
  const days = shortAt(root, 'PaymentTerms', 'SettlementPeriod', 'DurationMeasure') ?? noteDays(root);
  if (!isDay(issued) || days === null || !/^\d{1,3}$/.test(days)) return null;
  return addDays(issued, Number.parseInt(days, 10));
}

const NOTE = /(\d{1,3})\s*(?:days?|天|日)/i;
/** Payment terms say their days early. */
const NOTE_CHARS = 200;

function noteDays(root: Element): string | null {
  return NOTE.exec((shortAt(root, 'PaymentTerms', 'Note') ?? '').slice(0, NOTE_CHARS))?.[1] ?? null;
}

function nameOf(party: Element): string | null {
  return shortAt(party, 'PartyLegalEntity', 'RegistrationName') ?? shortAt(party, 'PartyName', 'Name');
}

function numberOf(party: Element): string | null {
  return (
    shortAt(party, 'PartyLegalEntity', 'CompanyID') ??
    shortAt(party, 'PartyTaxScheme', 'CompanyID') ??
    shortAt(party, 'PartyIdentification', 'ID')
  );
}

function addressOf(party: Element): string | null {
  const names = ['CountrySubentity', 'CityName', 'StreetName', 'AdditionalStreetName'];
  const parts = names.map((name) => shortAt(party, 'PostalAddress', name));
  return parts.filter((part) => part !== null).join(' ') || null;
}
