import { startDemo, type Demo } from "./start-demo.ts";

const port = Number(process.env["PORT"] ?? 8787);
const root = new URL("../../../", import.meta.url);

try {
  const demo = await startDemo({ port, root, dataFolder: new URL("data/", root) });
  const answer = await fetch(new URL("/readyz", demo.url));
  if (!answer.ok) throw new Error(`the backend says ${answer.status} to /readyz`);
  console.log(`
  A broker's website:        ${demo.url}
  in Arabic:                 ${demo.url}ar/
  grouped, prices hidden:    ${demo.url}plain/
  own words, price ranges:   ${demo.url}own/
  a page of our own:         ${new URL("/s/pk_demo/", demo.url).href}   (installs as an app)
  a trip to share:           ${new URL("/t/pk_demo/EGGW-LFMN-20301213-1100-4", demo.url).href}
  The simulated marketplace: ${demo.marketplaceUrl}   (its ledger of leads, and airports that make it fail)

  Ctrl-C ends all of it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(demo));
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is taken: PORT=9000 npm start uses another.` : error);
  process.exit(1);
}

async function end(demo: Demo): Promise<void> {
  await demo.close();
  process.exit(0);
}
