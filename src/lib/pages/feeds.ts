import { error } from '@sveltejs/kit';
import { atomFeed } from '#lib/downloads/feed-atom.ts';
import { jsonFeed } from '#lib/downloads/feed-json.ts';
import { feedOfAll, feedOfPublisher } from '#lib/downloads/feed.ts';
import { site } from '#lib/server/site.ts';
import { choices } from '#lib/views/changes-page.ts';
import { fileIn } from './file-in.ts';
import { libraryOf } from './situations.ts';

const formats = {
  xml: { type: 'application/atom+xml', write: atomFeed },
  json: { type: 'application/feed+json', write: jsonFeed },
} as const;

/** What changed in a situation, or of one publisher's figures in it; 404 where nothing ever did. */
export function feedFile(situation: string, publisher: string | null, format: string) {
  const library = libraryOf(situation);
  if (publisher === null)
    return fileIn(formats, format, (write) => write(feedOfAll(library), site));
  const of = library.publishers.get(publisher);
  const isListed = choices(library).some(
    (choice) => choice.measure === null && choice.publisher === publisher,
  );
  if (!of || !isListed) error(404, 'Nothing changed there.');
  return fileIn(formats, format, (write) => write(feedOfPublisher(library, of), site));
}
