import { afterEach, describe, expect, test } from "vitest";
import { createCaller, testNow } from "../test/caller.ts";
import { search } from "../test/trip.ts";
import { createMarketplace, sandboxApiToken, sandboxConnections } from "./index.ts";
import { serveMarketplace } from "./serve.ts";

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(marketplace?: ReturnType<typeof createMarketplace>): Promise<string> {
  const served = await serveMarketplace({ port: 0, ...(marketplace && { marketplace }) });
  closers.push(served.close);
  return served.baseUrl;
}

function headers(stamp = new Date()): Record<string, string> {
  return {
    "X-Avinode-ApiToken": sandboxApiToken,
    Authorization: `Bearer ${sandboxConnections.demo.token}`,
    "X-Avinode-SentTimestamp": stamp.toISOString(),
    "X-Avinode-ApiVersion": "v1.0",
    "X-Avinode-Product": "Liftline v1.0",
  };
}

describe("the served marketplace", () => {
  test("answers over HTTP with links to itself, compressed for those who ask", async () => {
    const baseUrl = await serve();
    const url = `${baseUrl}/airports/search?filter=united`;
    const plain = await fetch(url, { headers: { ...headers(), "Accept-Encoding": "identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toContain(`"href":"${baseUrl}/airports/aport-`);
    const small = await fetch(url, { headers: { ...headers(), "Accept-Encoding": "gzip" } });
    expect(small.headers.get("content-encoding")).toBe("gzip");
    expect(await small.json()).toHaveProperty("data");
  });

  test("breaks the connection at the sentinel, and goes on", async () => {
    const baseUrl = await serve();
    await expect(fetch(`${baseUrl}/airports/search?filter=fail cut`, { headers: headers() })).rejects.toThrow();
    expect((await fetch(`${baseUrl}/airports/search?filter=luton`, { headers: headers() })).status).toBe(200);
  });

  test("what the sandbox does not know is 501", async () => {
    expect((await fetch(`${await serve()}/partnership`)).status).toBe(501);
  });

  test("R9: the ledger page shows a lead and its options, and what was written stays text", async () => {
    const caller = createCaller();
    const { id, hits } = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    const sellerQuoteIds = hits.slice(0, 2).map((hit) => hit.id);
    const leadContactInfo = {
      name: `<img src=x onerror="alert('1')">`,
      emailAddresses: [{ type: "Work", emailAddress: "jo@example.com" }],
    };
    await caller.post("/leads", {
      searchId: id,
      sellerQuoteIds,
      leadContactInfo,
      leadMessage: "</main><script>",
      clientIdentifier: "<b>1",
    });
    const home = new URL("/", await serve(caller.marketplace));
    const page = await fetch(home);
    const html = await page.text();
    expect(html).toContain("Ledger: 1 lead");
    for (const quote of sellerQuoteIds) expect(html).toContain(quote);
    for (const { quote } of hits.slice(0, 2)) expect(html).toContain(quote.lift.aircraftType);
    expect(html).toContain("ZZS5");
    expect(html).not.toMatch(/<img|<script|<b>1/);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await (await fetch(new URL("/ledger.json", home))).json()).toMatchObject({
      leads: [{ searchId: id, sellerQuoteIds }],
    });
  });

  test("the ledger page tells whose tails to quote and upload schedules for, after a reset those of the new fleet", async () => {
    const { marketplace } = createCaller();
    const home = new URL("/", await serve(marketplace));
    const { seller } = sandboxConnections;
    const before = marketplace.fleet(seller).map(({ aircraftTail }) => aircraftTail);
    const html = await (await fetch(home)).text();
    expect(html).toContain(seller.token);
    for (const tail of before) expect(html).toContain(`<code>${tail}</code>`);
    marketplace.reset();
    const [first] = marketplace.fleet(seller);
    expect(before).not.toContain(first?.aircraftTail);
    expect(await (await fetch(home)).text()).toContain(`<code>${first?.aircraftTail}</code>`);
  });

  test("POST /reset empties the ledger", async () => {
    const caller = createCaller();
    const { id, hits } = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    await caller.post("/leads", {
      searchId: id,
      sellerQuoteIds: hits.slice(0, 1).map((hit) => hit.id),
      leadContactInfo: { name: "Jo Smith", phoneNumbers: [{ type: "Work", phoneNumber: "+123456789" }] },
      clientIdentifier: "1",
    });
    const home = new URL("/", await serve(caller.marketplace));
    expect((await fetch(new URL("/reset", home), { method: "POST" })).status).toBe(200);
    expect(await (await fetch(new URL("/ledger.json", home))).json()).toEqual({ leads: [] });
  });

  test("a given marketplace keeps its clock", async () => {
    const marketplace = createMarketplace({ clock: { now: () => testNow } });
    const url = `${await serve(marketplace)}/airports/search?filter=luton`;
    expect((await fetch(url, { headers: headers() })).status).toBe(400);
    expect((await fetch(url, { headers: headers(new Date(testNow)) })).status).toBe(200);
  });
});
