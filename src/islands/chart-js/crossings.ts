/**
 * Draws the crossings chart with Chart.js over its picture once it comes into view. The picture, the table and the
 * notes say the same without it, so any failure leaves the page as it was.
 */
const frame = document.querySelector<HTMLElement>('[data-chart]');

if (frame && 'IntersectionObserver' in window) {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    draw(frame).catch(() => frame.querySelector('.live')?.remove());
  });
  observer.observe(frame);
}

async function draw(frame: HTMLElement): Promise<void> {
  const [answer, { drawLines }] = await Promise.all([
    fetch(frame.dataset['chart'] ?? ''),
    import('./lines.ts'),
  ]);
  if (answer.ok) drawLines(frame, await answer.json());
}
