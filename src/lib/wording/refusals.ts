import type { Refused } from '#lib/views/arithmetic.ts';
import type { RefusalReason } from '#lib/views/unlike.ts';
import { texts } from './texts.ts';

/** Why something is not calculated, as a sentence in place of the number. */
export const sayRefusal = (reason: RefusalReason): string => texts.refusals[reason];

/** The same of one refusal: where a break parts the figures, with what differs and the reason the publisher gave. */
export function refusalText({ reason, break: parted }: Refused): string {
  if (parted === null) return sayRefusal(reason);
  return `${sayRefusal(reason)} ${parted.what} ${texts.seriesPage.reason} ${parted.reason}.`;
}
