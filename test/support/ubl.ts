import { sampleCreditCode } from '@recourse/identifiers';
import { daysAgo, fresh } from './samples.js';

export interface UblParts {
  number?: string;
  root?: 'Invoice' | 'CreditNote';
  currency?: string;
  total?: string;
  prepaid?: string;
  payable?: string;
  due?: string | null;
  terms?: string;
  taxNumber?: string | null;
  /** The prefixes of basic and aggregate components, which a sender may choose. */
  prefixes?: readonly [basic: string, aggregate: string];
}

/** A UBL 2.1 document of our own making; overdue and complete unless told otherwise. */
export function anInvoice(parts: UblParts = {}): string {
  const n = fresh();
  const { root = 'Invoice', currency = 'CNY', total = '12345.60', prefixes = ['cbc', 'cac'] } = parts;
  const [b, a] = prefixes;
  const due = parts.due === undefined ? daysAgo(100) : parts.due;
  const taxNumber = parts.taxNumber === undefined ? sampleCreditCode(n + 7_000_000) : parts.taxNumber;
  const amount = (name: string, value: string) => `<${b}:${name} currencyID="${currency}">${value}</${b}:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"
  xmlns:${b}="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:${a}="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
  <${b}:ID>${parts.number ?? `UBL-${n}`}</${b}:ID>
  <${b}:IssueDate>${daysAgo(160)}</${b}:IssueDate>
  ${due === null ? '' : `<${b}:DueDate>${due}</${b}:DueDate>`}
  <${b}:DocumentCurrencyCode>${currency}</${b}:DocumentCurrencyCode>
  <${a}:AccountingCustomerParty><${a}:Party>
    <${a}:PostalAddress><${b}:CityName>上海市</${b}:CityName></${a}:PostalAddress>
    <${a}:PartyLegalEntity>
      <${b}:RegistrationName>海港 &amp; 贸易${n}有限公司</${b}:RegistrationName>
      ${taxNumber === null ? '' : `<${b}:CompanyID>${taxNumber}</${b}:CompanyID>`}
    </${a}:PartyLegalEntity>
  </${a}:Party></${a}:AccountingCustomerParty>
  ${parts.terms === undefined ? '' : `<${a}:PaymentTerms><${b}:Note>${parts.terms}</${b}:Note></${a}:PaymentTerms>`}
  <${a}:LegalMonetaryTotal>
    ${amount('TaxInclusiveAmount', total)}
    ${parts.prepaid === undefined ? '' : amount('PrepaidAmount', parts.prepaid)}
    ${amount('PayableAmount', parts.payable ?? total)}
  </${a}:LegalMonetaryTotal>
</${root}>`;
}
