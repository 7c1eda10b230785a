/**
 * The page of the day before or after is fetched as soon as a reader points at its link, so that it is there when it is
 * followed. Not where the reader asked to save data.
 */
const { connection } = navigator as { connection?: { readonly saveData?: boolean } };

if (connection?.saveData !== true)
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    'nav a:is([rel="prev"], [rel="next"])',
  )) {
    const fetchAhead = () => {
      const ahead = document.createElement('link');
      ahead.rel = 'prefetch';
      ahead.href = link.href;
      document.head.append(ahead);
    };
    // By mouse, finger and keyboard: what comes first.
    const controller = new AbortController();
    for (const type of ['pointerenter', 'focus'])
      link.addEventListener(
        type,
        () => {
          controller.abort();
          fetchAhead();
        },
        { signal: controller.signal },
      );
  }

export {};
