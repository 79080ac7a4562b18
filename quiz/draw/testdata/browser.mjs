// Opens the pages that a file lists, in headless Chromium, and prints as JSON
// what is found in each. A job: {"file": "page.html", "pdf": "page.pdf",
// "axe": true, "shots": "folder/name", "width": 523.28}, all but file optional.
//
//	node browser.mjs jobs.json
//
// Of every page: what it asks for beside itself, what its policy had to stop,
// whether it scrolls sideways on 320 pixels, and how high the parts of the
// doctor's page are in print, in points.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.env.NODE_MODULES + '/');
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function violations(page, scheme, width) {
  await page.emulateMedia({ media: 'screen', colorScheme: scheme });
  await page.setViewportSize({ width, height: 900 });
  const found = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  if (found.passes.length === 0) throw new Error('axe looked at nothing');
  return found.violations.map((v) => `${scheme} ${width}: ${v.id}: ${v.nodes[0].html}`);
}

// heights lays the page out as wide as its sheet of paper is between margins.
async function heights(page, width) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.setViewportSize({ width: 1200, height: 900 });
  return page.evaluate((width) => {
    document.documentElement.style.width = width + 'pt';
    const parts = [...document.querySelector('.doctor').children].map((part) => {
      const style = getComputedStyle(part);
      return (part.getBoundingClientRect().height + parseFloat(style.marginTop) + parseFloat(style.marginBottom)) * .75;
    });
    document.documentElement.style.width = '';
    return parts;
  }, width);
}

async function open(job) {
  const context = await browser.newContext({ bypassCSP: false, offline: true });
  const page = await context.newPage();
  const said = { requests: [], stopped: [], alerts: [], axe: [] };
  page.on('request', (r) => said.requests.push(r.url().replace(/.*\//, '')));
  page.on('console', (m) => said.stopped.push(m.text()));
  page.on('dialog', (d) => { said.alerts.push(d.message()); d.dismiss(); });
  await page.goto(pathToFileURL(job.file).href, { waitUntil: 'load' });
  await page.setViewportSize({ width: 320, height: 700 });
  said.sideways = await page.evaluate(() => document.documentElement.scrollWidth > 320);
  said.text = await page.evaluate(() => document.body.innerText);
  if (job.width) said.heights = await heights(page, job.width);
  if (job.pdf) {
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ path: job.pdf, preferCSSPageSize: true, tagged: true });
  }
  if (job.shots) {
    for (const [name, scheme, width] of [['wide', 'light', 1200], ['dark', 'dark', 1200], ['narrow', 'light', 360], ['narrow-dark', 'dark', 320]]) {
      await page.emulateMedia({ media: 'screen', colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${job.shots}-${name}.png`, fullPage: true });
    }
  }
  if (job.axe) {
    await page.evaluate(axe);
    said.axe.push(...await violations(page, 'light', 1200), ...await violations(page, 'dark', 320));
  }
  await context.close();
  return said;
}

const found = [];
for (const job of JSON.parse(readFileSync(process.argv[2]))) found.push(await open(job));
process.stdout.write(JSON.stringify(found));
await browser.close();
