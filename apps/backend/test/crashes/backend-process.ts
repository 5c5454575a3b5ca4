import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { testBroker, testConfigFile } from "../harness.ts";
import { findFreePort } from "./free-port.ts";

/** A backend that is started again whenever it ends, as a supervisor does. */
export interface SupervisedBackend {
  /** Where it takes requests; resolves once it does. */
  listening(): Promise<string>;
  /** Resolves once its process has been started, whether or not it takes requests. */
  started(): Promise<void>;
  /** Kills it as it is: no signal it could hear. Resolves when it is gone; its successor is on its way by then. */
  kill(): Promise<void>;
  /** Signals it, for what does not end it. */
  signal(name: "SIGSTOP" | "SIGCONT"): void;
  /** Milliseconds from each start until it took requests. */
  readyMs: number[];
  /** Everything it has said since it was last started. */
  said(): string;
  /** Kills it for good. */
  end(): Promise<void>;
}

export interface BackendPlace {
  /** Of the build. */
  main: string;
  /** For its configuration file. */
  folder: string;
  databaseUrl: string;
  /** Base URL. */
  marketplace: string;
}

export const backendSecret = "a test secret of at least 32 characters";

/** Nothing is limited: what is counted here is leads, not visitors. */
export function crashConfig(marketplace: string): Record<string, unknown> {
  const plenty = 100_000_000;
  return {
    ...testConfigFile,
    marketplace: { ...testConfigFile.marketplace, baseUrl: marketplace, rate: { perSecond: 100_000, burst: 100_000 } },
    limits: { lookupsPerMinute: plenty, searchesPerMinute: plenty, leadsPerHour: plenty },
    brokers: [testBroker],
  };
}

/** What it is told by its environment, on a port of its own. */
export async function prepareBackend(place: BackendPlace) {
  const port = await findFreePort();
  const config = join(place.folder, `liftline-${port}.json`);
  writeFileSync(config, JSON.stringify(crashConfig(place.marketplace)));
  const environment = {
    PATH: process.env["PATH"],
    PORT: String(port),
    DATABASE_URL: place.databaseUrl,
    LIFTLINE_SECRET: backendSecret,
    LIFTLINE_CONFIG: config,
  };
  return { port, environment };
}

export async function superviseBackend(place: BackendPlace): Promise<SupervisedBackend> {
  const { port, environment } = await prepareBackend(place);
  const readyMs: number[] = [];
  let isEnding = false;
  let life = begin();

  function begin(): Life {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [place.main], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    const begun: Life = { child, exit: once(child, "exit"), listening: Promise.withResolvers(), said: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      begun.said += text;
      if (!begun.said.includes('"host.listening"')) return;
      if (!begun.isListening) readyMs.push(performance.now() - startedAt);
      begun.isListening = true;
      begun.listening.resolve(`http://127.0.0.1:${port}`);
      if (begun.said.length > mostWords) begun.said = begun.said.slice(-mostWords / 2) + '"host.listening"';
    });
    // Whoever starts while the database does not run says so and ends; that is what the supervisor is for.
    child.stderr.setEncoding("utf8").on("data", (text: string) => (begun.said += text));
    void begun.exit.then(() => {
      if (isEnding) return;
      life = begin();
      // Whoever waits for this one waits for the next.
      begun.listening.resolve(life.listening.promise);
    });
    return begun;
  }

  return {
    listening: () => life.listening.promise,
    started: () =>
      new Promise((resolve) => (life.child.pid === undefined ? life.child.once("spawn", resolve) : resolve())),
    async kill() {
      const { child, exit } = life;
      child.kill("SIGKILL");
      await exit;
    },
    signal: (name) => void life.child.kill(name),
    readyMs,
    said: () => life.said,
    async end() {
      isEnding = true;
      life.child.kill("SIGKILL");
      await life.exit;
    },
  };
}

interface Life {
  child: ChildProcess;
  exit: Promise<unknown[]>;
  listening: PromiseWithResolvers<string>;
  isListening?: boolean;
  said: string;
}

const mostWords = 200_000;
