import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTestHarness, type TestHarness } from "wrangler";
import { testConfigFile } from "../harness.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What `wrangler deploy --dry-run` makes. */
export interface WorkerBundle {
  directory: string;
  /** The Worker itself, all of it in one file. */
  code: string;
  /** What Wrangler said. */
  output: string;
  remove(): void;
}

/** What would be uploaded, made without an account or a network. */
export async function buildWorker(): Promise<WorkerBundle> {
  const directory = mkdtempSync(join(tmpdir(), "liftline-worker-"));
  const wrangler = spawn("pnpm", ["exec", "wrangler", "deploy", "--dry-run", "--outdir", directory], {
    cwd: root,
    // Nothing of it is for anybody's home folder, nor for anybody's statistics.
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG_PATH: join(directory, "logs"), CI: "1" },
  });
  let output = "";
  for (const stream of [wrangler.stdout, wrangler.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const [code]: unknown[] = await once(wrangler, "exit");
  if (code !== 0) throw new Error(`wrangler deploy --dry-run failed:\n${output}`);
  return {
    directory,
    code: readFileSync(join(directory, "worker.js"), "utf8"),
    output,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The Worker in workerd, on an empty D1 database with all its tables. `marketplace` is its base URL. */
export async function startWorker(
  { directory }: WorkerBundle,
  { marketplace, ...changes }: { marketplace: string } & Record<string, unknown>,
): Promise<TestHarness> {
  const file = { ...testConfigFile, marketplace: { ...testConfigFile.marketplace, baseUrl: marketplace }, ...changes };
  const harness = createTestHarness({
    workers: [
      {
        configPath: join(root, "wrangler.jsonc"),
        prebuiltWorkerDir: directory,
        vars: { LIFTLINE_CONFIG: JSON.stringify(file) },
        secrets: { LIFTLINE_SECRET: "a test secret of at least 32 characters" },
      },
    ],
  });
  await harness.listen();
  await harness.getWorker().applyD1Migrations("DATABASE");
  return harness;
}

/** `fetch` as a page of that origin has it: the browser adds the origin. */
export function pageFetch(
  worker: {
    fetch(
      path: string,
      init: PageCall,
    ): Promise<Pick<Response, "arrayBuffer" | "status"> & { headers: Iterable<[string, string]> }>;
  },
  origin: string,
): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", origin);
    const { method = "GET", body } = init ?? {};
    const response = await worker.fetch(input instanceof Request ? input.url : input.toString(), {
      method,
      headers: Object.fromEntries(headers),
      ...(typeof body === "string" && { body }),
    });
    return new Response(await response.arrayBuffer(), { status: response.status, headers: [...response.headers] });
  };
}

interface PageCall {
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** The rows that a statement answers, from the Worker's own D1 database. */
export async function askWorker(worker: TestHarness, sql: string): Promise<unknown[]> {
  const { DATABASE } = await worker.getWorker<{ DATABASE: D1 }>().getEnv();
  return (await DATABASE.prepare(sql).all()).results;
}

interface D1 {
  prepare(sql: string): { all(): Promise<{ results: unknown[] }> };
}
