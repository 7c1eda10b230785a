import { qrOf } from '#lib/drawing/qr.ts';
import { sheetFoot } from '#lib/drawing/sheet-foot.ts';
import { makesPaper } from '#lib/server/paper.ts';
import { revision } from '#lib/server/revision.ts';
import { changesBefore } from '#lib/views/changes.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { sheetOf } from '#lib/views/sheet.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { footText, sheetTexts } from '#lib/wording/sheet.ts';
import { perSituation } from './situations.ts';
import { summariesOf } from './summary.ts';
import { written } from './written.ts';

/** How far back a sheet looks for changes: it is made for a meeting, and meetings are some weeks apart. */
const DAYS = 30;

/** The sheets of a situation to print. */
export const sheetsOf = perSituation((library) => {
  const { summaryPage } = summariesOf(library.situation.id);

  /** What the sheets of one publication day show; 404 for any other text. */
  function sheetPage(text: string) {
    const {
      summary,
      words,
      situation,
      title,
      map,
      first,
      previous,
      next,
      isNewest,
      since,
      withdrawn,
    } = summaryPage(text);
    const address = written(addresses.print(situation, summary.day));
    const foot = footText(address, summary.day, revision);
    return {
      situation,
      title,
      summary,
      words,
      sheet: sheetOf(summary, changesBefore(library, asKnownOn(library, summary.day), DAYS), since),
      map,
      withdrawn,
      first,
      previous,
      next,
      isNewest,
      address,
      foot,
      footStyle: sheetFoot(address, foot, sheetTexts),
      revision,
      qr: qrOf(address),
      pdf: isNewest && makesPaper ? addresses.paper(situation, summary.day) : null,
    };
  }

  return { sheetPage };
});
