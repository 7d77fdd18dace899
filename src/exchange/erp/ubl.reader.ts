import { XMLParser } from 'fast-xml-parser';
import { NoSuchCharacter, withoutReferences, xmlTextOf } from './xml-text.js';

/** Why an uploaded file is not a UBL document. */
export type UblFault = 'UBL_NOT_XML' | 'UBL_DOCTYPE' | 'UBL_NOT_AN_INVOICE' | 'UBL_TOO_COMPLEX';

/** An element with its namespace resolved; `text` is its own text, trimmed. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

export const UBL = {
  invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  creditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
  basic: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  aggregate: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
} as const;

const DEEPEST = 40;
/** The most namespaces an element declares and stands in; an invoice needs five. */
const MOST_DECLARATIONS = 64;

class TooManyDeclarations extends Error {}

const CDATA = '#cdata';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // References are replaced here: the parser leaves those to characters by number as they stand, and replaces them in CDATA too.
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** A node as the parser returns it: the children in order under the element's name. */
type OrderedNode = Record<string, unknown>;

/**
 * Reads the root of a UBL 2.1 Invoice or CreditNote. Document types are refused before parsing, so that there are no entities
 * but XML's own five; prefixes are resolved to their namespaces.
 */
export function readUbl(bytes: Buffer): { root: Element } | { fault: UblFault } {
  const text = xmlTextOf(bytes);
  if (text === undefined || !text.trimStart().startsWith('<')) return { fault: 'UBL_NOT_XML' };
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { fault: 'UBL_DOCTYPE' };
  let nodes: OrderedNode[];
  try {
    nodes = parser.parse(text, true) as OrderedNode[];
  } catch {
    return { fault: 'UBL_NOT_XML' };
  }
  const root = rootOf(nodes);
  if (typeof root === 'string') return { fault: root };
  const known = root?.name === `{${UBL.invoice}}Invoice` || root?.name === `{${UBL.creditNote}}CreditNote`;
  return root && known && !saysTwice(root) ? { root } : { fault: 'UBL_NOT_AN_INVOICE' };
}

/** What the schema allows once: of two nobody can tell which counts. */
const ONCE = [
  ...['ID', 'IssueDate', 'DueDate', 'InvoiceTypeCode', 'DocumentCurrencyCode'],
  ...['AccountingCustomerParty', 'LegalMonetaryTotal'],
];
const ONCE_IN_TOTAL = ['TaxInclusiveAmount', 'PrepaidAmount', 'PayableRoundingAmount', 'PayableAmount'];

function saysTwice(root: Element): boolean {
  const paths = [...ONCE.map((name) => [name]), ...ONCE_IN_TOTAL.map((name) => ['LegalMonetaryTotal', name])];
  return paths.some((path) => all(root, ...path).length > 1);
}

function rootOf(nodes: readonly OrderedNode[]): Element | undefined | UblFault {
  try {
    return elementsOf(nodes, new Map(), 0)[0];
  } catch (error) {
    if (error instanceof TooManyDeclarations) return 'UBL_TOO_COMPLEX';
    if (error instanceof NoSuchCharacter) return 'UBL_NOT_XML';
    throw error;
  }
}

/** The first descendant along a path of names: the last one `cbc` or `cac`, the others `cac`. */
export function at(element: Element, ...path: readonly string[]): Element | undefined {
  return all(element, ...path)[0];
}

/** Every descendant along a path. */
export function all(element: Element, ...path: readonly string[]): Element[] {
  return path.reduce<Element[]>(
    (found, local, place) => {
      const space = place === path.length - 1 ? [UBL.basic, UBL.aggregate] : [UBL.aggregate];
      const names = space.map((uri) => `{${uri}}${local}`);
      return found.flatMap((one) => one.children.filter(({ name }) => names.includes(name)));
    },
    [element],
  );
}

/** The text along a path; null when absent or empty. */
export function textAt(element: Element, ...path: readonly string[]): string | null {
  return at(element, ...path)?.text || null;
}

function elementsOf(nodes: readonly OrderedNode[], outer: ReadonlyMap<string, string>, depth: number): Element[] {
  if (depth > DEEPEST) return [];
  return nodes.flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && key !== CDATA);
    return tag === undefined ? [] : [elementOf(tag, node, outer, depth)];
  });
}

function elementOf(tag: string, node: OrderedNode, outer: ReadonlyMap<string, string>, depth: number): Element {
  const attributes = attributesOf(node);
  const spaces = spacesWithin(attributes, outer);
  const inner = node[tag] as OrderedNode[];
  const [local, prefix = ''] = tag.split(':').reverse() as [string, string?];
  return {
    name: `{${spaces.get(prefix) ?? ''}}${local}`,
    attributes,
    text: inner.map(textIn).join('').trim(),
    children: elementsOf(inner, spaces, depth + 1),
  };
}

function attributesOf(node: OrderedNode): Record<string, string> {
  const given = Object.entries((node[':@'] ?? {}) as Record<string, string>);
  return Object.fromEntries(given.map(([name, value]) => [name, withoutReferences(value)]));
}

/** The text of a node; empty for an element. In CDATA an ampersand is one. */
function textIn(node: OrderedNode): string {
  if (CDATA in node) return (node[CDATA] as OrderedNode[]).map((part) => String(part['#text'] ?? '')).join('');
  return '#text' in node ? withoutReferences(String(node['#text'])) : '';
}

/** The namespaces inside an element: those around it where it declares none, so that they are not copied for every element. */
function spacesWithin(
  attributes: Readonly<Record<string, string>>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length > MOST_DECLARATIONS) throw new TooManyDeclarations();
  if (declared.length === 0) return outer;
  const spaces = new Map(outer);
  for (const [name, value] of declared) spaces.set(name.slice(6), value);
  if (spaces.size > MOST_DECLARATIONS) throw new TooManyDeclarations();
  return spaces;
}
