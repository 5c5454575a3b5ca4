import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleScript } from "./bundle-script.ts";
import { installPackages, unpackPackage } from "./fetch-package.ts";
import type { Embed } from "./published-embeds.ts";

/** What a visitor downloads, gzip -9. */
export function weigh(code: string | Buffer): number {
  return gzipSync(code, { level: 9 }).length;
}

/** Bytes of one published embed, or why they are not known. */
export type Weight = { bytes: number } | { missing: string };

/** Fetches it into a folder of its own and weighs it: bundled and minified, or as its maker finished it. */
export async function weighEmbed(embed: Embed, folder: string): Promise<Weight> {
  const specifier = `${embed.name}@${embed.version}`;
  try {
    if (embed.code === null)
      return { bytes: weigh(readFileSync(join(unpackPackage(folder, specifier), embed.file ?? ""))) };
    installPackages(folder, [specifier, ...(embed.beside ?? [])]);
    const input = join(folder, "embed.js");
    writeFileSync(input, embed.code);
    return { bytes: weigh(await bundleScript({ root: folder, input })) };
  } catch (error) {
    const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return { missing: line };
  }
}

/** A line of our own sizes. */
export interface OwnWeight {
  name: string;
  /** kB, as printed. */
  kilobytes: number;
  limit: number;
}

/** Our own sizes, counted by the gate of the build and by nobody else. */
export function readOwnWeights(widget: string): OwnWeight[] {
  const printed = sizesOf(widget);
  const line = /^widget (\S+): ([\d.]+) kB gzip of ([\d.]+) kB$/gm;
  return [...printed.matchAll(line)].map(([, name = "", kilobytes, limit]) => ({
    name,
    kilobytes: Number(kilobytes),
    limit: Number(limit),
  }));
}

/** The gate ends with an error where something is too heavy; its lines are there all the same. */
function sizesOf(widget: string): string {
  try {
    return execFileSync("node", ["size.mjs"], { cwd: widget, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}
