import type { Browser } from "playwright-core";

export interface ParsedPage {
  /** Each element with the names of its attributes, in order. */
  shape: string[];
  /** Where it leads and what it loads. */
  addresses: string[];
  title: string;
  /** All text of the page but its title and its headline. */
  words: string;
}

/** What a browser makes of pages, without opening them. */
export async function parsePages(browser: Browser, pages: readonly string[]): Promise<ParsedPage[]> {
  const page = await browser.newPage();
  try {
    return await page.evaluate<ParsedPage[]>(`${JSON.stringify(pages)}.map((text) => {
      const parsed = new DOMParser().parseFromString(text, "text/html");
      const all = [...parsed.querySelectorAll("*")];
      const attributes = all.flatMap((each) => [...each.attributes]);
      const headline = parsed.querySelector("h1")?.textContent ?? "";
      return {
        shape: all.map(({ localName, attributes }) => [localName, ...[...attributes].map(({ name }) => name)].join(" ")),
        addresses: attributes.filter(({ name }) => /^(href|src|srcset|action|formaction|data|xlink:href)$/.test(name)).map(({ value }) => value),
        title: parsed.querySelector("title")?.textContent ?? "",
        words: parsed.body.textContent.replace(headline, () => ""),
      };
    })`);
  } finally {
    await page.close();
  }
}
