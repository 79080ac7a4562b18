// Fills the form in LHC-Forms in headless Chromium, as a person would: reads
// {form, fillings} from the file named. A filling is a list of steps, each with
// the answer options to click, "linkId|system|code", and which of the items named
// in questions are to be seen then. Prints {asked, answered, requests}: where what is shown
// differs, the response of each filling, and what was requested from elsewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.NODE_MODULES + '/');
const { chromium } = require('playwright-core');
const origin = 'http://form.test';
const shell = `<!doctype html><meta charset="utf-8"><title>Form</title>
<link rel="stylesheet" href="/webcomponent/styles.css"><div id="form"></div>
<script src="/webcomponent/assets/lib/zone.min.js"></script>
<script src="/webcomponent/lhc-forms.js"></script>
<script src="/fhir/R4/lformsFHIR.min.js"></script>`;

// In the page: takes the steps and returns where what is shown differs, each
// time after it had a second to become as it should be.
const take = async ({ questions, steps }) => {
  const shown = () => questions.filter((id) =>
    [...document.querySelectorAll(`[id^="item-${id}/"]`)].some((item) => item.checkVisibility()));
  const differences = [];
  for (const [at, step] of steps.entries()) {
    for (const option of step.click) {
      const [link, ...coding] = option.split('|');
      document.querySelector(`label[id^="${link}/"][id$="|${coding.join('|')}"]`).click();
    }
    const want = step.asked.join();
    for (let tries = 0; ; tries++) {
      await new Promise((done) => setTimeout(done, 5));
      const got = shown().join();
      if (got === want) break;
      if (tries === 200) {
        differences.push(`step ${at}, ${step.click}: shown ${got}, want ${want}`);
        break;
      }
    }
    if (differences.length > 2) break; // enough to see what is wrong
  }
  return differences;
};

const { form, questions, fillings } = JSON.parse(readFileSync(process.argv[2]));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const said = { asked: [], answered: [], requests: [] };
try {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      said.requests.push(url.href);
      return route.abort();
    }
    if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: shell });
    return route.fulfill({ path: process.env.NODE_MODULES + '/lforms/dist/lforms' + url.pathname });
  });
  await page.goto(origin);
  for (const [number, steps] of fillings.entries()) {
    await page.evaluate((f) => LForms.Util.addFormToPage(f, 'form', { fhirVersion: 'R4' }), form);
    await page.waitForSelector('lhc-item');
    const differences = await page.evaluate(take, { questions, steps });
    said.asked.push(...differences.map((d) => `filling ${number}, ${d}`));
    said.answered.push(await page.evaluate(() => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')));
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(said));
