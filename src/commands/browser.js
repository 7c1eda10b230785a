export { findBrowser } from '../lib/server/made/browser.js';
