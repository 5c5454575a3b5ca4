import { sandboxConnections } from "./connections.ts";
import type { LedgerLead, Marketplace } from "./marketplace.ts";
import { sentinels } from "./sentinels.ts";

/** The page for people at `/` of a served sandbox: what has arrived, and how to make things go wrong. */
export function writeLedgerPage(marketplace: Marketplace): string {
  const leads = marketplace.ledger.leads();
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Simulated marketplace: ${leads.length} ${leads.length === 1 ? "lead" : "leads"}</title>
<style>${style}</style>
<main>
<h1>Simulated marketplace</h1>
<p>Everything here is invented. Calls received: ${marketplace.calls().length}. <a href="/ledger.json">The ledger as JSON</a></p>
<h2>Ledger: ${leads.length} ${leads.length === 1 ? "lead" : "leads"}</h2>
${leads.length === 0 ? "<p>Nobody has asked for a flight yet.</p>" : leads.toReversed().map(writeLead).join("\n")}
<h2>Make it fail</h2>
<p>Fly from or to one of these airports (type “sandbox” in the airport field). <code>fail busy</code> in the airport field breaks the
look-up itself. A request from a person called <code>Fail Busy</code> breaks its delivery; <code>Fail Busy Twice</code> only two times,
<code>Fail Lost</code> stores the lead but loses the answer.</p>
<table><thead><tr><th>Airport</th><th>Name</th><th>Word</th><th>What it does</th></tr></thead><tbody>
${sentinels.map(({ code, name, failure, does }) => `<tr><td>${code}</td><td>${name}</td><td>${failure}</td><td>${does}</td></tr>`).join("\n")}
</tbody></table>
<h2>Sell</h2>
<p>Whoever answers requests, uploads schedules or publishes empty legs names an aircraft of its own.</p>
${[sandboxConnections.seller, sandboxConnections.otherSeller].map((seller) => writeFleet(seller, marketplace)).join("\n")}
<h2>Weekly reset</h2>
<form method="post" action="/reset"><button>Forget everything</button></form>
</main>
</html>`;
}

type Seller = (typeof sandboxConnections)["seller" | "otherSeller"];

function writeFleet(seller: Seller, marketplace: Marketplace): string {
  const fleet = marketplace.fleet(seller);
  const tails = fleet.map(({ aircraftTail, aircraftType }) => `<code>${aircraftTail}</code> ${aircraftType}`);
  return `<details><summary><code>${seller.token}</code> markets ${fleet.length} aircraft</summary>${tails.join(" · ")}</details>`;
}

function writeLead(lead: LedgerLead): string {
  const { name, emailAddresses = [], phoneNumbers = [] } = lead.body.leadContactInfo;
  const reach = [
    ...emailAddresses.map(({ emailAddress }) => emailAddress),
    ...phoneNumbers.map(({ phoneNumber }) => phoneNumber),
  ];
  const ids = [...lead.sellerQuoteIds, ...lead.inquiryLift.map((lift) => JSON.stringify(lift))];
  const options = lead.options.map(
    ({ aircraftCategory, aircraftType }, index) =>
      `<li>${escape([aircraftType, aircraftCategory].filter(Boolean).join(", "))} <code>${escape(ids[index] ?? "")}</code></li>`,
  );
  return `<article>
<h3>${escape(name)} <small>${escape(lead.tripId)}</small></h3>
<p>${escape(reach.join(" · "))}</p>
<ul>${options.join("")}</ul>
${lead.body.leadMessage ? `<blockquote>${escape(lead.body.leadMessage)}</blockquote>` : ""}
<p><small>${escape(lead.connection)} · ${escape(lead.receivedAt)} · search ${escape(lead.searchId ?? "–")} · client ${escape(lead.body.clientIdentifier)}</small></p>
</article>`;
}

/** Whatever was sent stays text. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 8px; padding: 0.5rem 1rem; margin: 1rem 0; }
blockquote { white-space: pre-wrap; margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid; }
table { border-collapse: collapse; } th, td { text-align: start; padding: 0.2rem 1rem 0.2rem 0; }
small { opacity: 0.7; } h3 { margin: 0.3rem 0; }
`;
