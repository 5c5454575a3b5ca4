import { sandboxApiToken, sandboxConnections } from "@liftline/sandbox";

/** What a host would write into its configuration file, for three invented brokers on the simulated marketplace. */
export function demoConfig(by: {
  port: number;
  marketplaceUrl: string;
  /** What the marketplace signs in with when it notifies us. */
  webhookPassword: string;
}): object {
  const { port, marketplaceUrl, webhookPassword: password } = by;
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  return {
    product: "Liftline Demo v1.0",
    marketplace: { baseUrl: marketplaceUrl, apiToken: sandboxApiToken },
    publicUrl: `http://127.0.0.1:${port}`,
    brokers: [
      {
        id: "demo",
        name: "Demo Charter",
        embedKeys: ["pk_demo"],
        origins,
        connection: { auth: { kind: "token", token: sandboxConnections.demo.token } },
        webhooks: { username: "liftline", password },
        settings: {
          contact: { phone: "+44 20 7946 0018", email: "fly@demo-charter.example" },
          privacyPolicy: `http://localhost:${port}/demo/privacy/`,
          company: {
            "en-GB":
              "Demo Charter is invented. A real broker says here who answers the phone, since when it has been arranging flights, and for whom.",
          },
          safety: {
            text: {
              "en-GB":
                "Every flight is flown by a company with an air operator certificate. Independent bodies such as ARGUS and WYVERN audit many of them; an aircraft's rating is shown with it.",
            },
          },
        },
      },
      {
        id: "plain",
        name: "Plain Aviation",
        embedKeys: ["pk_plain"],
        origins,
        connection: { auth: { kind: "token", token: sandboxConnections.second.token } },
        settings: {
          contact: { phone: "+44 20 7946 0137", email: "desk@plain-aviation.example" },
          currency: { default: "USD", offered: ["USD", "EUR"] },
          groupBy: "type",
          categoryStep: true,
          categoryTexts: { "Light jet": { "en-GB": "For up to eight people and about three hours." } },
          favouriteAirports: ["KTEB", "KVNY", "KOPF"],
          prices: "hidden",
          analytics: { dataLayer: true },
        },
      },
      {
        id: "own",
        name: "Harbour Jets",
        embedKeys: ["pk_own"],
        origins,
        connection: {
          auth: {
            kind: "clientCredentials",
            clientId: sandboxConnections.oauth.clientId,
            clientSecret: sandboxConnections.oauth.clientSecret,
            method: "basic",
          },
        },
        settings: {
          contact: { phone: "+44 20 7946 0174", email: "crew@harbour-jets.example" },
          currency: { default: "GBP", offered: ["GBP", "EUR"] },
          prices: "range",
          commission: { from: "net", percent: 12 },
          safety: {
            minimums: [
              { standard: "ARGUS", level: "Gold" },
              { standard: "WYVERN", level: "Registered" },
            ],
          },
          terms: `http://localhost:${port}/demo/own/#terms`,
          texts: {
            "en-GB": {
              "search.title": "Where shall we take you?",
              "search.submit": "Show me aircraft",
              "lead.title": "Tell us who is asking",
              "lead.send": "Ask Harbour Jets",
            },
          },
        },
      },
    ],
  };
}
