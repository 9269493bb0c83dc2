/** Random XML documents full of namespaces: prefixes bound again, default namespaces switched off, text that wants escaping. */
import fc from 'fast-check';

const URIS = ['urn:one', 'urn:two', 'http://three.example/x', 'urn:%C3%A4'];
const PREFIXES = ['a', 'b', 'c'];
const NAMES = ['x', 'y', 'Zed', '\u00e9t\u00e9'];

interface Node {
  readonly prefix: string;
  readonly name: string;
  readonly declarations: Readonly<Record<string, string>>;
  readonly attributes: readonly { readonly prefix: string; readonly name: string; readonly value: string }[];
  readonly children: readonly (Node | string)[];
}

const value = fc
  .array(
    fc.constantFrom(
      'v',
      ' ',
      '&amp;',
      '&lt;',
      '&gt;',
      '&quot;',
      "'",
      '&#9;',
      '&#10;',
      '&#13;',
      '\n',
      '\t',
      '\u{1F600}',
      '\u00df',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const text = fc
  .array(
    fc.constantFrom(
      't',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '&amp;',
      '&lt;',
      '>',
      '"',
      '&#13;',
      '&#x20AC;',
      '<!-- c -->',
      '<?pi  some data ?>',
      '<?pi?>',
      '<![CDATA[<&]]>',
      '<![CDATA[]]>',
      '\u{10348}',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    prefix: fc.constantFrom('', '', ...PREFIXES),
    name: fc.constantFrom(...NAMES),
    declarations: fc.dictionary(fc.constantFrom('', ...PREFIXES), fc.constantFrom(...URIS), { maxKeys: 3 }),
    attributes: fc.uniqueArray(
      fc.record({ prefix: fc.constantFrom('', '', 'xml', ...PREFIXES), name: fc.constantFrom(...NAMES), value }),
      { maxLength: 5, selector: ({ prefix, name }) => `${prefix}:${name}` },
    ),
    children: fc.array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, tie('node')), { maxLength: 4 }),
  }),
}));
const offDefault = fc.boolean();

/** A well-formed document; prefixes that are not bound get declared where they are used. */
export const namespacedDocument: fc.Arbitrary<string> = fc
  .tuple(node, fc.array(offDefault, { maxLength: 10 }))
  .map(([root, offs]) => write(root, new Map(), [...offs]));

function write(element: Node, outer: ReadonlyMap<string, string>, offs: boolean[]): string {
  const scope = new Map(outer);
  const declared = new Map(Object.entries(element.declarations));
  if (offs.pop()) declared.set('', '');
  for (const [prefix, uri] of declared) scope.set(prefix, uri);
  const need = (prefix: string) => {
    if (prefix === '' || prefix === 'xml' || scope.has(prefix)) return;
    declared.set(prefix, 'urn:needed');
    scope.set(prefix, 'urn:needed');
  };
  need(element.prefix);
  for (const { prefix } of element.attributes) need(prefix);
  const seen = new Set<string>();
  const attributes = element.attributes.filter(({ prefix, name }) => {
    const key = prefix === '' ? name : `${prefix === 'xml' ? 'xml' : scope.get(prefix)} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
  const qualified = (prefix: string, name: string) => (prefix === '' ? name : `${prefix}:${name}`);
  const name = qualified(element.prefix, element.name);
  const declarations = [...declared].map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${uri}"`);
  const written = attributes.map((attribute) => ` ${qualified(attribute.prefix, attribute.name)}="${attribute.value}"`);
  const children = element.children.map((child) => (typeof child === 'string' ? child : write(child, scope, offs)));
  return `<${name}${declarations.join('')}${written.join('')}>${children.join('')}</${name}>`;
}
