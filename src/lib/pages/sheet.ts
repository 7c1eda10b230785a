import { error } from '@sveltejs/kit';
import { qrOf } from '#lib/drawing/qr.ts';
import { sheetFoot } from '#lib/drawing/sheet-foot.ts';
import { hasBrowser } from '#lib/server/made/browser.js';
import { madePdf } from '#lib/server/made/made.ts';
import type { Site } from '#lib/server/made/site.ts';
import { revision } from '#lib/server/revision.ts';
import { choiceOf, queryOf } from '#lib/values/sheet-choice.ts';
import { changesBefore } from '#lib/views/changes.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { sheetOf } from '#lib/views/sheet.ts';
import type { Day } from '#lib/values/day.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { footText, sheetTexts } from '#lib/wording/sheet.ts';
import { answerWith } from './made.ts';
import { isOffered } from './outputs.ts';
import { perSituation } from './situations.ts';
import { summariesOf } from './summary.ts';
import { written } from './written.ts';

/** How far back a sheet looks for changes: it is made for a meeting, and meetings are some weeks apart. */
const DAYS = 30;

/** The sheets of a situation to print. */
export const sheetsOf = perSituation((library) => {
  const { summaryPage, newest } = summariesOf(library.situation.id);

  /** What the sheets of one publication day show; 404 for any other text. */
  function sheetPage(text: string) {
    const {
      summary,
      words,
      situation,
      title,
      map,
      days,
      previous,
      next,
      isNewest,
      since,
      withdrawn,
    } = summaryPage(text);
    const own = addresses.print(situation, summary.day);
    // What is printed leads to what this copy of the site has for good.
    const hasDays = isOffered(own);
    const address = written(hasDays ? own : addresses.day(situation, summary.day));
    const foot = footText(address, summary.day, revision);
    const paper = addresses.paper(situation, summary.day);
    return {
      situation,
      title,
      summary,
      words,
      sheet: sheetOf(summary, changesBefore(library, asKnownOn(library, summary.day), DAYS), since),
      map,
      withdrawn,
      first: days[0] as Day,
      previous,
      next,
      isNewest,
      address,
      foot,
      footStyle: sheetFoot(address, foot, sheetTexts),
      revision,
      qr: qrOf(address),
      pdf: isOffered(paper) ? paper : null,
      hasDays,
    };
  }

  /**
   * The sheets of a day as a PDF, made when it is asked for; 404 for a day or a name that no page names.
   * @param search the query of their page: what it does not know is left out
   */
  async function pdfFile(
    { day: text, file }: { readonly day: string; readonly file: string },
    search: string,
    own: Site,
  ): Promise<Response> {
    const { id } = library.situation;
    const { summary } = summaryPage(text);
    const { day } = summary;
    if (!hasBrowser() || `${addresses.print(id, day)}${file}.pdf` !== addresses.paper(id, day))
      error(404, 'There is no such file of these sheets.');
    const query = queryOf(choiceOf(search));
    return answerWith('application/pdf', madePdf(own, addresses.print(id, day), query, newest));
  }

  return { sheetPage, pdfFile };
});
