declare global {
  /** The path the site is served under, empty at the top of a host; set by BASE_PATH at build time. */
  const __BASE_PATH__: string;

  namespace App {
    /** What the server gives each request (`src/server/app.js`); nothing in dev. */
    interface Platform {
      /** Any answer of the site; `path` is below the base. Names of headers are in lower case. */
      readonly fetch: (path: string) => Promise<{
        readonly status: number;
        readonly headers: Readonly<Record<string, string>>;
        readonly body: Buffer;
      }>;
    }
  }
}

declare global {
  namespace App {
    interface Platform {
      /** Any address of the site, answered within this process. */
      fetch: (path: string) => Promise<{
        status: number;
        headers: Record<string, string>;
        body: Buffer;
      }>;
      /** Whether the program itself asks, and no reader. */
      isInProcess: boolean;
    }
  }
}

export {};
