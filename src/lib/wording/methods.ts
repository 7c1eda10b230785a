/** The texts of the methods page, in English. Names of resolutions are set as titles, not as numbers. */
export const methods = {
  title: 'How these figures get here',
  intro:
    'Every number on this site was published by somebody. It is written down once, in the files the site is built from, with the publication it stands in, and it is shown together with what it leaves out.',
  way: {
    heading: 'From a publication to a page',
    paragraphs: [
      'A person reads the publication and enters each of its figures as one line: what is counted, of whom, where, by which rule, from when to when, the value, the qualifier the source used (“at least”, “about”), the words it used, and its caveats. “No caveat” is a decision that has to be written down too.',
      'Before the site is built everything is checked. A line without source, day, definition or caveat decision stops the build, as does a range upside down, a day that never was, or a text that could act as a program.',
      'A later value never replaces an earlier one in the files. Both stay, each with the day on which it became known.',
    ],
  },
  laws: {
    heading: 'What we hold to',
    items: [
      [
        'No number alone',
        'A figure is never shown, printed or exported without its qualifier, what it counts, its day, publisher, source and caveats.',
      ],
      [
        'As stated',
        '“At least” stays “at least”. Words such as “hundreds” stay words and a range stays a range. Unknown, withheld, not collected and zero look different. Nothing counts up or is filled in.',
      ],
      [
        'Two days',
        'The day a figure speaks of and the day on which it became known are different days. Each page says as known on which day it stands, and a page for a past day shows nothing that came later.',
      ],
      [
        'A definition is part of the series',
        'When a publisher changes what it counts, a new series begins. No line, difference or percentage crosses that break.',
      ],
      [
        'Unlike figures do not add up',
        'Crossings are not people, a part is not added to its whole, two publishers are never averaged, and countries do not add up to a total where people are counted twice.',
      ],
      [
        'Nothing changes silently',
        'A value that was published here is only changed with a correction on record.',
      ],
      [
        'Who says so',
        'Competing claims stand side by side with their speaker and the speaker’s part in the conflict, in an order that does not depend on size.',
      ],
      [
        'The page is the paper',
        'Without script, without colour and in print nothing is lost: what opens on screen is a numbered note on the sheet.',
      ],
      ['Own house only', 'No request to another host, no cookie, no tracking.'],
    ],
  },
  known: {
    heading: 'What “as known on” means',
    paragraphs: [
      'Of one publisher’s figures for the same days, the one published last, not later than the day of the page, stands. A counter shows the figure that speaks of the latest day.',
      'Where a publisher said several things on one day, the later one stands when the times are known. Otherwise the publisher’s own text stands before a text that repeats it, a number given to the unit before a rounded one, and a written record before a speech. The others are shown as “also said that day”.',
      'A publication without a date is left out of past days: it counts as known from the day on which we read it. Where only a month is known, it counts from the end of that month.',
    ],
  },
  old: {
    heading: 'Old beside new',
    paragraphs: [
      'Every value ever published stays on the page of its series, in the order in which the values came out. Each says what it was: the first for its days, the same again, the same in other words, revised, also said that day, an older value repeated by a later text, or undated. How far a value moved is worked out only where both are plain numbers by one rule.',
      'Where a publisher began to count or to publish in another way, there is a break. No line, difference, share or sum crosses it, not even between two values for the same days; what differs and the reason stand there instead, or that no reason was published.',
      'The page of a past day says how many of its figures were revised or corrected since, and lists them. That list alone looks past its day.',
      'A correction is ours: we had written something wrong. It is on record with the old and the new content, its day and its reason. A figure that is withdrawn leaves its address with a note of what it had said.',
    ],
  },
  map: {
    heading: 'The map',
    paragraphs: [
      'An arrow shows crossings of a border, each counted at the border; whoever crosses twice counts twice. Its width grows with the square root of the number, on one scale for all days. An amount given as a word is a dashed arrow of fixed width. Arrows are schematic: they show from where to where, not the way people took.',
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
      'Before a map is drawn it is asked for these points: each must lie in the country named and in no other.',
    liesIn: 'lies in',
    countryOfNumber: 'country of ISO 3166-1 number',
  },
  words: {
    heading: 'Words',
    items: [
      ['Figure', 'one published number with all that belongs to it'],
      ['As of', 'the day, or the last day, that a figure speaks about'],
      ['Vintage', 'the pair of the day spoken about and the day of publication'],
      ['Revision', 'the publisher gave a new value for the same days'],
      ['Correction', 'we had made an error'],
      ['Break', 'a new counting rule, and so a new series'],
      ['Relay', 'a text in which we read another’s number'],
      ['Claim', 'one speaker’s figure among others'],
      ['Verified', 'accepted case by case by the publisher under a stated standard of proof'],
      ['Reported', 'a count from a body that keeps records, not checked independently'],
      ['Claimed', 'said in a speech, post or quote, without a record behind it'],
      ['Estimated', 'modelled, surveyed or judged'],
      ['Stock', 'people in a state on a day'],
      ['Flow', 'events within a period'],
      ['Cumulative', 'all events since a start'],
    ],
  },
  publishers: { heading: 'Who publishes, and their part in the conflict' },
  definitions: { heading: 'Counting rules' },
  data: {
    heading: 'The figures as files',
    intro:
      'Every figure with its source, address, caveats and definition in each record. The figures remain their publishers’.',
    all: 'All files, with every column explained',
    csv: 'All figures as CSV',
    json: 'All figures as JSON',
    print: 'Sheets to print, of the newest summary and of every publication day',
    embeds: 'Figures, charts and maps to stand in a page of another site',
  },
} as const;
