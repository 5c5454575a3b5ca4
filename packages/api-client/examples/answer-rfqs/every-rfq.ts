import type { AvinodeRfqs } from "@liftline/api-client/avinode";
import type { AvinodeRfq } from "@liftline/schema/avinode";

/** All of them, oldest first. A page is not all: the newest, which somebody waits for, come last. */
export async function* everyRfq(rfqs: Pick<AvinodeRfqs, "list">): AsyncGenerator<AvinodeRfq> {
  let page = await rfqs.list();
  let last = page.at(-1)?.id;
  while (last !== undefined) {
    yield* page;
    page = await rfqs.list({ after: last });
    const next = page.at(-1)?.id;
    // Who does not know the word would send the same page for ever.
    last = next === last ? undefined : next;
  }
}
