/**
 * The flow map's pages: its days as a slider, and the way between a mark and its entry. Every state is a page of its own;
 * the slider fetches that page and puts its parts in place of these, so no number is ever shown without what belongs to
 * it, and no state is shown that no page has. Without script, or on any failure, the links do the same.
 */
import './quote.ts';
import { followEntries } from './flows/entries.ts';
import { offerPixels } from './flows/picture.ts';
import { startSlider } from './flows/sliders.ts';
import { followHistory } from './flows/swap.ts';

followHistory();
startSlider();
followEntries();
offerPixels();
