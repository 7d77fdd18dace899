import { addDays, isDay } from '../../kernel/index.js';
import { fenOf } from './erp-amounts.js';
import type { ErpDocument } from './erp-client.js';
import { at, type Element, textAt, UBL } from './ubl.reader.js';

/** The root of a UBL 2.1 Invoice or CreditNote as a document. Pure. */
export function ublDocument(root: Element): ErpDocument {
  const party = at(root, 'AccountingCustomerParty', 'Party');
  const seller = at(root, 'AccountingSupplierParty', 'Party');
  const number = textAt(root, 'ID');
  const total = at(root, 'LegalMonetaryTotal', 'TaxInclusiveAmount') ?? at(root, 'LegalMonetaryTotal', 'PayableAmount');
  return {
    key: number ?? '',
    number,
    kind: root.name === `{${UBL.creditNote}}CreditNote` ? 'credit_note' : 'invoice',
    // A file is sent when the invoice is issued, so it is never a draft.
    state: 'posted',
    blocked: false,
    currency: currencyOf(root),
    totalFen: fenOf(total?.text),
    openFen: openOf(root),
    dueOn: dueOf(root),
    invoicedOn: textAt(root, 'IssueDate')?.slice(0, 10) ?? null,
    debtorName: party ? nameOf(party) : null,
    debtorIdNumber: party ? numberOf(party) : null,
    debtorPhone: party ? textAt(party, 'Contact', 'Telephone') : null,
    debtorAddress: party ? addressOf(party) : null,
    company: seller ? (numberOf(seller) ?? nameOf(seller)) : null,
    contractNumber: textAt(root, 'ContractDocumentReference', 'ID') ?? textAt(root, 'OrderReference', 'ID'),
  };
}

/** The document's currency; both when the payable amount is in another one. */
function currencyOf(root: Element): string | null {
  const stated = textAt(root, 'DocumentCurrencyCode');
  const amount = at(root, 'LegalMonetaryTotal', 'PayableAmount')?.attributes['currencyID'] ?? null;
  return stated !== null && amount !== null && stated !== amount ? `${stated}/${amount}` : (stated ?? amount);
}

/**
 * The amount left to pay. By EN 16931 (BR-CO-16) the prepaid amount is deducted from the payable one already; where the sums
 * show that the sender did not, it is deducted here.
 */
function openOf(root: Element) {
  const amountOf = (name: string) => textAt(root, 'LegalMonetaryTotal', name);
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
  const agreed = textAt(root, 'PaymentTerms', 'PaymentDueDate') ?? textAt(root, 'PaymentMeans', 'PaymentDueDate');
  const stated = textAt(root, 'DueDate') ?? agreed;
  if (stated !== null) return isDay(stated.slice(0, 10)) ? stated.slice(0, 10) : undefined;
  const issued = textAt(root, 'IssueDate')?.slice(0, 10);
  const days = textAt(root, 'PaymentTerms', 'SettlementPeriod', 'DurationMeasure') ?? noteDays(root);
  if (!isDay(issued) || days === null || !/^\d{1,3}$/.test(days)) return null;
  return addDays(issued, Number.parseInt(days, 10));
}

const NOTE = /(?:net|within|账期|货到)?\s*(\d{1,3})\s*(?:days?|天|日)/i;

function noteDays(root: Element): string | null {
  return NOTE.exec(textAt(root, 'PaymentTerms', 'Note') ?? '')?.[1] ?? null;
}

function nameOf(party: Element): string | null {
  return textAt(party, 'PartyLegalEntity', 'RegistrationName') ?? textAt(party, 'PartyName', 'Name');
}

function numberOf(party: Element): string | null {
  return (
    textAt(party, 'PartyLegalEntity', 'CompanyID') ??
    textAt(party, 'PartyTaxScheme', 'CompanyID') ??
    textAt(party, 'PartyIdentification', 'ID')
  );
}

function addressOf(party: Element): string | null {
  const names = ['CountrySubentity', 'CityName', 'StreetName', 'AdditionalStreetName'];
  const parts = names.map((name) => textAt(party, 'PostalAddress', name));
  return parts.filter((part) => part !== null).join(' ') || null;
}
