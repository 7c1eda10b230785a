// The packages ship no types; these are the parts that the tests read catalogues with.
declare module 'jsonld' {
  import type { DatasetCore } from '@rdfjs/types';

  interface Options {
    readonly base?: string;
    readonly safe?: boolean;
    readonly documentLoader?: (url: string) => Promise<{ document: unknown }>;
  }
  const jsonld: {
    expand(document: unknown, options?: Options): Promise<readonly Record<string, unknown>[]>;
    toRDF(document: unknown, options?: Options & { readonly format?: string }): Promise<string>;
    canonize(
      document: unknown,
      options?: Options & { readonly inputFormat?: string; readonly algorithm?: string },
    ): Promise<string>;
  };
  export type { DatasetCore };
  export default jsonld;
}

declare module 'n3' {
  import type { DatasetCore, Quad } from '@rdfjs/types';

  export class Parser {
    constructor(options?: {
      readonly format?: string;
      readonly baseIRI?: string;
      readonly blankNodePrefix?: string;
    });
    parse(text: string): Quad[];
  }
  export const Store: new (quads?: readonly Quad[]) => DatasetCore & { readonly size: number };
  export class Writer {
    constructor(options?: { readonly prefixes?: Readonly<Record<string, string>> });
    addQuads(quads: readonly Quad[]): void;
    end(done: (error: Error | null, text: string) => void): void;
  }
}
