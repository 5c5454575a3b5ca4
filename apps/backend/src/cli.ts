// As in `main.ts`: an older Node must get as far as saying what is wrong.
const [major = "0"] = process.versions.node.split(".");
if (Number(major) < 24) {
  process.stderr.write(`Liftline needs Node 24 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const { runCli } = await import("./commands/run-cli.ts");
const { openHost } = await import("./commands/open-host.ts");
process.exitCode = await runCli(process.argv.slice(2), {
  open: openHost,
  write: (text) => void process.stdout.write(text),
  tell: (line) => void process.stderr.write(`${line}\n`),
});
