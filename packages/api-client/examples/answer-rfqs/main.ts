import { createInterface } from "node:readline/promises";
import {
  AvinodeError,
  createEmptyLegs,
  createQuotes,
  createRfqs,
  createTripMessages,
  downloadRfq,
} from "@liftline/api-client/avinode";
import { connectFromEnvironment } from "../connect-from-environment.ts";
import { answerLift } from "./answer-lift.ts";
import { everyRfq } from "./every-rfq.ts";
import { readCommand } from "./read-command.ts";
import { showRfq } from "./show-rfq.ts";

const connection = connectFromEnvironment("Quote Example v1.0");
const rfqs = createRfqs(connection);
const tripMessages = createTripMessages(connection);
const sources = { rfqs, tripMessages, quotes: createQuotes(connection), emptyLegs: createEmptyLegs(connection) };
const terminal = createInterface({ input: process.stdin });
const lines = terminal[Symbol.asyncIterator]();

for await (const { id, canceled } of everyRfq(rfqs)) {
  if (!canceled) await answerRfq(id);
}
terminal.close();

/** Each lift is to be answered or declined, else the buyer sees it as unanswered (C7). */
async function answerRfq(id: string): Promise<void> {
  const all = await downloadRfq(id, sources).catch(tellFailure);
  if (all === undefined) return;
  const open = (all.rfq.sellerLift ?? []).filter(({ sourcingDisplayStatus }) => sourcingDisplayStatus === "Unanswered");
  if (open.length === 0) return;
  for (const line of showRfq(all)) console.log(line);
  for (const lift of open) {
    console.log(
      `   ${lift.aircraftTail ?? lift.aircraftType ?? lift.aircraftCategory ?? "any"}: quote, decline, chat or skip?`,
    );
    await answerOne(all.rfq, lift);
  }
}

async function answerOne(rfq: Parameters<typeof answerLift>[1]["rfq"], lift: Parameters<typeof answerLift>[1]["lift"]) {
  for (;;) {
    const { value = "skip" } = await lines.next();
    const command = readCommand(value);
    if (command?.kind === "skip") return;
    if (command === undefined) {
      console.log("   such as: quote 21500 EUR we bring the dog's bed · decline CREW_NOT_AVAILABLE · chat … · skip");
      continue;
    }
    try {
      console.log(`   ${await answerLift(command, { rfq, lift, by: tripMessages })}`);
      if (command.kind !== "chat") return;
    } catch (error) {
      tellFailure(error);
    }
  }
}

/** One that fails keeps none of the others from being answered. */
function tellFailure(error: unknown): undefined {
  if (!(error instanceof AvinodeError)) throw error;
  // Where `effect` is unknown it may have arrived: look before saying it again.
  console.log(`   not done: ${error.reason} ${error.codes.join(" ")} ${error.effect === "unknown" ? "(perhaps)" : ""}`);
}
