/** The texts of the methods page, in English. Names of resolutions are set as titles, not as numbers. */
export const methods = {
  title: 'How these figures get here',
  intro:
    'Every figure on this site was published by somebody. It is recorded once, with its publication, and shown together with what it leaves out.',
  way: {
    heading: 'From a publication to a page',
    paragraphs: [
      'A person reads the publication and enters each of its figures as one line. The line says what is counted, who, where, for which dates and under which definition. It has the value, the qualifier of the source (“at least”, “about”), its own words, and the caveats. “No caveat” is a decision that must be recorded too.',
      'Before the site is built everything is checked. A line without source, date, definition or caveat decision stops the build. So does a reversed range, an impossible date, or a text that could act as a program.',
      'A later value never replaces an earlier one in the files. Both stay, each with the day on which it became known.',
    ],
  },
  laws: {
    heading: 'Principles',
    items: [
      [
        'No number alone',
        'A figure never appears without its qualifier, what it counts, its date, publisher, source and caveats.',
      ],
      [
        'As stated',
        '“At least” stays “at least”. Words such as “hundreds” stay words, and a range stays a range. Unknown, withheld, not collected and zero look different. No number counts up or is filled in.',
      ],
      [
        'Two dates',
        'The date a figure is about and the day it became known are different. Each page says on which day its figures were known. A page for a past day shows nothing published later.',
      ],
      [
        'A definition is part of the series',
        'When a publisher changes what it counts, a new series begins. No line, difference or percentage crosses that break.',
      ],
      [
        'Unlike figures do not add up',
        'Crossings are not people. A part is not added to its whole, and two publishers are never averaged. Countries do not add up to a total where people are counted twice.',
      ],
      [
        'Nothing changes silently',
        'A value published here changes only with a correction on record.',
      ],
      [
        'Who says so',
        'Competing claims are shown side by side, each with its speaker and the speaker’s part in the conflict. Their order does not depend on size.',
      ],
      [
        'The page is the paper',
        'Nothing is lost without scripts, without colour or in print. What opens on screen is a numbered note on paper.',
      ],
      ['Own site only', 'No request to another host, no cookie, no tracking.'],
    ],
  },
  known: {
    heading: 'What “as known on” means',
    paragraphs: [
      'For the same dates, a page uses the publisher’s last figure published by the day of the page. A counter shows the figure for the latest date.',
      'Where a publisher gave several figures on one day, we use the latest if the times are known. Otherwise the publisher’s own text goes before a text that repeats it. An exact number goes before a rounded one, and a written record before a speech. The others are shown as “also published that day”.',
      'An undated publication counts as known from the day on which we read it. Where only the month is known, it counts from the end of that month.',
    ],
  },
  old: {
    heading: 'Old beside new',
    paragraphs: [
      'The page of a series keeps every value ever published, in the order of publication. Each is marked as first, confirmed, repeated in other words, revised, also published, older or undated. A change is calculated only between exact figures under one definition.',
      'Where a publisher began to count or publish differently, there is a break. No line, difference, share or sum crosses it, not even between two values for the same dates. Instead the page gives what differs and the published reason, or says that none was published.',
      'The page of a past day lists and counts its figures that were later revised or corrected. That list alone uses later information.',
      'A correction is ours: we had made an error. It is on record with the old and the new content, its day and its reason. A withdrawn figure keeps its address, with a note of what it said.',
    ],
  },
  map: {
    heading: 'The map',
    paragraphs: [
      'An arrow shows how many went from one place to another, as its map says. The width grows with the square root of the number, on one scale for all days. An amount given as a word is a dashed arrow of fixed width. Arrows are schematic: they show from where to where, not the way people took.',
      'Borders are for orientation and express no opinion on the status of any territory.',
    ],
    base: 'The base map is cut from',
    madeFrom: 'made from Natural Earth.',
    framesIntro:
      'Each map is a conic conformal projection; along two parallels it is true to scale:',
    parallels: 'parallels',
    and: 'and',
    middle: 'middle of the map',
    policyIntro:
      'Each map is checked against these points before it is drawn. Each must lie in the country named and in no other.',
    noPolicy:
      'The seeds name no point of these maps in a disputed area. Its borders are drawn as the atlas has them.',
    liesIn: 'lies in',
    countryOfNumber: 'country of ISO 3166-1 number',
  },
  words: {
    heading: 'Words',
    items: [
      ['Figure', 'one published number with all that belongs to it'],
      ['As of', 'the date, or the last date, that a figure is about'],
      ['Vintage', 'the date a figure is about together with its day of publication'],
      ['Revision', 'a new value from the publisher for the same dates'],
      ['Correction', 'a change we made because of our own error'],
      ['Definition', 'what a publisher counts and what it does not'],
      ['Break', 'a new definition, and so a new series'],
      ['Relay', 'a text that repeats another publisher’s figure'],
      ['Claim', 'one speaker’s figure among others'],
      ['Verified', 'accepted case by case by the publisher under a stated standard of proof'],
      ['Reported', 'a count from a body that keeps records, not checked independently'],
      ['Claimed', 'said in a speech, post or quote, without a record behind it'],
      ['Estimated', 'modelled, surveyed or judged'],
      ['Stock', 'the number on a date'],
      ['Flow', 'the number within a period'],
      ['Cumulative', 'the total since a start'],
    ],
  },
  publishers: { heading: 'Who publishes, and their part in the conflict' },
  definitions: { heading: 'Definitions' },
  data: {
    heading: 'The figures as files',
    intro:
      'Each record has a figure with its source, address, caveats and definition. The figures remain their publishers’.',
    all: 'All files, with every column explained',
    csv: 'All figures as CSV',
    json: 'All figures as JSON',
    print: 'Sheets to print, of the newest summary and of every publication day',
    embeds: 'Figures, charts and maps to embed in another site',
  },
} as const;
