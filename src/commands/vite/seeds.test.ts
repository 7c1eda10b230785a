import { expect, test } from 'vitest';
import { faultsPage } from './seeds.ts';

test('the page of faults shows each as text, whatever a seed holds', () => {
  const page = faultsPage(['seeds/example.csv:1:1: <script>alert("example")</script> & more']);
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&#60;script&#62;alert(&#34;example&#34;)&#60;/script&#62; &#38; more');
});

test('the page of faults reloads when a seed is mended', () => {
  expect(faultsPage([])).toContain('src="/@vite/client"');
});
