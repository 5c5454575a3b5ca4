import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startCrmServer, toLoopback, type CrmServer } from "../../../../test/crm-server.ts";
import { createGuardedPushFetch } from "./guarded-push-fetch.ts";
import { PushError } from "./push-error.ts";
import { longestAnswerBytes, type PushAnswer, type PushFetch } from "./push-fetch.ts";
import type { Lookup } from "./push-url.ts";

let crm: CrmServer;
beforeAll(async () => {
  crm = await startCrmServer();
});
afterAll(() => crm.close());
afterEach(() => crm.reset());

const post = (fetch: PushFetch, url: string, signal: AbortSignal = AbortSignal.timeout(5_000)): Promise<PushAnswer> =>
  fetch({ url, headers: { "Content-Type": "application/json" }, body: '{"a":"ü"}', signal });

async function failureOf(pushing: Promise<unknown>): Promise<string> {
  const error = await pushing.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof PushError ? error.reason : `${error}`;
}

const nowhere: Lookup = () => Promise.reject(new Error("ENOTFOUND"));
const forever: Lookup = () => new Promise(() => {});
const halfPrivate: Lookup = () =>
  Promise.resolve([
    { address: "93.184.216.34", family: 4 },
    { address: "10.0.0.1", family: 4 },
  ]);

describe("a push to a host of a broker", () => {
  test("is one POST over TLS, by the name that is in its certificate", async () => {
    const answer = await post(crm.fetch(), crm.url("crm.example", "/hooks?a=1"));
    expect(answer.status).toBe(204);
    expect(crm.seen).toMatchObject([
      { method: "POST", host: `crm.example:${crm.port}`, path: "/hooks?a=1", body: '{"a":"ü"}' },
    ]);
  });

  test("is not sent to whoever has no certificate for the name", async () => {
    expect(await failureOf(post(crm.fetch(), crm.url("other.example")))).toBe("unsent");
    expect(crm.seen).toEqual([]);
  });

  test("follows no redirect", async () => {
    crm.answer = (_request, response) =>
      void response.writeHead(307, { Location: crm.url("crm.example", "/two") }).end();
    const answer = await post(crm.fetch(), crm.url("crm.example", "/one"));
    expect(answer.status).toBe(307);
    expect(crm.seen.map(({ path }) => path)).toEqual(["/one"]);
  });

  test("reads no more of the answer than 64 kB, however much comes", async () => {
    crm.answer = (_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write("x".repeat(65_536)));
        response.once("drain", more);
      };
      more();
    };
    expect((await post(crm.fetch(), crm.url("crm.example"))).text).toHaveLength(longestAnswerBytes);
  });

  test("takes the status for the answer where the body never ends", async () => {
    const abort = new AbortController();
    crm.answer = (_request, response) => {
      response.writeHead(202).write("so far");
      setTimeout(() => abort.abort(), 50);
    };
    expect(await post(crm.fetch(), crm.url("crm.example"), abort.signal)).toMatchObject({
      status: 202,
      text: "so far",
    });
  });

  test("may have arrived where the line breaks after it was sent", async () => {
    crm.answer = (_request, response) => void response.destroy();
    expect(await failureOf(post(crm.fetch(), crm.url("crm.example")))).toBe("ambiguous");
    const abort = new AbortController();
    crm.answer = () => abort.abort();
    expect(await failureOf(post(crm.fetch(), crm.url("crm.example"), abort.signal))).toBe("ambiguous");
  });

  test("has surely not arrived where there is no name, nobody listens or time was up before", async () => {
    expect(await failureOf(post(crm.fetch(nowhere), crm.url("crm.example")))).toBe("unsent");
    expect(await failureOf(post(crm.fetch(), "https://crm.example:1/"))).toBe("unsent");
    expect(await failureOf(post(crm.fetch(forever), crm.url("crm.example"), AbortSignal.timeout(20)))).toBe("unsent");
    expect(await failureOf(post(crm.fetch(), crm.url("crm.example"), AbortSignal.abort()))).toBe("unsent");
  });
});

describe("a name that answers differently each time", () => {
  test("is asked once, and only the address that was judged is connected to", async () => {
    let asked = 0;
    const before = crm.connections();
    // Nobody listens on 127.0.0.2; who asks again is led to the server.
    const rebinding: Lookup = () =>
      Promise.resolve([{ address: (asked += 1) === 1 ? "127.0.0.2" : "127.0.0.1", family: 4 }]);
    const guarded = createGuardedPushFetch({ lookup: rebinding, isOpen: (address) => address === "127.0.0.2" });
    expect(await failureOf(post(guarded, crm.url("crm.example")))).toBe("unsent");
    expect(asked).toBe(1);
    expect(crm.connections() - before).toBe(0);
  });

  test("was open when it was saved and is refused when it is private at the time of sending", async () => {
    const answers = ["93.184.216.34", "127.0.0.1"];
    const lookup: Lookup = () => Promise.resolve([{ address: answers.shift() ?? "127.0.0.1", family: 4 }]);
    await lookup("crm.example");
    expect(await failureOf(post(createGuardedPushFetch({ lookup }), crm.url("crm.example")))).toBe("address");
  });

  test("is refused when one of its addresses is private", async () => {
    expect(await failureOf(post(createGuardedPushFetch({ lookup: halfPrivate }), crm.url("crm.example")))).toBe(
      "address",
    );
  });
});

describe("what leads are never pushed to", () => {
  /** Each is tried against a server on loopback that counts connections; `{port}` is its port. */
  const tricks = [
    // Other schemes
    "http://crm.example:{port}/",
    "HTTP://127.0.0.1:{port}/",
    "ftp://127.0.0.1:{port}/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_POST",
    "data:text/plain,hello",
    "javascript:fetch('https://127.0.0.1:{port}')",
    "ws://127.0.0.1:{port}/",
    "unix:/var/run/docker.sock",
    "//127.0.0.1:{port}/",
    "127.0.0.1:{port}",
    "",
    // This machine, in the spellings of IPv4
    "https://127.0.0.1:{port}/",
    "https://127.0.0.1.:{port}/",
    "https://127.1:{port}/",
    "https://127.0.1:{port}/",
    "https://2130706433:{port}/",
    "https://0x7f000001:{port}/",
    "https://0x7f.0.0.1:{port}/",
    "https://0x7f.1:{port}/",
    "https://017700000001:{port}/",
    "https://0177.0.0.1:{port}/",
    "https://0177.0.0.0x1:{port}/",
    "https://127.0.0.2:{port}/",
    "https://127.255.255.254:{port}/",
    "https://0.0.0.0:{port}/",
    "https://0:{port}/",
    "https://%31%32%37.0.0.1:{port}/",
    "https://127。0。0。1:{port}/",
    "https://①②⑦.0.0.1:{port}/",
    "https://１２７.0.0.1:{port}/",
    // In those of IPv6
    "https://[::1]:{port}/",
    "https://[::]:{port}/",
    "https://[0:0:0:0:0:0:0:1]:{port}/",
    "https://[::ffff:127.0.0.1]:{port}/",
    "https://[::ffff:7f00:1]:{port}/",
    "https://[::127.0.0.1]:{port}/",
    "https://[64:ff9b::127.0.0.1]:{port}/",
    "https://[2002:7f00:1::]:{port}/",
    "https://[fe80::1]:{port}/",
    "https://[fc00::1]:{port}/",
    "https://[fd00:ec2::254]:{port}/",
    "https://[ff02::1]:{port}/",
    "https://[2606:4700::1111]:{port}/",
    // Private networks and metadata
    "https://10.0.0.1:{port}/",
    "https://172.16.0.1:{port}/",
    "https://172.31.255.255:{port}/",
    "https://192.168.1.1:{port}/",
    "https://100.64.0.1:{port}/",
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/latest/meta-data/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://255.255.255.255:{port}/",
    "https://224.0.0.1:{port}/",
    "https://8.8.8.8:{port}/",
    // Names of this machine and this network
    "https://localhost:{port}/",
    "https://LOCALHOST:{port}/",
    "https://localhost.:{port}/",
    "https://crm.localhost:{port}/",
    "https://printer.local:{port}/",
    "https://metadata.google.internal:{port}/",
    "https://db.intranet:{port}/",
    "https://router.lan:{port}/",
    "https://nas.home.arpa:{port}/",
    "https://1.0.0.127.in-addr.arpa:{port}/",
    "https://redis:{port}/",
    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    // A name before the name
    "https://crm.example@127.0.0.1:{port}/",
    "https://crm.example:443@127.0.0.1:{port}/",
    "https://user:word@crm.example:{port}/",
    "https://127.0.0.1:{port}#@crm.example/",
    "https://127.0.0.1:{port}\\@crm.example/",
    "https://crm.example\\@127.0.0.1:{port}/",
    "https:\\\\127.0.0.1:{port}\\",
    "https:/127.0.0.1:{port}/",
    "https:127.0.0.1:{port}",
    "https://crm.example:{port}/#fragment",
    // Splitting
    "https://127.0.0.1:{port}/\r\nHost: crm.example",
    "https://crm.exa\tmple:{port}/",
    "https://crm.example:{port}/ HTTP/1.1\r\nX: y",
    " https://127.0.0.1:{port}/",
    "https://crm.example\u0000.evil.example:{port}/",
    "https://crm%00.example:{port}/",
    "https://-crm.example:{port}/",
    "https://crm_.example:{port}/",
    "https://crm..example:{port}/",
    // Open names whose addresses are not
    "https://localtest.example:{port}/",
    "https://mapped.example:{port}/",
    "https://mapped-hex.example:{port}/",
    "https://six.example:{port}/",
    "https://zone.example:{port}/",
    "https://private.example:{port}/",
    "https://metadata.example:{port}/",
    "https://nat64.example:{port}/",
    "https://sixtofour.example:{port}/",
    "https://teredo.example:{port}/",
    "https://mixed.example:{port}/",
    "https://none.example:{port}/",
    "https://nonsense.example:{port}/",
  ];

  const addresses: Record<string, string[]> = {
    "localtest.example": ["127.0.0.1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "mapped-hex.example": ["::ffff:7f00:1"],
    "six.example": ["::1"],
    "zone.example": ["fe80::1%lo"],
    "private.example": ["192.168.0.10"],
    "metadata.example": ["169.254.169.254"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "sixtofour.example": ["2002:7f00:1::"],
    "teredo.example": ["2001:0:7f00:1::"],
    "mixed.example": ["93.184.216.34", "127.0.0.1"],
    "none.example": [],
    "nonsense.example": ["127.1"],
  };
  const lookup: Lookup = (host) => {
    const found = addresses[host];
    return found
      ? Promise.resolve(found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })))
      : toLoopback(host);
  };

  test("are more than 80", () => expect(tricks.length).toBeGreaterThan(80));

  test.each(tricks)("%j: no connection is made", async (trick) => {
    const before = crm.connections();
    const pushing = post(createGuardedPushFetch({ lookup }), trick.replaceAll("{port}", `${crm.port}`));
    expect(await failureOf(pushing)).toBe("address");
    expect(crm.connections() - before).toBe(0);
  });
});
