/** Milliseconds for which a state stands while the days are played. */
const STANDS = 1600;

/**
 * A button that plays the days: off until asked for; stops at the last day, when a day does not come, and whenever the
 * reader does something else. `step` shows the next day and says whether there is one after it; the next one waits for it.
 */
export function addPlay(nav: HTMLElement, place: Element, step: () => Promise<boolean>): void {
  const { play = '', stop = '' } = nav.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['slider'] = '';
  button.textContent = play;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    button.textContent = play;
  };
  const next = () => {
    timer = setTimeout(() => {
      void step().then((more) => {
        // Stopped while it was on its way.
        if (timer === undefined) return;
        if (more) next();
        else end();
      });
    }, STANDS);
  };
  button.addEventListener('click', () => {
    if (timer !== undefined) return end();
    button.textContent = stop;
    next();
  });
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, (event) => {
      const isOwn =
        event.target === button && !(event instanceof KeyboardEvent && event.key === 'Tab');
      if (timer !== undefined && !isOwn) end();
    });
  place.append(button);
}
