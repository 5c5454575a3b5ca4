import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { startPostgresServer, type PostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Whoever asks there gets the address of PostgreSQL. */
    postgresDoor: string;
  }
}

/** One PostgreSQL for a whole test run, started when the first test asks for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | undefined;
  const door = createServer((_request, response) => {
    starting ??= startPostgresServer({ settings: { max_connections: "200" } });
    starting.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(door.listen(0, "127.0.0.1"), "listening");
  // What listens on a port has one; only a socket file or nothing at all does not.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { port } = door.address() as AddressInfo;
  project.provide("postgresDoor", `http://127.0.0.1:${port}`);
  return async () => {
    door.close();
    await (await starting?.catch(() => undefined))?.stop();
  };
}
