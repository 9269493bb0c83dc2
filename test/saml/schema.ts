/** The OASIS and W3C schemas as Debian ships them, through xmllint. */
import { runTool } from './tools.js';

const OPENSAML = '/usr/share/xml/opensaml';
const XMLTOOLING = '/usr/share/xml/xmltooling';

export const SCHEMA_FILES = [`${OPENSAML}/saml-schema-metadata-2.0.xsd`, `${XMLTOOLING}/xmldsig-core-schema.xsd`];

/** Validates a text; `said` holds what xmllint has against it. */
export function validates(xml: string, schema: 'metadata' | 'protocol'): { ok: boolean; said: string } {
  // The schemas name each other by places on the web; these say where they are here.
  const redirect = (name: string, path: string) =>
    `<uri name="${name}" uri="file://${path}"/><system systemId="${name}" uri="file://${path}"/>`;
  const catalog = [
    '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">',
    redirect(
      'http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd',
      `${XMLTOOLING}/xmldsig-core-schema.xsd`,
    ),
    redirect('http://www.w3.org/TR/2002/REC-xmlenc-core-20021210/xenc-schema.xsd', `${XMLTOOLING}/xenc-schema.xsd`),
    redirect('http://www.w3.org/2001/xml.xsd', `${XMLTOOLING}/xml.xsd`),
    '</catalog>',
  ].join('');
  const xsd = `${OPENSAML}/saml-schema-${schema}-2.0.xsd`;
  return runTool(
    'env',
    (path) => [
      `XML_CATALOG_FILES=${path('catalog.xml')}`,
      'xmllint',
      '--nonet',
      '--noout',
      '--schema',
      xsd,
      path('document.xml'),
    ],
    { 'catalog.xml': catalog, 'document.xml': xml },
  );
}
