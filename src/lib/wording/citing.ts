/** Texts of quotes, citations and the page of one figure. */
export const citing = {
  /** Beside a figure: copies its sentence, or leads to where it stands. */
  quote: 'Quote',
  copy: 'Copy the sentence',
  copied: 'Copied: the sentence with its source and caveats.',
  copiedAll: 'Copied: a sentence for each of these figures, with its source and caveats.',
  failed: 'Copying was refused here. The sentence is marked, so that it can be copied by hand.',
  cite: 'Cite',
  formats: 'This citation as a file:',
  bibtex: 'The same as BibTeX',
  pagesIntro:
    'Each series and each source says on its own page how it is cited, and each figure has a page of its own with a sentence to quote. These are cited so:',
  knownOn: 'as known on',
  revision: 'data revision',
  noDate: 'no date',
  undated: 'No publication day is given.',
  read: 'The publication itself:',
  pages: {
    summary: 'Summary',
    flows: 'Flow map',
    changes: 'What changed',
    caveats: 'What these figures do not tell',
    methods: 'How figures get here',
  },
} as const;

/** Texts of the page of one figure. */
export const figureTexts = {
  caveats: 'What it does not tell',
  moreCaveats: 'And what the notes say under',
  became: 'Before it, and since',
  nothing: 'No other value for the same days is known here, and none for a later day.',
  sameDays: {
    revised: 'Its publisher revised it. Now stands:',
    later: 'A later state of the same day:',
    undated: 'A text without a publication day gives another value:',
    recounted:
      'Its publisher counted the same days anew by another rule; the two are not compared:',
    corrected: 'Put right by us on',
    withdrawn: 'Taken back by its publisher; known since',
    explained: 'Learnt later, on',
  },
  laterDay: 'The newest of its series, of a later day:',
  /** What it was beside what else was said of the same days; that number follows. */
  was: {
    first: '',
    confirmed: 'It repeats what stood before it, for the same days:',
    restated: 'It says in other words, or rounded otherwise, what stood before it:',
    revised: 'It revised what stood before it, for the same days:',
    later: 'It is a later state of the same day. Before it stood:',
    reading: 'It is another reading within the same month. Before it stood:',
    also: 'It did not stand beside what its publisher said of the same days. What stands:',
    older: 'A later text repeated this older value, and it did not stand again. What stands:',
    undated: 'Its text gives no publication day, so it takes no other’s place. What stands:',
  },
  elsewhere: 'For another page',
  more: 'Where it stands',
  series: 'Its series, with every value ever published',
  source: 'Its source, with every figure taken from it',
  summary: 'The summary as known on its publication day,',
  withdrawn: 'This figure was withdrawn',
} as const;
