declare global {
  /** The path the site is served under, empty at the top of a host; set by BASE_PATH at build time. */
  const __BASE_PATH__: string;
}

export {};
