// The only import-free file: an older Node must get as far as saying what is wrong, so the host is loaded after the check.
const [major = "0"] = process.versions.node.split(".");
if (Number(major) < 24) {
  process.stderr.write(`Liftline needs Node 24 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const { startHost } = await import("./host.ts");
await startHost();
