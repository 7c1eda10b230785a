import { badValue } from './bad-value.ts';
import { parseText } from './text.ts';

const EXPECTED = 'an https address';
const LONGEST = 2000;
/** Two names or more, the last of letters: no bare machine, no number, nothing inside a house. */
const PUBLIC_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/;
const HOUSE_NAMES = /\.(?:localhost|local|internal|lan|home|corp|intranet|arpa|onion)$/;

/**
 * An address a reader may be sent to, in the one spelling a browser gives it.
 * @throws {BadValue} for another scheme, a user name or password, a port, a host that is not public.
 */
export function parseAddress(text: string): string {
  if (text === '') throw badValue(EXPECTED, text);
  parseText(text, EXPECTED);
  if (text.length > LONGEST) throw badValue(EXPECTED, text, `write at most ${LONGEST} characters`);
  const url = addressOf(text);
  if (url.protocol !== 'https:') throw badValue(EXPECTED, text, schemeWayOut(text, url));
  if (url.username !== '' || url.password !== '') {
    throw badValue(EXPECTED, text, 'delete the user name and password');
  }
  if (url.port !== '') throw badValue(EXPECTED, text, 'delete the port');
  if (!PUBLIC_HOST.test(url.hostname) || HOUSE_NAMES.test(url.hostname)) {
    throw badValue(EXPECTED, text, 'name a public host, such as data.example.org');
  }
  if (url.href !== text) throw badValue(EXPECTED, text, `write ${url.href}`);
  return text;
}

function addressOf(text: string): URL {
  try {
    return new URL(text);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw badValue(EXPECTED, text, 'write it whole, beginning with https://');
  }
}

function schemeWayOut(text: string, url: URL): string {
  if (url.protocol === 'http:')
    return `write ${text.replace(/^http:/i, 'https:')} if it answers there`;
  return 'write it whole, beginning with https://';
}
