import { expect, test } from 'vitest';
import { folder, kindsOf, useSite } from '../support/site.ts';

const home = useSite();

test.each(kindsOf(folder))(
  '$name asks no other host, breaks no policy and logs no error ($file)',
  async ({ address }) => {
    const context = await home.browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${home.site}/`) && !url.startsWith('data:')) faults.push(url);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      ),
    );
    await page.goto(home.site + address, { waitUntil: 'networkidle' });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
    const cookies = await context.cookies();
    const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
    await context.close();
    expect(faults).toEqual([]);
    expect([cookies.length, kept]).toEqual([0, 0]);
  },
);
