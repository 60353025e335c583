// What a browser makes of a handbook, as JSON: node browser.mjs MODULES CHROMIUM FILE SEARCH...
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, executablePath, file, ...searches] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const puppeteer = require("puppeteer-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf-8");
const address = pathToFileURL(file).href;
const found = { requests: [], refused: [], errors: [], axe: {}, widths: {}, searches: {} };

const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox"] });

async function open({ width = 1280, colours = "light", script = true } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colours }]);
  await page.setJavaScriptEnabled(script);
  page.on("request", (request) => found.requests.push(request.url()));
  page.on("pageerror", (error) => found.errors.push(error.message));
  page.on("console", (message) => found.errors.push(message.text()));
  page.on("dialog", async (dialog) => { found.errors.push(dialog.message()); await dialog.dismiss(); });
  if (script) {
    await page.exposeFunction("refuse", (what) => found.refused.push(what));
    await page.evaluateOnNewDocument(() => addEventListener("securitypolicyviolation", (event) => window.refuse(event.violatedDirective)));
  }
  await page.goto(address);
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}`));
}

async function search(page, words) {
  await page.$eval("#_sought", (box) => { box.value = ""; });
  await page.type("#_sought", words);
  await page.keyboard.press("Enter");
  return page.evaluate(() => ({
    told: document.getElementById("_hits").textContent,
    marked: Array.from(document.querySelectorAll("mark"), (mark) => mark.textContent),
    shown: Array.from(document.querySelectorAll("[data-entry]"))
      .filter((entry) => entry.checkVisibility() && !entry.querySelector("[data-rest][hidden]"))
      .map((entry) => entry.id || entry.closest("[id]").id),
  }));
}

for (const colours of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    const page = await open({ width, colours });
    found.axe[`${colours} ${width}`] = await violations(page);
    found.widths[width] = await page.evaluate(() => document.documentElement.scrollWidth);
    await search(page, searches[0]);
    await page.click("#_dark");
    found.axe[`${colours} ${width}, searched and switched`] = await violations(page);
    await page.close();
  }
}

const page = await open();
for (const words of searches) found.searches[words] = await search(page, words);
found.back = await page.evaluate(() => {
  const box = document.getElementById("_sought");
  const text = () => Array.from(document.querySelectorAll("[data-find]"), (piece) => piece.textContent).join("\n");
  const during = text();
  box.focus();
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  const hidden = document.querySelectorAll("[data-entry][hidden], [data-group][hidden], [data-rest][hidden]").length;
  return { hidden, marks: document.querySelectorAll("mark").length, value: box.value, same: during === text() };
});
await search(page, searches[0]);
await page.evaluate(() => { location.hash = ""; location.hash = Array.from(document.querySelectorAll("article[id][hidden]"), (one) => one.id).at(-1); });
await new Promise((resolve) => setTimeout(resolve, 100));
found.followed = await page.evaluate(() => document.querySelector(":target").checkVisibility() && !document.querySelector("mark"));

await page.goto("about:blank");
await page.goto(address);
found.stops = [];
for (let presses = 0; presses < 2000; presses += 1) {
  await page.keyboard.press("Tab");
  const stop = await page.evaluate(() => {
    const at = document.activeElement;
    const outline = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const visible = outline.outlineStyle !== "none" && box.right > 0 && box.height > 0;
    return at === document.body ? null : { name: at.id || at.getAttribute("href"), visible };
  });
  if (!stop) break;
  found.stops.push(stop);
}
found.focusable = await page.evaluate(() =>
  Array.from(document.querySelectorAll("a[href], input, button"), (one) => one.id || one.getAttribute("href")));
await page.goto("about:blank");
await page.goto(address);
await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
found.skipped = await page.evaluate(() => document.activeElement.id);

const ground = () => getComputedStyle(document.body).backgroundColor;
found.switched = [await page.evaluate(ground)];
await page.click("#_dark");
found.switched.push(await page.evaluate(ground), await page.$eval("#_dark", (one) => one.getAttribute("aria-pressed")));
await page.emulateMediaType("print");
found.printed = {
  ground: await page.evaluate(ground),
  tools: await page.evaluate(() => document.getElementById("_tools").checkVisibility()),
  kind: Buffer.from(await page.pdf()).subarray(0, 5).toString(),
};

const plain = await open({ script: false });
found.unscripted = {
  tools: await plain.$eval("#_tools", (one) => one.checkVisibility()),
  hidden: await plain.$$eval("main *", (all) => all.filter((one) => !one.checkVisibility()).length),
};
await browser.close();
console.log(JSON.stringify(found));
