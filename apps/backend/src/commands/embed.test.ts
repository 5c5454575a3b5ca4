import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../database/open-database.ts";
import { createDependencies } from "../dependencies.ts";
import type { WidgetFile } from "../http/widget-files.ts";
import { searchRoom } from "../pages/search-room.ts";
import { testBroker, testConfig } from "../../test/harness.ts";
import { runCli } from "./run-cli.ts";

function file(text: string): WidgetFile {
  return { body: new TextEncoder().encode(text), type: "text/javascript", etag: `"${text.length}"`, smaller: [] };
}

const loader = "import(`./liftline-a.js`)";
const entry = 'const later=()=>import("./booking-b.js");const say=(l)=>import(`./de-c.js`);';
const widget = new Map([
  ["v1/liftline.js", file("import(`../1.2.3/liftline-a.js`)")],
  ["v1/liftline.json", file('{"pinned":"1.2.3/loader-f.js"}')],
  ["1.2.3/loader-f.js", file(loader)],
  ["1.2.3/liftline-a.js", file(entry)],
  ["1.2.3/booking-b.js", file('import"./shared-d.js"')],
  ["1.2.3/de-c.js", file("de")],
  ["1.2.3/shared-d.js", file('import"./booking-b.js"')],
  ["1.2.3/unused-e.js", file("unused")],
]);

const contacts = { contact: { phone: "+44 20 <7946>", email: "fly@demo.example" } };

interface Setup {
  publicUrl?: string;
  files?: typeof widget;
  settings?: object;
}

async function liftline(line: string, setup: Setup = {}) {
  const { publicUrl = "https://leads.example", files = widget, settings = contacts } = setup;
  const said = { out: "", err: "" };
  const config = testConfig({ ...(publicUrl && { publicUrl }), brokers: [{ ...testBroker, settings }] });
  const code = await runCli(line.split(" "), {
    write: (text) => void (said.out += text),
    tell: (text) => void (said.err += `${text}\n`),
    open: async () =>
      createDependencies(config, { database: await openDatabase({ url: ":memory:" }), widgetFiles: files }),
  });
  return { code, ...said };
}

function sri(text: string): string {
  return `sha384-${createHash("sha384").update(text).digest("base64")}`;
}

describe("liftline embed", () => {
  test("prints both codes, the one that stays current first, each with what it is", async () => {
    const both = await liftline("embed demo");
    const [current, pinned] = [await liftline("embed demo --current"), await liftline("embed demo --pinned")];
    expect(both).toEqual({ code: 0, err: "", out: `${current.out}\n${pinned.out}` });
    expect(await liftline("embed demo --current --pinned")).toEqual(both);
    expect(both.out.match(/<script type="module" src="[^"]+"( integrity="sha384-[^"]{64}")?/g)).toEqual([
      '<script type="module" src="https://leads.example/widget/v1/liftline.js"',
      `<script type="module" src="https://leads.example/widget/1.2.3/loader-f.js" integrity="${sri(loader)}"`,
    ]);
    expect(both.out.match(/<!-- Demo Charter: .*/g)).toEqual([
      "<!-- Demo Charter: the newest version, always -->",
      "<!-- Demo Charter: or, in its place, version 1.2.3 for good, each file by its hash.",
    ]);
  });

  test("prints the code of a broker that stays current alone", async () => {
    expect(await liftline("embed demo --current")).toEqual({
      code: 0,
      err: "",
      out: [
        "<!-- Demo Charter: the newest version, always -->",
        `<style>\n${searchRoom}</style>`,
        '<script type="module" src="https://leads.example/widget/v1/liftline.js"></script>',
        '<liftline-search embed-key="pk_demo">',
        '  <a href="tel:+44207946">+44 20 &#60;7946&#62;</a>',
        '  <a href="mailto:fly@demo.example">fly@demo.example</a>',
        '  <noscript><a href="https://leads.example/s/pk_demo/" lang="en-GB">Private flights, arranged for you</a></noscript>',
        "</liftline-search>",
        "",
      ].join("\n"),
    });
  });

  test("leads to the broker's page with us whoever runs no script, also where there is neither phone nor mail", async () => {
    const inside = async (settings: object, at = "", publicUrl = "https://leads.example") => {
      const { out } = await liftline(`embed demo --current${at}`, { settings, publicUrl });
      return /<liftline-search embed-key="pk_demo">\n(.*)<\/liftline-search>/s.exec(out)?.[1];
    };
    const link = (url: string, lang = "en-GB", title = "Private flights, arranged for you") =>
      `  <noscript><a href="${url}/s/pk_demo/" lang="${lang}">${title}</a></noscript>\n`;
    expect(await inside({})).toBe(link("https://leads.example"));
    expect(await inside({ languages: ["de", "en-GB"] })).toBe(
      link("https://leads.example", "de", "Privatflüge, für Sie organisiert"),
    );
    expect(await inside({}, " --url https://cdn.example/a&b/")).toBe(link("https://cdn.example/a&#38;b"));
    // There is no such page.
    expect(await inside({ hostedPage: false })).toBe("");
    expect(await inside({}, " --url https://cdn.example", "")).toBe("");
  });

  test("pins a version: its loader and all that it may load later, each by its hash", async () => {
    const { out } = await liftline("embed demo --pinned --url https://cdn.example/lift/");
    const base = "https://cdn.example/lift/widget/1.2.3";
    expect(out).toContain(
      `<script type="module" src="${base}/loader-f.js" integrity="${sri(loader)}" crossorigin="anonymous"></script>`,
    );
    const map = /<script type="importmap">(.*)<\/script>/.exec(out)?.[1] ?? "";
    expect(JSON.parse(map).integrity).toEqual({
      [`${base}/liftline-a.js`]: sri(entry),
      [`${base}/booking-b.js`]: sri('import"./shared-d.js"'),
      [`${base}/shared-d.js`]: sri('import"./booking-b.js"'),
      [`${base}/de-c.js`]: sri("de"),
    });
    expect(out).toContain(`'sha256-${createHash("sha256").update(map).digest("base64")}'`);
  });

  test.each([
    ["embed nobody", "the configuration has no broker nobody"],
    ["embed demo demo", "one at a time"],
    ["embed --url javascript:alert(1)", "--url takes an address"],
    ["leads export demo", "positional"],
  ])("%s is not understood", async (line, words) => {
    const { code, err, out } = await liftline(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("needs to know where the backend is, and a built widget to pin", async () => {
    expect(await liftline("embed demo", { publicUrl: "" })).toMatchObject({
      code: 2,
      err: expect.stringContaining("publicUrl"),
    });
    const unbuilt = { files: new Map() };
    const err = expect.stringContaining("no version to pin");
    expect(await liftline("embed demo --pinned", unbuilt)).toEqual({ code: 3, out: "", err });
    const { out } = await liftline("embed demo --current");
    expect(await liftline("embed demo", unbuilt)).toEqual({ code: 0, out, err });
  });
});
