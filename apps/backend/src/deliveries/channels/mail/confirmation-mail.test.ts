import { BrokerSettings } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { sampleAsked, sampleLead, sampleLegs, sampleOption } from "../../../../test/lead-content-sample.ts";
import type { LeadContent } from "../lead-content.ts";
import { confirmationContent } from "./confirmation-content.ts";
import { catalogues } from "./messages/catalogue.ts";
import { renderConfirmation, type Sender } from "./confirmation-mail.tsx";

const sender: Sender = {
  name: "Demo Charter",
  settings: BrokerSettings.parse({
    contact: { phone: "+44 20 7946 0000", email: "fly@demo-charter.example" },
    privacyPolicy: "https://www.demo-charter.example/privacy?a=1&b=2",
  }),
};

function confirm(changes: Partial<LeadContent> = {}, by: Sender = sender) {
  const content = confirmationContent(sampleLead(changes));
  if (!content) throw new Error("nobody to confirm to");
  return renderConfirmation(content, by);
}

/** What a reader sees of the HTML: no tags, no entities. */
function words(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}

describe("the confirmation", () => {
  test("names the reference, the choice, local times and what happens next, twice", () => {
    const mail = confirm();
    expect(mail.subject).toBe("Demo Charter: Your request LL-7K3F9Q");
    for (const said of [mail.text.replace(/\s+/g, " "), words(mail.html)]) {
      for (const part of ["LL-7K3F9Q", "Falcon 2000", "London – New York", "Sun, 13 Dec 2026", "7 passengers"]) {
        expect(said).toContain(part);
      }
      for (const part of [
        "11:00",
        "7 h 40",
        "13:40",
        "20:30",
        "1 fuel stop",
        "What happens next",
        "local to each airport",
      ]) {
        expect(said).toContain(part);
      }
      expect(said).toMatch(/08:05\s?\+1/);
      expect(said).toContain("fly@demo-charter.example");
      expect(said).toContain("+44 20 7946 0000");
    }
    expect(mail.text).toContain("EGGW 11:00 -- 7 h 40 --> 13:40 KTEB");
  });

  test("R18: shows prices as they were shown, and calls them estimates", () => {
    const mail = confirm();
    for (const said of [mail.text, words(mail.html)]) {
      expect(said).toContain("€143,000");
      expect(said).toContain("€118,500 – €162,000");
      expect(said.match(/Estimate, whole trip/g)).toHaveLength(2);
      expect(said).toContain("can move it");
    }
    const [option] = sampleLead().options;
    const price = { amount: 9_900, currency: "USD", basis: "reservable" as const };
    const firm = confirm({ options: [{ price, shown: { ...option!.shown, price } }] });
    expect(firm.text).toContain("US$9,900 · Price, whole trip");
    expect(firm.text).not.toMatch(/estimate/i);
  });

  test("a price that the broker hides stays hidden", () => {
    const [option] = sampleLead().options;
    const mail = confirm({ options: [{ ...option!, shown: { ...option!.shown, price: null } }] });
    for (const said of [mail.text, words(mail.html)]) {
      expect(said).toContain("Price on request");
      expect(said).not.toContain("143,000");
    }
  });

  test("a time that is open is said to be open, not midnight", () => {
    const [option] = sampleLead().options;
    const legs = sampleLegs.map((leg) => ({ ...leg, timeToBeDecided: true }));
    const mail = confirm({ options: [{ ...option!, shown: { ...option!.shown, legs } }] });
    expect(mail.text).toContain("EGGW -- 7 h 40 --> KTEB");
    expect(mail.text).toContain("Time to be agreed");
    expect(mail.text).not.toMatch(/11:00|local to each airport/);
  });

  test("R23: an empty leg is flexible and to be confirmed, never a timetable", () => {
    const leg = sampleOption({ kind: "empty-leg", type: "Citation XLS+", amount: 9_000 });
    const mail = confirm({ options: [{ ...leg, shown: { ...leg.shown, legs: sampleLegs.slice(0, 1) } }] });
    for (const said of [mail.text, words(mail.html)]) {
      expect(said).toContain("Empty leg, flexible and to be confirmed: not a scheduled flight");
      expect(said).not.toMatch(/11:00|13:40/);
    }
  });

  test("options that fly different trips say each where and when", () => {
    const leg = sampleOption({ kind: "empty-leg", type: "Citation XLS+", amount: 9_000 });
    const mail = confirm({
      options: [...sampleLead().options, { ...leg, shown: { ...leg.shown, legs: sampleLegs.slice(1) } }],
    });
    expect(mail.text.match(/New York – London · Thu, 17 Dec 2026/g)).toHaveLength(3);
  });

  test("speaks Arabic from right to left, with the same digits", () => {
    const mail = confirm({ locale: "ar-AE" });
    expect(mail.language).toBe("ar");
    expect(mail.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail.html).toContain("text-align:right");
    expect(mail.text).toContain("شكرًا لك");
    expect(mail.text).toContain("143,000");
    expect(mail.html).not.toContain('dir="ltr" lang');
  });

  test.each([
    ["ar", ["en-GB"], "ar"],
    ["en-US", ["ar"], "en-US"],
    ["en-AU", ["ar"], "en-GB"],
    ["pt", ["ar"], "pt-BR"],
    ["zh-Hant-TW", ["ar"], "zh"],
    ["de-AT", ["ar"], "de"],
    ["iw", ["ar"], "he"],
    ["ja-JP", ["ar", "en-GB"], "ar"],
    ["ja-JP", ["he"], "he"],
    [null, ["ar"], "ar"],
  ] as const)("to a visitor of %j, by a broker with %j, is in %s", (locale, [language], expected) => {
    const languages = [language];
    expect(confirm({ locale }, { ...sender, settings: { ...sender.settings, languages } }).language).toBe(expected);
  });

  test.each(Object.entries(catalogues))("says the same twice in %s, drawn and plain", (language, catalogue) => {
    const mail = confirm({ locale: language });
    const direction = language === "ar" || language === "he" ? "rtl" : "ltr";
    expect(mail.html).toContain(`<html lang="${language}" dir="${direction}">`);
    for (const key of ["title", "reference", "next.first", "next.second", "next.third"] as const) {
      expect(mail.html).toContain(catalogue[key]);
      expect(mail.text).toContain(catalogue[key]);
    }
    const day = new Intl.DateTimeFormat(language, {
      ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
      ...{ timeZone: "UTC", numberingSystem: "latn" },
    }).format(Date.parse("2026-12-17"));
    expect(mail.html).toContain(day);
    expect(mail.text).toContain(day);
    expect(mail.subject + mail.html + mail.text).not.toMatch(/\{\w+\}|undefined/);
  });

  test("says what happens next in the broker's own words, in the language they are for", () => {
    const texts = { de: { "receipt.first": "<b>Wir</b> rufen Sie an.", "receipt.title": "Danke!" } };
    const by = { ...sender, settings: { ...sender.settings, texts } };
    const mail = confirm({ locale: "de-CH" }, by);
    expect(mail.text).toContain("Danke!\n");
    expect(mail.text).toContain("1. <b>Wir</b> rufen Sie an.\n2. Sie erhalten");
    expect(mail.html).toContain("&lt;b&gt;Wir&lt;/b&gt; rufen Sie an.");
    expect(confirm({ locale: "fr" }, by).text).not.toContain("Wir");
  });

  test("calls categories what the broker calls them on the screen, as text", () => {
    const categoryNames = { "Heavy jet": { de: "<b>Weit</b>flieger" } };
    const by = { ...sender, settings: { ...sender.settings, categoryNames } };
    const mail = confirm({ locale: "de-CH" }, by);
    expect(mail.text).toContain("<b>Weit</b>flieger");
    expect(mail.html).toContain("&lt;b&gt;Weit&lt;/b&gt;flieger");
    expect(confirm({ locale: "fr" }, by).text).not.toContain("Weit");
  });

  test("is made without contact or policy too", () => {
    const mail = confirm({}, { name: "Demo Charter", settings: BrokerSettings.parse({}) });
    expect(mail.text).not.toMatch(/Questions|Privacy/);
    expect(mail.html).not.toMatch(/href=/);
  });

  test("is not made where there is no address", () => {
    const lead = sampleLead();
    expect(confirmationContent({ ...lead, contact: { ...lead.contact, email: null } })).toBeNull();
  });
});

describe("R3: the confirmation", () => {
  test("carries nothing but public fields of the choice, and no word that the visitor wrote", () => {
    const canary = (name: string) => `CANARY-${name}`;
    const lead = sampleLead({
      id: canary("lead-id"),
      contact: {
        name: canary("name"),
        email: "jo@example.com",
        phone: "+1 555 0100",
        title: canary("title"),
        company: canary("company"),
      },
      message: canary("message"),
      needs: { pets: 1, luggage: canary("luggage") },
      campaign: { [canary("key")]: canary("value") },
    });
    const [option] = lead.options;
    // Whatever else should ever stand in an option: it is not taken over.
    Object.assign(option!, { marketplaceId: canary("marketplace"), seller: { name: canary("seller") } });
    Object.assign(option!.shown, {
      operator: canary("operator"),
      tail: canary("tail"),
      aircraft: { registration: canary("registration") },
    });
    const content = confirmationContent(lead);
    const mail = renderConfirmation(content!, sender);
    expect(JSON.stringify([content, mail])).not.toContain("CANARY");
    expect(JSON.stringify(mail)).not.toContain("555 0100");
  });
});

describe("R9: a string in the confirmation", () => {
  const tagsOf = (html: string) => html.match(/<\/?[a-z!][^\s>]*/gi)?.join() ?? "";
  const plain = tagsOf(withStrings("Falcon 2000").html);

  function withStrings(text: string) {
    const [option] = sampleLead().options;
    const [leg] = sampleLegs;
    const shown = {
      ...option!.shown,
      type: text,
      category: text,
      legs: [{ ...leg!, from: { ...leg!.from, city: text } }],
    };
    const contact = { phone: text, email: "fly@demo-charter.example" };
    return confirm({ options: [{ ...option!, shown }] }, { name: text, settings: { ...sender.settings, contact } });
  }

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style><script>alert(1)</script>",
    "<!-- --><b>",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "‮gnp.exe",
    "]]><![CDATA[",
  ])("%j stays text", (text) => {
    const mail = withStrings(text);
    expect(tagsOf(mail.html)).toBe(plain);
    expect(mail.html).not.toMatch(/href="javascript/i);
    expect(mail.text).toContain(text);
  });
});

describe("the confirmation of a request without options", () => {
  test("repeats the trip with its local times, and no price", () => {
    const mail = confirm(sampleAsked());
    for (const said of [mail.text, words(mail.html)]) {
      for (const part of [
        "LL-7K3F9Q",
        "Your trip",
        "London (EGGW) – the place you described",
        "Sun, 13 Dec 2026 · departure at 11:00 · 4 passengers",
        "the place you described – London (EGGW)",
        "Tue, 15 Dec 2026 · Time to be agreed · 3 passengers",
        "Times are local to each airport.",
        "What happens next",
      ]) {
        expect(said).toContain(part);
      }
      expect(said).not.toMatch(/What you asked for|estimate|€/i);
    }
  });

  test("carries nobody's own words and no code of nobody's: the address may be somebody else's", () => {
    const mail = confirm(sampleAsked("win a prize at evil.example"));
    expect(JSON.stringify(mail)).not.toMatch(/prize|evil|ZZ42/);
  });

  test.each(Object.keys(catalogues))("is whole in %s", (locale) => {
    const asked = sampleAsked().asked?.map((leg) => ({ ...leg, timeMeans: "arrival" as const }));
    const mail = confirm({ ...sampleAsked(), locale, asked: asked ?? null });
    expect(mail.language).toBe(locale);
    for (const said of [mail.text, words(mail.html)]) {
      expect(said).not.toMatch(/undefined|[{}]/);
      expect(said).toContain("11:00");
    }
  });
});
