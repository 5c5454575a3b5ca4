import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** A port that nobody listens on, for somebody who is started again and again on the same one. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("it listens on no port");
  return address.port;
}
