import { expect, test } from 'vitest';
import { figure } from '../../../tests/support/made.ts';
import { figureTitle, frameMarkup, frameScript, subjectTitle } from './embeds.ts';

test('a frame is shut off, waits until it is near, and tells nobody where it stands', () => {
  const markup = frameMarkup({
    address: 'https://x.example/embed/a/',
    title: 'Title',
    height: 480,
  });
  expect(markup).toBe(
    '<iframe src="https://x.example/embed/a/" title="Title" width="100%" height="480" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" loading="lazy" referrerpolicy="no-referrer"></iframe>',
  );
  // With both, a frame of the same site could take its sandbox away.
  expect(markup).not.toContain('allow-same-origin');
});

test('what a source is called can never end an attribute', () => {
  const markup = frameMarkup({ address: '/embed/a/', title: '"><script>&', height: 480 });
  expect(markup).toContain('title="&quot;>&lt;script>&amp;"');
  expect(frameScript('/embed/frame.js"')).toBe(
    '<script src="/embed/frame.js&quot;" async></script>',
  );
});

test('a frozen figure is called by its days, what follows by none', () => {
  const one = figure({ published: '2030-01-06' });
  expect(figureTitle(one)).toContain('6\u00a0Jan\u00a02030');
  expect(subjectTitle(one)).not.toMatch(/\d/);
  expect(figureTitle(one).startsWith(subjectTitle(one))).toBe(true);
});
