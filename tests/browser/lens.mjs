// The interface as a test sees it: where things are and how a person works them. The only place that knows selectors.
// They pierce open shadow roots (`>>>`), so that the page and the element are worked alike.

export const PAPER = ">>> textarea";
export const GO = ">>> button[type=submit]";
export const DATE = ">>> input[type=date]";
export const EXAMPLE = ">>> [data-example]";
export const RESULT = ">>> [data-state=result]";

// Puts a text into the paper and has it read.
export async function analyze(page, text, { date } = {}) {
  const paper = await page.waitForSelector(PAPER);
  await paper.evaluate((element, text) => {
    element.value = text;
    element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }, text);
  if (date) await setDate(page, date);
  await (await page.waitForSelector(GO)).click();
  await done(page);
}

// Works one of the examples.
export async function example(page, index) {
  await page.waitForSelector(EXAMPLE);
  await (await page.$$(EXAMPLE))[index].click();
  await done(page);
}

export async function setDate(page, date) {
  const input = await page.waitForSelector(DATE);
  await input.evaluate((element, date) => {
    element.value = date;
    for (const type of ["input", "change"]) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }, date);
}

// Waits for a result.
export async function done(page) {
  await page.waitForSelector(RESULT, { timeout: 60_000 });
}

// Waits until every element of the embed demo has a result.
export async function embedded(page) {
  await page.waitForFunction(() => [...document.querySelectorAll("article-lens")].every((each) => each.shadowRoot?.querySelector("[data-state=result]")), { timeout: 30_000 });
}
