/** Texts of quotes, citations and the page of one figure. */
export const citing = {
  /** Beside a figure: copies its sentence, or leads to it. */
  quote: 'Quote',
  copy: 'Copy the sentence',
  copied: 'Copied: the sentence with its source and caveats.',
  copiedAll: 'Copied: a sentence for each of these figures, with its source and caveats.',
  failed:
    'Your browser did not allow copying. The sentence is selected, so you can copy it by hand.',
  cite: 'Cite',
  formats: 'This citation as a file:',
  bibtex: 'The same as BibTeX',
  pagesIntro:
    'Each page of a series or source says how to cite it. Each figure has its own page with a sentence to quote. Cite the other pages like this:',
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
  moreCaveats: 'See also notes',
  became: 'Earlier and later figures',
  nothing: 'We know of no other figure for the same dates, and of none for a later date.',
  sameDays: {
    revised: 'Its publisher revised it. Now:',
    later: 'A later figure for the same date:',
    undated: 'An undated publication gives another figure:',
    recounted: 'A later count of the same dates under another definition, not comparable:',
    corrected: 'Corrected by us on',
    withdrawn: 'Withdrawn by its publisher; known since',
    explained: 'Learnt later, on',
  },
  laterDay: 'The newest figure of its series, for a later date:',
  /** What it was beside another figure for the same dates, which follows. */
  was: {
    first: '',
    confirmed: 'It confirms the earlier figure for the same dates:',
    restated: 'It repeats the earlier figure in other words or rounding:',
    revised: 'It revised the earlier figure for the same dates:',
    later: 'It is a later figure for the same date. The earlier one:',
    reading: 'It is another reading within the same month. The earlier one:',
    also: 'Its publisher gave a different figure for these dates, which we use instead:',
    older: 'An older figure, repeated later. In use:',
    undated: 'Its publication is undated, so it does not replace a dated figure. In use:',
  },
  elsewhere: 'For another page',
  more: 'Related pages',
  series: 'Its series, with every value ever published',
  source: 'Its source, with every figure taken from it',
  summary: 'The summary as known on its publication day,',
  withdrawn: 'This figure was withdrawn',
} as const;
