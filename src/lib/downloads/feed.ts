import { v5 } from 'uuid';
import type { Library, Publisher } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { changeList } from '#lib/views/change-list.ts';
import type { ListedChange } from '#lib/views/change-list.ts';
import { figuresOf } from '#lib/views/changes-page.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { changeKind, changeText, changeTitle } from '#lib/wording/changes.ts';
import { texts } from '#lib/wording/texts.ts';

/** One feed: the whole list of changes, or that of one publisher. The newest entry first, one for each of the list. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  /** Addresses below the site's base: of the feed's page, and of the feed itself in both forms. */
  readonly page: string;
  readonly atom: string;
  readonly json: string;
  /** Of its newest entry. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly updated: string;
  /** Address of the entry in the list of changes, below the site's base. */
  readonly address: string;
  readonly kind: ListedChange['kind'];
  /** The same as a reader sees it. */
  readonly kindName: string;
  /** Ids of the figures whose numbers stand in the text. */
  readonly figures: readonly string[];
}

export function feedOfAll(library: Library): Feed {
  const { id, title } = library.situation;
  return {
    id: urn(`${id}/changes`),
    title: `${texts.changeList.heading}: ${title}`,
    page: addresses.changes(id),
    atom: addresses.changesAtom(id),
    json: addresses.changesFeed(id),
    ...entriesOf(library, changeList(library)),
  };
}

/** What changed of the figures of one publisher. */
export function feedOfPublisher(library: Library, publisher: Publisher): Feed {
  const { id, title } = library.situation;
  const changes = changeList(library).filter(({ publishers }) => publishers.includes(publisher.id));
  return {
    id: urn(`${id}/changes/publisher/${publisher.id}`),
    title: `${texts.changeList.heading}: ${publisher.name}, ${title}`,
    page: addresses.changesOf(id, null, publisher.id),
    atom: addresses.publisherFeed(id, publisher.id, 'xml'),
    json: addresses.publisherFeed(id, publisher.id, 'json'),
    ...entriesOf(library, changes),
  };
}

function entriesOf(
  { situation }: Library,
  changes: readonly ListedChange[],
): Pick<Feed, 'entries' | 'updated'> {
  const entries = changes.map((change) => ({
    id: urn(`${situation.id}/${change.id}`),
    title: changeTitle(change),
    text: changeText(change),
    updated: startOf(change.day),
    address: `${addresses.changes(situation.id)}#${change.id}`,
    kind: change.kind,
    kindName: changeKind(change),
    figures: figuresOf(change).map(({ id }) => id),
  }));
  return { entries, updated: entries[0]?.updated ?? startOf(situation.start) };
}

/** Only the day is known; its beginning stands for it. */
const startOf = (day: Day): string => `${day}T00:00:00Z`;

/** The namespace of this site's names in the sense of RFC 9562, version 5: the same name gives the same identifier for ever. */
const NAMESPACE = 'c0bb5d0e-6a5b-5a5c-8d1f-3f0d6c617665';

const urn = (name: string): string => `urn:uuid:${v5(name, NAMESPACE)}`;
