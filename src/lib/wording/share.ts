/** Texts of the pictures that leave the site and of what announces them. No figure is typed here. */
export const shareTexts = {
  pictures: 'As a picture with all that belongs to it:',
  shapes: { wide: 'wide', square: 'square' },
  kinds: { png: 'PNG', svg: 'SVG' },
  newest: 'Newest value:',
  breaks: 'Across dotted upright lines no line is drawn: the numbers do not go on there.',
  rules: 'Counted by these rules:',
  sources: 'Sources:',
  mapAlt:
    'The map as a picture: beside each number its day, and in words who says so, what the numbers leave out, and their sources.',
} as const;

/** Px of the picture that cards show. */
export const SHARE_WIDE = { width: 1200, height: 630 } as const;
