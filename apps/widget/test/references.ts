/**
 * Pictures of every state as it should look, kept in `test/references/` to be compared with: `node test/references.ts` names
 * those that look otherwise now, `node test/references.ts --keep [states]` keeps what it sees. Looked at by people; letters
 * differ from machine to machine, so that no test of every day depends on them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { serveBooking } from "./pictures/open-booking.ts";
import { openSearch, searchStates, type Look } from "./screens.ts";

const folder = fileURLToPath(new URL("references/", import.meta.url));
/** Each width once, by day left to right and by night right to left. */
const looks = [
  { width: 360, scheme: "light", lang: "en-GB" },
  { width: 768, scheme: "dark", lang: "ar" },
  { width: 1280, scheme: "light", lang: "en-GB" },
] as const;
/** Share of the picture's light that may be elsewhere: an edge drawn half a pixel off, not a line that has moved. */
const tolerance = 0.01;
const longest = 1600;
const PHOTOS_MS = 700;

const [mode, wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
const booking = await serveBooking(browser);
const other: string[] = [];
for (const name of Object.keys(searchStates))
  await compare(`search-${name}`, (look) => openSearch(browser, { ...look, name }));
for (const name of booking.states) await compare(name, (look) => booking.open({ ...look, name }));
await booking.close();
await browser.close();
for (const file of other) console.log(`looks otherwise: ${file}`);
process.exitCode = other.length > 0 ? 1 : 0;

async function compare(name: string, open: (look: Omit<Look, "name">) => Promise<Page>): Promise<void> {
  if (wanted && !wanted.split(",").includes(name)) return;
  for (const look of looks) {
    const page = await open(look);
    const picture = await shoot(page, look.width);
    await page.close();
    const file = `${name}-${look.width}-${look.scheme}.webp`;
    if (mode === "--keep") writeFileSync(folder + file, picture);
    else if (!existsSync(folder + file)) other.push(file);
    else if ((await difference(browser, [readFileSync(folder + file), picture])) > tolerance) other.push(file);
  }
}

async function shoot(page: Page, width: number): Promise<Buffer> {
  await page.addStyleTag({ content: "*{caret-color:transparent!important}" });
  // The list comes card by card.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, longest) });
  // A photo is asked for once its place has stayed in sight.
  if ((await page.locator(".photo").count()) > 0) await page.waitForTimeout(PHOTOS_MS);
  await page.locator("img").evaluateAll(async (images) => {
    for (const image of images) if (image instanceof HTMLImageElement) await image.decode().catch(() => undefined);
  });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 35 });
  return Buffer.from(data, "base64");
}

/** 0: the same, 1: black for white. */
async function difference(browser: Browser, pictures: readonly Buffer[]): Promise<number> {
  const page = await browser.newPage();
  const share = await page.evaluate(
    async (sources) => {
      const drawn = await Promise.all(
        sources.map(async (source) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/webp;base64,${source}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          canvas?.drawImage(bitmap, 0, 0);
          return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      const [one = new Uint8ClampedArray(), two = new Uint8ClampedArray()] = drawn;
      if (one.length !== two.length) return 1;
      let sum = 0;
      for (let index = 0; index < one.length; index += 1) sum += Math.abs((one[index] ?? 0) - (two[index] ?? 0));
      return sum / one.length / 255;
    },
    pictures.map((picture) => picture.toString("base64")),
  );
  await page.close();
  return share;
}
