import { describe, expect, test } from "vitest";
import { sampleAsked, sampleLead, sampleLegs, sampleOption } from "../../../../test/lead-content-sample.ts";
import { renderAlert } from "./alert-mail.tsx";
import { renderRequest } from "./request-mail.tsx";

const broker = { name: "Demo Charter" };

describe("the broker's mail about a request", () => {
  test("says who, what they wrote, what they chose and how it came, twice", () => {
    const mail = renderRequest(sampleLead(), broker);
    expect(mail.subject).toBe("New request LL-7K3F9Q: London – New York – London, Sun, 13 Dec 2026");
    for (const said of [mail.text, mail.html]) {
      for (const part of [
        "Jo Smith",
        "jo@example.com",
        "+46 70 123 45 67",
        "Acme",
        "3 large bags",
        "I want to bring my dog.\n\nHe is small.",
      ]) {
        expect(said).toContain(part);
      }
      for (const part of ["€143,000", "€118,500 – €162,000", "Falcon 2000", "2026-12-01 10:00 UTC", "newsletter"]) {
        expect(said).toContain(part);
      }
    }
    expect(mail.html).toContain('href="tel:+46701234567"');
    expect(mail.html).toContain('href="mailto:jo%40example.com"');
  });

  test("shows a price that end-clients do not see, and says that they do not", () => {
    const [option] = sampleLead().options;
    const mail = renderRequest(
      sampleLead({ options: [{ ...option!, shown: { ...option!.shown, price: null } }] }),
      broker,
    );
    for (const said of [mail.text, mail.html]) expect(said).toMatch(/€143,000[^]*not shown to the client/);
  });

  test("names each trip where there are several", () => {
    const leg = sampleOption({ kind: "empty-leg", type: null, amount: 9_000 });
    const other = { ...leg, shown: { ...leg.shown, legs: sampleLegs.slice(1) } };
    expect(renderRequest(sampleLead({ options: [...sampleLead().options, other] }), broker).subject).toBe(
      "New request LL-7K3F9Q: Several trips",
    );
  });

  test.each(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "a\"b'c\\d\n<b>&amp;</b>", "{{7*7}}"])(
    "R9: shows %j as it was written, wherever it was written",
    (text) => {
      const write = (written: string) =>
        renderRequest(
          sampleLead({
            contact: { name: written, email: "jo@example.com", phone: written, title: written, company: written },
            message: written,
            needs: { luggage: written },
            campaign: { [written]: written },
            consent: { privacyPolicy: written, acceptedAt: written },
          }),
          broker,
        );
      const tagsOf = (html: string) => html.match(/<\/?[a-z!][^\s>]*/gi)?.join();
      expect(tagsOf(write(text).html)).toBe(tagsOf(write("plain").html));
      expect(write(text).text).toContain(text);
    },
  );

  test("R6: R21: has no id of the marketplace in it and no seller, whatever stands beside the choice", () => {
    const lead = sampleLead();
    Object.assign(lead.options[0]!, { marketplaceId: "asearchhit-CANARY" });
    Object.assign(lead.options[0]!.shown, { seller: "CANARY", aircraft: { tail: "CANARY" } });
    expect(JSON.stringify(renderRequest(lead, broker))).not.toMatch(/CANARY|asearch/);
  });
});

describe("the broker's mail about a request without options", () => {
  test("says where to and when, in whose words, and that nothing was shown", () => {
    const mail = renderRequest(sampleAsked(), broker);
    expect(mail.subject).toBe(
      "New request LL-7K3F9Q: London (EGGW) – “the grass strip near Ascot” (the client’s words), ZZ42 – London (EGGW), Sun, 13 Dec 2026",
    );
    for (const said of [mail.text, mail.html]) {
      for (const part of [
        "London (EGGW) – “the grass strip near Ascot” (the client’s words)",
        "Sun, 13 Dec 2026 · departure at 11:00 · 4 passengers",
        "ZZ42 – London (EGGW)",
        "Tue, 15 Dec 2026 · Time to be agreed · 3 passengers",
        "The client saw no options",
        "The marketplace was not told",
        "Light jet",
        "none",
        "EUR",
        "I want to bring my dog.",
        "jo@example.com",
      ]) {
        expect(said).toContain(part);
      }
      expect(said).not.toMatch(/What they chose|Prices as the client saw|€|Pets and luggage/);
    }
  });

  test.each(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<b>&amp;</b>", "{{7*7}}", "</title><x>"])(
    "R9: shows the words %j as they were written",
    (words) => {
      const tagsOf = (html: string) => html.match(/<\/?[a-z!][^\s>]*/gi)?.join();
      const mail = renderRequest(sampleAsked(words), broker);
      expect(tagsOf(mail.html)).toBe(tagsOf(renderRequest(sampleAsked("plain"), broker).html));
      expect(mail.text).toContain(`“${words}” (the client’s words)`);
    },
  );

  test("does not let words turn what stands beside them", () => {
    const { text, subject } = renderRequest(sampleAsked("strip \u202Etoc\u2066sA near\u2069"), broker);
    expect(text + subject).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(renderRequest(sampleAsked("מסלול דשא"), broker).text).toContain("“\u2068מסלול דשא\u2069”");
  });

  test("has a subject of a length that can be read, however much was written", () => {
    const { asked } = sampleAsked("a".repeat(200));
    const legs = Array.from({ length: 8 }, () => asked?.[0] ?? []).flat();
    const { subject, text } = renderRequest({ ...sampleAsked(), asked: legs }, broker);
    expect(subject.length).toBeLessThan(200);
    expect(text.match(/a{200}/g)).toHaveLength(8);
  });
});

describe("the broker's mail about a request that does not get through", () => {
  const alert = {
    reference: "LL-7K3F9Q",
    receivedAt: "2026-12-01T10:00:00.000Z",
    reason: "credentials",
    isRetried: true,
  };

  test.each([
    ["marketplace", "the marketplace"],
    ["crm:1", "your CRM"],
    ["email-client", "the client's mailbox"],
    ["email-broker", "your mailbox"],
  ])("says that it did not reach %s (%s), and what is done about it", (channel, place) => {
    const mail = renderAlert({ ...alert, channel }, broker);
    expect(mail.subject).toContain(`Request LL-7K3F9Q has not reached ${place}`);
    expect(mail.text).toContain("We keep trying");
    expect(mail.text).toContain("refuses the connection's credentials");
  });

  test("asks a person where no machine goes on", () => {
    const mail = renderAlert({ ...alert, channel: "crm:0", reason: "http-422", isRetried: false }, broker);
    expect(mail.text).toContain("not be tried again by itself");
    expect(mail.text).toContain("http-422");
  });
});
