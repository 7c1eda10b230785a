/** Texts of the pictures that leave the site and of what announces them. No figure is typed here. */
export const shareTexts = {
  pictures: 'As a picture:',
  shapes: { wide: 'wide', square: 'square' },
  kinds: { png: 'PNG', svg: 'SVG' },
  newest: 'Newest value:',
  breaks: 'No line crosses a dashed upright line, because the figures do not continue there.',
  days: 'Dates:',
  rules: 'Definitions:',
  sources: 'Sources:',
  mapAlt:
    'The map as a picture. Each figure has its date. Publishers, caveats and sources are given in words.',
} as const;

/** Px of the picture that cards show. */
export const SHARE_WIDE = { width: 1200, height: 630 } as const;
