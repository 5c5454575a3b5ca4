#!/usr/bin/env node
import { parseArgs } from "node:util";
import { sandboxApiToken, sandboxConnections } from "./connections.ts";
import { serveMarketplace } from "./serve.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "8788" } } });
const { baseUrl, close } = await serveMarketplace({ port: Number(values.port) });
process.stdout.write(`The simulated marketplace answers at ${baseUrl}
Its ledger:  ${new URL("/", baseUrl).href}
API token:   ${sandboxApiToken}
Bearer:      ${sandboxConnections.demo.token} (buys), ${sandboxConnections.seller.token} (sells)
`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
