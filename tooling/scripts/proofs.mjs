// What `npm run reliability` runs and tells. A proof is a test file in its long form; a figure is what that test measured.
const backend = "apps/backend";
const long = { LIFTLINE_KILLS: "long" };

/** In the order of the page. Each needs a negative control in controls.json: an entry whose test is one of its files. */
export const proofs = [
  {
    id: "sqlite-kills",
    promise: "A lead that was acknowledged is never lost and never doubled, whatever kills the process (SQLite)",
    folder: backend,
    files: ["test/crashes/sqlite-kills.test.ts"],
    env: long,
    figure: ({ figures: { "sqlite-kills": kills } }) => `${storm(kills)}; ${resumed(kills)}`,
  },
  {
    id: "postgres-kills",
    promise: "The same with several processes on one PostgreSQL, which is killed as well",
    folder: backend,
    files: ["test/crashes/postgres-kills.test.ts"],
    env: long,
    figure: ({ figures: { "postgres-kills": kills } }) =>
      `${storm(kills)}; ${kills.killedBackends} kills of one of ${kills.replicas} backends, ${kills.killedServers} of the whole ` +
      `server, ${kills.killedConnections} of one process of it; ${resumed(kills)}`,
  },
  {
    id: "workerd-kills",
    promise: "The same on Workers: workerd killed, D1 kept on the disk",
    folder: backend,
    files: ["test/crashes/workerd-kills.test.ts"],
    env: long,
    figure: ({ figures: { "workerd-kills": kills } }) => storm(kills),
  },
  {
    id: "durable",
    promise: "The disk has the lead before the visitor gets the first byte of the 201 (by the order of system calls)",
    folder: backend,
    files: ["test/crashes/durable-before-201.test.ts"],
    env: long,
    figure: ({ figures: { durable } }) =>
      `${durable.leads} answers, ${durable.early} before the log was on the disk; a sync took ${durable.syncMedianMs} ms (median)`,
  },
  {
    id: "frozen",
    promise:
      "A process that was frozen while it sent overwrites nothing when it wakes (SIGSTOP, SQLite and PostgreSQL)",
    folder: backend,
    files: ["test/crashes/frozen.test.ts"],
    env: long,
    figure: ({ figures }) =>
      Object.entries({ SQLite: figures["frozen-sqlite"], PostgreSQL: figures["frozen-postgres"] })
        .map(
          ([name, { frozenS, overwritten, resumedS }]) =>
            `${name}: frozen for ${frozenS} s, ${overwritten} overwritten; another process resumed after ${resumedS} s`,
        )
        .join(". "),
  },
  {
    id: "fault-matrix",
    promise:
      "Whatever the marketplace answers leads to its named state, and then to one lead: three databases, two hosts",
    folder: backend,
    files: ["test/fault-matrix.test.ts", "test/worker/fault-matrix.test.ts"],
    figure: ({ passed }) => `${passed} tests, one for each behaviour and database; all behaviours in workerd in one`,
  },
  {
    id: "same-history",
    promise: "SQLite, PostgreSQL and D1 tell the same history, whatever happens in whatever order",
    folder: backend,
    files: ["test/databases/same-history.test.ts"],
    env: { LIFTLINE_HISTORIES: "1000" },
    figure: ({ output }) => said(output, /\d+ sequences, \d+ steps on each of \d+ databases/),
  },
  {
    id: "histories",
    promise: "Faults, deaths, freezes and jumps of the clock in any order: every lead arrives once, or is a person's",
    folder: backend,
    files: ["test/delivery-histories.test.ts", "test/edge-cases.test.ts"],
    figure: ({ passed }) => `${passed} tests, two of them of random histories`,
  },
  {
    id: "lost",
    promise: "A database that is lost on the way loses and doubles nothing: 503 with `Retry-After`, never a false 201",
    folder: backend,
    files: ["test/databases/lost.test.ts"],
    env: { LIFTLINE_LOSSES_MS: "60000" },
    figure: ({ output }) => said(output, /\d+ leads, \d+ connections cut, \d+ times told to come again/),
  },
  {
    id: "unavailable",
    promise: "A database that is locked, full, read-only or too slow says so, and takes leads again when it can",
    folder: backend,
    files: ["test/databases/postgres.test.ts", "src/database/sqlite-database.test.ts"],
    figure: ({ passed }) => `${passed} tests`,
  },
  {
    id: "drain",
    promise: "10,000 undelivered after six hours drain at 90 % of the allowed rate or more, fair between brokers",
    folder: backend,
    files: ["test/drain.test.ts"],
    figure: ({ passed }) => `${passed} tests in virtual time`,
  },
  {
    id: "budget",
    promise: "Four processes on one database share one call budget",
    folder: backend,
    files: ["test/budget/shared-budget.test.ts"],
    figure: ({ passed }) => `${passed} test with four real processes`,
  },
  {
    id: "webhooks",
    promise: "200 webhooks in parallel, 50 times each: all are taken, no update is lost",
    folder: backend,
    files: ["test/webhook-flood.test.ts"],
    figure: ({ passed }) => `${passed} tests`,
  },
  {
    id: "brokers",
    promise: "Two brokers never see each other's leads: every route, every id",
    folder: backend,
    files: ["test/pair-matrix.test.ts", "test/pair-commands.test.ts"],
    figure: ({ passed }) => `${passed} tests`,
  },
  {
    id: "privacy",
    promise: "Who is erased is gone from every row, and from the bytes of the file",
    folder: backend,
    files: ["test/privacy.test.ts"],
    figure: ({ passed }) => `${passed} tests`,
  },
];

function storm(kills) {
  return (
    `${kills.kills} kills with ${kills.leastUnderWay} requests or more under way: ${kills.acknowledged} leads acknowledged, ` +
    `${kills.lost} lost, ${kills.doubled} doubled; ${kills.lostAnswers} answers of the marketplace lost on purpose, ` +
    `${kills.repeats} requests repeated; ready again after ${kills.readyMedianMs} ms (median); ${kills.seconds} s in all`
  );
}

function resumed(kills) {
  return `${kills.resumed} deliveries of the last killed resumed after ${kills.resumedMedianS} s (median), ${kills.resumedMaxS} s at most`;
}

/** The words of a test that prints its figure; none, and the proof counts as missing. */
function said(output, words) {
  return words.exec(output)?.[0];
}
