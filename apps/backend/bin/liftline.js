#!/usr/bin/env node
// The command's name for npm: what it runs is built by `npm run build`.
await import("../dist/cli.js");
