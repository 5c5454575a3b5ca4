import { createApp, createDependencies, openDatabase, readConfig, type Dependencies } from "@liftline/backend";
import { sandboxApiToken, sandboxConnections } from "@liftline/sandbox";
import { BrokerSettings } from "@liftline/schema";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { payloads } from "@liftline/vitest-config/payloads";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parsePages } from "./parse-pages.ts";

const trip = "EGGW-KTEB-20301213-1100-7_KTEB-EGGW-20301220-a1830-7";
const patient = 90_000;
let dependencies: Dependencies;
let app: ReturnType<typeof createApp>;
let browser: Browser;

/** One broker for each text; the first says nothing strange. */
beforeAll(async () => {
  const brokers = ["Demo Charter", ...payloads].map((text, index) => brokerOf(text, index));
  const file = {
    marketplace: { baseUrl: "https://sandbox.avinode.com/api", apiToken: sandboxApiToken },
    publicUrl: "https://leads.example",
    brokers,
  };
  const environment = {
    LIFTLINE_SECRET: "a test secret of at least 32 characters",
    LIFTLINE_CONFIG: "liftline.json",
    LOG_LEVEL: "error",
  };
  const config = readConfig({ environment, readFile: () => JSON.stringify(file) });
  dependencies = createDependencies(config, { database: await openDatabase({ url: ":memory:" }) });
  app = createApp(dependencies);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
});

afterAll(async () => {
  await browser?.close();
  await dependencies?.close();
});

describe("400 payloads in every text of a broker's", () => {
  test.each([
    ["/s/pk_", "/", 200],
    ["/t/pk_", `/${trip}`, 200],
    ["/t/pk_", "/unreadable", 400],
  ])(
    "R9: %s…%s has no element, attribute or address of theirs, and shows them as they are",
    async (before, after, status) => {
      const pages = await Promise.all(
        [...Array(payloads.length + 1).keys()].map((index) => visit(before + index + after)),
      );
      expect(pages.map((page) => page.status)).toEqual(pages.map(() => status));
      const policies = new Set(pages.map(({ policy }) => policy));
      expect([...policies]).toEqual([
        expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';/),
      ]);
      const [calm, ...found] = await parsePages(
        browser,
        pages.map(({ text }) => text),
      );
      if (!calm) throw new Error("there is one");
      expect(calm.shape.length).toBeGreaterThan(40);
      for (const [index, { shape, addresses, title }] of found.entries()) {
        const text = payloads[index] ?? "";
        expect({ text, shape }).toEqual({ text, shape: calm.shape });
        expect({ text, strange: addresses.filter(isStrange) }).toEqual({ text, strange: [] });
        expect(title).toContain(text.replaceAll("\0", "\uFFFD"));
      }
      const inline = pages.filter(({ text }) => /<style|<script(?![^>]* src="[./\w]+"><\/script>)/.test(text));
      expect(inline).toEqual([]);
    },
    patient,
  );

  test(
    "R9: icon and manifest carry nothing of theirs but the name",
    async () => {
      const known = (await parsePages(browser, [(await visit("/s/pk_0/icon.svg")).text]))[0]?.shape.map(
        (each) => each.split(" ")[0],
      );
      for (const [index, text] of payloads.entries()) {
        const icon = (await visit(`/s/pk_${index + 1}/icon.svg`)).text;
        expect(icon.match(/<(?!\/)[^\s>/]+/g)?.filter((tag) => !known?.includes(tag.slice(1)))).toEqual([]);
        expect(icon).not.toMatch(/\son\w+=|href|javascript/i);
        const manifest = JSON.parse((await visit(`/s/pk_${index + 1}/app.webmanifest`)).text);
        expect(manifest.name).toBe(text);
      }
    },
    patient,
  );

  test.each([
    ["a colour", (text: string) => ({ brand: { accent: text } })],
    ["a colour with something behind it", (text: string) => ({ brand: { accent: `#14507a${text}` } })],
    ["an address to send a mail to", (text: string) => ({ contact: { email: text } })],
    ["a page", (text: string) => ({ privacyPolicy: text })],
    ["a page of terms", (text: string) => ({ terms: text })],
    ["a language", (text: string) => ({ languages: [text] })],
  ])("none of them is %s", (_what, settings) => {
    expect(payloads.filter((text) => BrokerSettings.safeParse(settings(text)).success)).toEqual([]);
  });
});

describe("400 payloads in every part of a trip's address", () => {
  const unreadable = ["A-B-20301213-1100-7", "EGGW-A-20301213-1100-7", "EGGW-KTEB-A-1100-7", "EGGW-KTEB-20301213-A-7"];

  test(
    "R9: a link that cannot be read says nothing of what it said",
    async () => {
      const calm = await visit("/t/pk_0/unreadable");
      for (const text of payloads) {
        for (const path of [text, ...unreadable.map((each) => each.replace("A", () => text)), `${trip}${text}`]) {
          expect(await visit(`/t/pk_0/${encodeURIComponent(path)}`)).toEqual(calm);
        }
      }
    },
    patient,
  );

  test(
    "R9: nor does a currency, a language or a broker that there is not",
    async () => {
      const [calm, nobody] = [await visit(`/t/pk_0/${trip}`), await visit(`/t/pk_nobody/${trip}`)];
      expect([calm.status, nobody.status]).toEqual([200, 404]);
      for (const text of payloads.map(encodeURIComponent)) {
        expect(await visit(`/t/pk_0/${trip}?currency=${text}&lang=${text}&${text}=${text}`)).toEqual(calm);
        expect(await visit(`/t/${text}/${trip}`)).toEqual(nobody);
      }
    },
    patient,
  );
});

function brokerOf(text: string, index: number) {
  const page = `https://broker.example/?${text}`;
  return {
    id: `broker-${index}`,
    name: text,
    embedKeys: [`pk_${index}`],
    origins: [],
    connection: { auth: { kind: "token", token: sandboxConnections.demo.token } },
    settings: {
      contact: { phone: text.slice(0, 40), email: "o'hara+fly@broker.example" },
      languages: ["en-GB", "de"],
      company: { "en-GB": text },
      safety: { text: { de: text } },
      privacyPolicy: page,
      terms: page,
      brand: { shortName: text.slice(0, 13).trim() },
    },
  };
}

async function visit(path: string) {
  const response = await app.request(path);
  const policy = response.headers.get("content-security-policy");
  return { status: response.status, policy, text: await response.text() };
}

function isStrange(address: string): boolean {
  return !/^(https:\/\/broker\.example\/\?|mailto:|tel:[+\d]*$|\.{1,2}\/|\?lang=|#)/.test(address);
}
