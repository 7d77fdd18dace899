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
  issued?: string;
  terms?: string;
  /** Payment terms, references and periods as elements; `b:` and `a:` stand for the prefixes. */
  inside?: string;
  /** `InvoiceTypeCode`. */
  type?: string;
  rounding?: string;
  taxNumber?: string | null;
  /** How the customer is identified, in place of the number under which it is registered. */
  identifiedBy?: string;
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
  const own = (xml: string) => xml.replace(/(<\/?)([ab]):/g, (_, begin, one) => `${begin}${one === 'b' ? b : a}:`);
  const amount = (name: string, value: string) => `<${b}:${name} currencyID="${currency}">${value}</${b}:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2"
  xmlns:${b}="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:${a}="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
  <${b}:ID>${parts.number ?? `UBL-${n}`}</${b}:ID>
  <${b}:IssueDate>${parts.issued ?? daysAgo(160)}</${b}:IssueDate>
  ${due === null ? '' : `<${b}:DueDate>${due}</${b}:DueDate>`}
  ${parts.type === undefined ? '' : `<${b}:InvoiceTypeCode>${parts.type}</${b}:InvoiceTypeCode>`}
  <${b}:DocumentCurrencyCode>${currency}</${b}:DocumentCurrencyCode>
  <${a}:AccountingCustomerParty><${a}:Party>
    <${a}:PostalAddress><${b}:CityName>上海市</${b}:CityName></${a}:PostalAddress>
    ${own(parts.identifiedBy ?? '')}
    <${a}:PartyLegalEntity>
      <${b}:RegistrationName>海港 &amp; 贸易${n}有限公司</${b}:RegistrationName>
      ${taxNumber === null || parts.identifiedBy !== undefined ? '' : `<${b}:CompanyID>${taxNumber}</${b}:CompanyID>`}
    </${a}:PartyLegalEntity>
  </${a}:Party></${a}:AccountingCustomerParty>
  ${parts.terms === undefined ? '' : `<${a}:PaymentTerms><${b}:Note>${parts.terms}</${b}:Note></${a}:PaymentTerms>`}
  ${own(parts.inside ?? '')}
  <${a}:LegalMonetaryTotal>
    ${amount('TaxInclusiveAmount', total)}
    ${parts.prepaid === undefined ? '' : amount('PrepaidAmount', parts.prepaid)}
    ${parts.rounding === undefined ? '' : amount('PayableRoundingAmount', parts.rounding)}
    ${amount('PayableAmount', parts.payable ?? total)}
  </${a}:LegalMonetaryTotal>
</${root}>`;
}
