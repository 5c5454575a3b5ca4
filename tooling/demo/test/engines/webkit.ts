import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Engine, Key, OpenEngine, Tab } from "./engine.ts";
import { findProgram } from "./find-program.ts";

const browser = findMiniBrowser();
const needs = [
  ["WebKitWebDriver (webkit2gtk-driver)", findProgram("WebKitWebDriver")],
  ["MiniBrowser", browser],
  ["Xvfb (xvfb)", findProgram("Xvfb")],
] as const;
const missing = needs.flatMap(([name, there]) => (there ? [] : [name]));

/** WebKit's own small browser on a display that nobody sees, by the WebDriver protocol: https://w3.org/TR/webdriver2 */
export const webkit: Engine = {
  name: "WebKit",
  missing: missing.length > 0 ? `there is no ${missing.join(", no ")}` : null,
  fingerless: "its driver takes a finger for a mouse",
  open: openWebkit,
};

async function openWebkit(): Promise<OpenEngine> {
  const display = await startDisplay();
  const desktop = makeDesktop();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name, XDG_CONFIG_HOME: desktop, LANG: "en_GB.UTF-8" },
    stdio: "ignore",
  });
  const call = callerOf(`http://127.0.0.1:${port}`);
  await untilReady(call);
  return {
    version: await call("POST", "/session", options).then(async (session) => {
      const { sessionId, capabilities } = session as Session;
      await call("DELETE", `/session/${sessionId}`);
      return `${capabilities.browserName} ${capabilities.browserVersion}`;
    }),
    async openTab() {
      const { sessionId } = (await call("POST", "/session", options)) as Session;
      return tabOf((method, path, body) => call(method, `/session/${sessionId}${path}`, body));
    },
    async close() {
      await ended(driver);
      await ended(display.server);
      rmSync(desktop, { recursive: true, force: true });
    },
  };
}

interface Session {
  sessionId: string;
  capabilities: { browserName: string; browserVersion: string };
}

type Call = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

const options = {
  capabilities: {
    alwaysMatch: { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } },
  },
};

/** Code points that the protocol gives to keys; those of a chord are held down together. */
const keys: Record<Key, readonly string[]> = {
  Tab: ["\uE004"],
  BackTab: ["\uE008", "\uE004"],
  Enter: ["\uE007"],
  Space: [" "],
  ArrowRight: ["\uE014"],
};

function tabOf(call: Call): Tab {
  const act = (actions: object) => call("POST", "/actions", { actions: [actions] });
  const strike = (chords: (readonly string[])[]) =>
    act({
      ...{ type: "key", id: "keyboard" },
      actions: chords.flatMap((chord) => [
        ...chord.map((value) => ({ type: "keyDown", value })),
        ...chord.toReversed().map((value) => ({ type: "keyUp", value })),
      ]),
    });
  return {
    goTo: async (url) => void (await call("POST", "/url", { url })),
    reload: async () => void (await call("POST", "/refresh", {})),
    ask: async <T>(expression: string) =>
      (await call("POST", "/execute/sync", { script: `return (${expression})`, args: [] })) as T,
    async clickAt(x, y) {
      const actions = [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      await act({ type: "pointer", id: "mouse", actions });
    },
    tapAt: () => Promise.reject(new Error(webkit.fingerless ?? "")),
    resize: async (width) => void (await call("POST", "/window/rect", { width, height: 800 })),
    press: async (key) => void (await strike([keys[key]])),
    type: async (text) => void (await strike(Array.from(text, (each) => [each]))),
    complaints: () => [],
    close: async () => void (await call("DELETE", "")),
  };
}

function callerOf(base: string): Call {
  return async (method, path, body) => {
    const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: { message?: string } | null };
    if (!answer.ok) throw new Error(`WebDriver says ${answer.status} to ${path}: ${value?.message}`);
    return value;
  };
}

async function untilReady(call: Call): Promise<void> {
  for (let left = 600; left > 0; left--) {
    const there = await call("GET", "/status").then(
      () => true,
      () => false,
    );
    if (there) return;
    await pause(100);
  }
  throw new Error("WebKitWebDriver did not start");
}

/** A display of a number that is free. */
async function startDisplay(): Promise<{ name: string; server: ChildProcess }> {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once("data", (data) => resolve(String(data).trim()));
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { name: `:${number}`, server };
}

/** Settings of a desktop where a window can be as narrow as a phone and nothing moves by itself. */
function makeDesktop(): string {
  const folder = mkdtempSync(join(tmpdir(), "liftline-desktop-"));
  for (const toolkit of ["gtk-3.0", "gtk-4.0"]) {
    mkdirSync(join(folder, toolkit));
    // The bar above the page would not be narrower than 447 pixels.
    writeFileSync(join(folder, toolkit, "gtk.css"), "* { min-width: 0; padding: 0; margin: 0; border: none; }");
    writeFileSync(join(folder, toolkit, "settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
  }
  return folder;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.kill()) return;
  await new Promise((resolve) => child.once("exit", resolve));
}

/** It is not on the path: distributions put it where the library keeps its own programs. */
function findMiniBrowser(): string | undefined {
  const libraries = ["/usr/lib", "/usr/libexec", ...subfolders("/usr/lib")];
  return libraries
    .flatMap((folder) =>
      ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map((each) => `${folder}/${each}/MiniBrowser`),
    )
    .find((place) => existsSync(place));
}

function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [`${folder}/${each.name}`] : [],
  );
}
