// The interface as a person works it: where things are, what they do, what is shown. The only place that knows selectors;
// src/ui.rs announces them. `which` is the number of an <article-lens> on the page, none for the page itself.

export const BOX = "#lens-box";
export const READ = "button[data-do=read]";
export const CANCEL = "button[data-do=cancel]";
export const NEW = "button[data-do=new]";
export const EDIT = "button[data-do=edit]";
export const RETURN = "button[data-do=return]";
export const FILE = "#lens-file";
export const DATE = "#lens-published";
export const EXAMPLE = "[data-example]";
export const RESULT = ".lens[data-state=result]:not([aria-busy=true])";
export const WARNING = "[data-warning]";

// Puts a text into the box as if typed, in one go.
export async function write(page, text) {
  await page.waitForSelector(BOX);
  await page.$eval(
    BOX,
    (box, text) => {
      box.focus();
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    text,
  );
}

// Writes a text and has it read. Fails where no result comes.
export async function analyze(page, text, { date } = {}) {
  await write(page, text);
  await page.click(READ);
  await done(page);
  if (date) await publish(page, date);
}

// Opens one of the examples.
export async function example(page, index) {
  await page.waitForSelector(EXAMPLE);
  await (await page.$$(EXAMPLE))[index].click();
  await done(page);
}

// Sets the publication date of what is shown, and waits until it has been read again.
export async function publish(page, date) {
  await page.waitForSelector(DATE);
  await page.$eval(
    DATE,
    (input, date) => {
      input.value = date;
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    },
    date,
  );
  await pause(50);
  await done(page);
}

// Waits for a result.
export async function done(page) {
  await page.waitForSelector(RESULT, { timeout: 60_000 });
}

// Waits until every element on the page has a result.
export async function embedded(page) {
  await page.waitForFunction(
    (result) => {
      const all = [...document.querySelectorAll("article-lens")];
      return all.length > 0 && all.every((each) => each.shadowRoot?.querySelector(result));
    },
    { timeout: 30_000 },
    RESULT,
  );
}

// Waits for a message that begins with none or some words; gives its code and words.
export async function message(page) {
  await page.waitForSelector(WARNING, { timeout: 30_000 });
  return page.$$eval(WARNING, (all) => all.map((each) => ({ code: each.dataset.warning, text: each.textContent.trim() })));
}

// Everything that is shown.
export async function shown(page, which) {
  return page.evaluate((which) => {
    const root = which === undefined ? document : document.querySelectorAll("article-lens")[which].shadowRoot;
    const all = (selector) => [...root.querySelectorAll(selector)];
    const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
    return {
      title: words(root.querySelector(".story h1")),
      published: root.querySelector("#lens-published")?.value,
      outline: all("[data-view=outline] a[data-s]").map(words),
      // What is in each section, in words.
      inside: all("[data-view=outline] .entries li").map((entry) => entry.querySelector(".counts")?.getAttribute("aria-label") ?? ""),
      reading: all("[data-view=outline] a[aria-current]").map(words),
      chips: all("[data-view=who] .chip[data-e]").map((chip) => ({
        id: chip.dataset.e,
        kind: chip.closest("[data-kind]").dataset.kind,
        name: words(chip.querySelector(".name")),
        count: Number(words(chip.querySelector(".count")).match(/\d+/)?.[0] ?? 1),
      })),
      rows: all("[data-view=when] li.row").map((row) => ({
        id: row.dataset.v,
        date: row.querySelector("time")?.getAttribute("datetime") ?? "",
        what: words(row.querySelector(".what")),
        placed: !row.closest("[data-unplaced]"),
      })),
      marked: all(".story [data-e]").length,
      dated: all(".story [data-t]").length,
    };
  }, which);
}

// Opens the fields for correcting the chip of this name.
export async function editor(page, name) {
  const found = await page.$$eval(
    "[data-view=who] .chip[data-e]",
    (all, name) => {
      const chip = all.find((each) => each.querySelector(".name").textContent === name);
      chip?.click();
      return Boolean(chip);
    },
    name,
  );
  if (!found) throw new Error(`there is no chip ${name}`);
  await page.waitForSelector(".card button[data-do=correct]");
  await page.$eval(".card button[data-do=correct]", (button) => button.click());
  await page.waitForSelector("#lens-editor");
}

// Presses one of the buttons for correcting, and waits until the article has been read again.
export async function correct(page, what) {
  await page.$eval(`.cards button[data-do=${what}]`, (button) => button.click());
  await pause(50);
  await done(page);
  await pause(50);
}

// What the page says was done.
export async function said(page) {
  return page.$eval(".cards .done span", (words) => words.textContent);
}

// The exported JSON of what is shown on the page.
export async function exported(page) {
  const copied = await page.evaluate(async () => {
    let text;
    const had = Object.getOwnPropertyDescriptor(navigator, "clipboard");
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (given) => void (text = given) } });
    const menu = document.querySelector("#lens-export");
    if (menu) menu.open = true;
    document.querySelector("button[data-do=copy-json]").click();
    await new Promise((done) => setTimeout(done, 100));
    if (had) Object.defineProperty(navigator, "clipboard", had);
    else delete navigator.clipboard;
    if (menu) menu.open = false;
    return text;
  });
  return JSON.parse(copied);
}

// The paragraph whose words were scrolled to last: its text, and whether those words are in the window.
export async function scrolledTo(page) {
  await page.waitForSelector(".story [data-shown]", { timeout: 5_000 });
  await pause(600); // a smooth scroll ends
  return page.$$eval(".story [data-shown]", (all) => {
    const box = all[0].getBoundingClientRect();
    const inWindow = box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    return { text: all[0].closest("p, li, h1, h2, h3, h4, h5, h6").textContent, inWindow };
  });
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
