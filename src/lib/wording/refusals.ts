import type { RefusalReason } from '#lib/views/unlike.ts';
import { texts } from './texts.ts';

/** Why something is not calculated, as a sentence that stands where the number would have stood. */
export const sayRefusal = (reason: RefusalReason): string => texts.refusals[reason];
