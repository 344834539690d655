// SPDX-FileCopyrightText: 2026 The Gordian authors
// SPDX-License-Identifier: Apache-2.0
// Opens every sample report in Chromium: no request, no script, no accessibility violation, nothing wider than a phone;
// light and dark; prints. Validates the JSON against its schema.
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.env.GORDIAN_BROWSER_TESTS, 'node_modules/'));
const { chromium } = require('playwright-core');
const Ajv = require('ajv/dist/2020').default;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = process.argv[2];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

let failures = 0;
function expect(ok, what, detail = '') {
  if (!ok) {
    failures += 1;
    console.error(`FAIL ${what}\n${detail}`);
  }
}

function examineJson() {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(process.env.GORDIAN_SCHEMA, 'utf8')));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const fits = validate(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    expect(fits, `${name} fits its schema`, JSON.stringify(validate.errors, null, 1));
  }
}

/** What the page must never do, whatever stands in it. */
function watch(page, url, name) {
  page.on('request', (request) => expect(request.url() === url, `${name} makes no request`, request.url()));
  page.on('dialog', (dialog) => { expect(false, `${name} opens no dialog`); dialog.dismiss(); });
  page.on('pageerror', (error) => expect(false, `${name} runs no script`, String(error)));
  page.on('console', (message) => expect(!/Refused|violates/.test(message.text()) || message.text().includes('axe'),
    `${name} tries nothing that its policy forbids`, message.text()));
}

async function examineLook(browser, file, scheme, width) {
  const name = `${file} ${scheme} ${width} px`;
  const url = pathToFileURL(join(folder, file)).href;
  // The page's own policy forbids scripts; the test's axe must run all the same.
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  watch(page, url, name);
  await page.goto(url);
  expect(await page.evaluate(() => window.pwned === undefined), `${name}: hostile lines are harmless`);
  expect(await page.evaluate(() => document.images.length === 0), `${name}: no image element came from a node`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name}: no sideways scrolling`);
  expect(await page.evaluate(() => document.scripts.length === 1 && document.scripts[0].type === 'application/vnd.gordian.case'),
    `${name}: the only script element is the data block`);
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name}: no sideways scrolling when unfolded`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  expect(violations.length === 0, `${name}: no accessibility violation`,
    violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200)).join('\n  ')}`).join('\n'));
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = false; }));
  await page.screenshot({ path: join(folder, `${file}-${scheme}-${width}.png`), fullPage: true });
  await context.close();
}

/** As a reader has it: the policy in force and scripts off, which must make no difference. */
async function examinePolicy(browser, file) {
  const url = pathToFileURL(join(folder, file)).href;
  const page = await browser.newPage();
  watch(page, url, file);
  await page.goto(url);
  page.removeAllListeners('console'); // what follows is forbidden, and the browser says so
  const ran = await page.evaluate(() => { const s = document.createElement('script'); s.textContent = 'window.pwned = 2'; document.body.append(s); return window.pwned; });
  expect(ran === undefined, `${file}: its policy lets no script run`);
  const text = await page.evaluate(() => document.body.innerText);
  expect(!/[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u001b\u0080-\u009f]/.test(text), `${file}: no invisible or moving character is left`);
  const printed = await page.pdf({ format: 'A4' });
  expect(printed.length > 10000, `${file} prints`);
  await page.close();
}

// playwright gives each browser a fresh profile of its own and removes it.
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
try {
  examineJson();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    await examinePolicy(browser, file);
    const looks = file.startsWith('story') ? [['light', 400], ['light', 1600], ['dark', 400], ['dark', 1600]] : [['light', 400], ['dark', 1600]];
    for (const [scheme, width] of looks) {
      await examineLook(browser, file, scheme, width);
    }
  }
} finally {
  await browser.close();
}
console.log(failures === 0 ? 'all reports are well' : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
