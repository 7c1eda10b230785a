import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument, type XmlElement } from 'libxml2-wasm';
import atomSchema from './atom.rng?raw';
import jsonFeedSchema from './json-feed.schema.json';

const names = { a: 'http://www.w3.org/2005/Atom' };
const atom = RelaxNGValidator.fromDoc(XmlDocument.fromString(atomSchema));
const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const json = ajv.compile(jsonFeedSchema);

/** What a validator has against an Atom feed; empty for a valid one. */
export function faultsOfAtom(text: string): string[] {
  try {
    using document = XmlDocument.fromString(text);
    atom.validate(document);
    const links = document.find('/a:feed/a:link/@rel', names).map((rel) => rel.content);
    return links.toSorted().join() === 'alternate,self'
      ? []
      : [`links of the feed: ${links.join()}`];
  } catch (cause) {
    return [cause instanceof Error ? cause.message : String(cause)];
  }
}

/** The same of a JSON feed. */
export function faultsOfJsonFeed(text: string): string[] {
  const valid = json(JSON.parse(text));
  return valid ? [] : (json.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly day: string;
}

/** The entries of an Atom feed, as a reader's program finds them. */
export function entriesOfAtom(text: string): Entry[] {
  using document = XmlDocument.fromString(text);
  return document.find('/a:feed/a:entry', names).map((node) => {
    const entry = node as XmlElement;
    const said = (path: string) => entry.get(path, names)?.content ?? '';
    return {
      id: said('a:id'),
      title: said('a:title'),
      text: said('a:content'),
      address: said('a:link/@href'),
      day: said('a:updated').slice(0, 10),
    };
  });
}
