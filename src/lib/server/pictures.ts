/**
 * Of which figures share pictures are made: of those that stand newest, or of every one.
 * @throws {Error} for another word, which would be taken for a wish that was heard.
 */
export function pictureSetOf(said: string | undefined): 'newest' | 'all' {
  if (said === undefined || said === '' || said === 'newest') return 'newest';
  if (said === 'all') return 'all';
  throw new Error(`PICTURES must be "newest" or "all"; it is "${said}".`);
}

export const pictureSet = pictureSetOf(process.env['PICTURES']);
