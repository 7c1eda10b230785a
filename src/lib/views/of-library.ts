import type { Library } from '#lib/records/model.ts';

/**
 * What follows from a library alone, worked out when it is first asked for and kept as long as the library is: a library
 * never changes. What is kept must not grow with what readers ask for, only with what the library holds.
 */
export function ofLibrary<Made>(work: (library: Library) => Made): (library: Library) => Made {
  const made = new WeakMap<Library, { readonly it: Made }>();
  return (library) => {
    const held = made.get(library);
    if (held) return held.it;
    const it = work(library);
    made.set(library, { it });
    return it;
  };
}
