/** Browser features that a page of texts never needs, all off. */
const off = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];
/** One text for all answers: thousands are kept. */
const PERMISSIONS = off.map((feature) => `${feature}=()`).join(', ');

/** Embeds and their scripts are for pages of other sites; the page that explains embeds is not one of them. */
const isForOtherSites = (/** @type {string} */ path) => /^\/embed\/./.test(path);

const isData = (/** @type {string} */ path) => path.startsWith('/data/');

/** What never changes under its address: its name has a hash of its contents. */
const isForGood = (/** @type {string} */ path) =>
  /^\/(?:_app\/immutable|styles|data\/[^/]+\/revisions)\/./.test(path);

/**
 * The headers of every answer for security, caching and other sites.
 * @param {string} path below the base path
 * @param {string} [policy] the Content-Security-Policy of a page, as SvelteKit made it
 * @returns {Record<string, string>} names in lower case
 */
export function headersOf(path, policy) {
  const forOthers = isForOtherSites(path);
  const frame = `frame-ancestors ${forOthers ? '*' : "'none'"}`;
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': policy ? policy.replace(/frame-ancestors [^;]*/, frame) : frame,
    'cross-origin-opener-policy': 'same-origin',
    // A sandboxed frame is of another origin than the site itself.
    'cross-origin-resource-policy': forOthers || isData(path) ? 'cross-origin' : 'same-origin',
    'permissions-policy': PERMISSIONS,
    'cache-control': isForGood(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // A notebook in a browser may read the data files.
    ...(isData(path) && { 'access-control-allow-origin': '*' }),
  };
}
