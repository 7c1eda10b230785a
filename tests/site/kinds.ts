/** The words that addresses are made of; everything else in one is the name of one thing. */
const words = new Set(
  'on series sources figures flows changes measure publisher print embed counters charts caveats methods data'.split(
    ' ',
  ),
);

/** The shape of a page's address, by which pages of one kind are known: `/…/on/…/`. */
export const shapeOf = (address: string): string =>
  address
    .split('/')
    .map((part) =>
      part === '' || words.has(part) ? part : part.includes('known-') ? 'known' : '…',
    )
    .join('/');

/** An address of the site, and the kind it is listed under. */
export interface Listed {
  readonly address: string;
  readonly kind: string;
}

/** One entry of the list of every kind of output: see src/lib/pages/outputs.ts. */
export interface Output {
  readonly kind: string;
  readonly addresses: readonly string[];
  readonly exported: readonly string[];
}

/** Of kinds with very many addresses that say the same another way: each so-manieth is visited. */
const sampled: Readonly<Record<string, number>> = {
  'chart of a day': 5,
  'sheets of a day': 4,
  'data of a day': 5,
  'map of a day as SVG': 10,
  citations: 80,
  'embeds that stay': 20,
  'pictures to share': 80,
};

/** Made by programs that take long, and tested elsewhere: the first of each kind must answer. */
const slow = /\.(?:png|pdf)$/;
const slowOfAKind = 2;

const each = (addresses: readonly string[], step: number) =>
  addresses.filter((_, i) => i % step === 0);

/** The addresses to visit: all, or all but copies of what others show too. */
export function toVisit(outputs: readonly Output[], isWhole: boolean): Listed[] {
  return outputs.flatMap(({ kind, addresses, exported }) => {
    const step = isWhole ? 1 : (sampled[kind] ?? 1);
    const quick = addresses.filter((address) => !slow.test(address));
    const others = addresses.filter((address) => slow.test(address));
    const some = isWhole ? others : each(others, Math.ceil(others.length / slowOfAKind));
    // The few that an export has too are visited in any case: the embeds of the newest day.
    const isFew = step > 1 && exported.length < addresses.length / step;
    const also = isFew ? exported.filter((address) => !slow.test(address)) : [];
    return [...new Set([...each(quick, step), ...also, ...some])].map((address) => ({
      address,
      kind,
    }));
  });
}

/** Of an export: one page of each shape, and every twentieth. */
export function toVisitOfExport(outputs: readonly Output[]): Listed[] {
  const pages = outputs.flatMap(({ kind, exported }) =>
    exported.filter((address) => address.endsWith('/')).map((address) => ({ address, kind })),
  );
  const shapes = new Set<string>();
  return pages.filter(({ address }, i) => {
    const isFirst = !shapes.has(shapeOf(address));
    shapes.add(shapeOf(address));
    return isFirst || i % 20 === 0;
  });
}
