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

// In the page: the questions that are shown, and a click on answer options.
const shown = (questions) => questions.filter((id) =>
  [...document.querySelectorAll(`[id^="item-${id}/"]`)].some((item) => item.checkVisibility()));
const click = (options) => {
  for (const option of options) {
    const [link, ...rest] = option.split('|');
    const label = document.querySelector(`label[id^="${link}/"][id$="|${rest.join('|')}"]`);
    if (!label) throw new Error(`${option} is not on the page`);
    label.click();
  }
};

const { form, questions, fillings } = JSON.parse(readFileSync(process.argv[2]));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const said = { asked: [], answered: [], requests: [], steps: 0 };
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
    for (const [at, step] of steps.entries()) {
      if (said.asked.length > 4) break; // enough to see what is wrong
      await page.evaluate(click, step.click);
      const want = JSON.stringify(step.asked);
      let got;
      for (let tries = 0; tries < 40; tries++) {
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 5))));
        got = JSON.stringify(await page.evaluate(shown, questions));
        if (got === want) break;
      }
      said.steps++;
      if (got !== want) said.asked.push(`filling ${number}, step ${at} (${step.click}): shown ${got}, want ${want}`);
    }
    said.answered.push(await page.evaluate(() => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')));
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(said));
