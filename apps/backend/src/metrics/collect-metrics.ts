import type { AvinodeOperation } from "@liftline/api-client/avinode";
import type { Brokers } from "../brokers/brokers.ts";
import type { Clock } from "../clock.ts";
import type { CallCounts } from "./call-counts.ts";
import type { DeliveryFigure, FiguresStore } from "./figures.store.ts";
import type { Metric } from "./write-metrics.ts";

export interface MetricsDependencies {
  figures: FiguresStore;
  callCounts: Pick<CallCounts, "list">;
  brokers: Pick<Brokers, "all">;
  clock: Clock;
}

const budgeted: AvinodeOperation[] = ["airports.search", "searches.create", "leads.create"];
/** Nothing is left to do. */
const settled = new Set(["delivered", "enriched", "delivered_by_hand", "discarded"]);

/** What whoever runs this host has to know: is anything stuck, since when, and why. No person, no id of the marketplace (R6, R8). */
export async function collectMetrics({ figures, callCounts, brokers, clock }: MetricsDependencies): Promise<Metric[]> {
  const environment = brokers.all[0]?.environment ?? "sandbox";
  const deliveries = await figures.deliveries(environment);
  const waiting = await figures.waiting(environment);
  return [
    {
      name: "liftline_deliveries",
      help: "Deliveries by channel and state.",
      type: "gauge",
      samples: deliveries.map(({ broker, channel, state, count }) => ({
        labels: { broker, channel, state },
        value: count,
      })),
    },
    {
      name: "liftline_undelivered_oldest_seconds",
      help: "Age of the oldest delivery that has not arrived, those that wait for a person included.",
      type: "gauge",
      samples: oldestOf(deliveries, clock.now()),
    },
    {
      name: "liftline_notifications_waiting",
      help: "Notifications that are to be looked at.",
      type: "gauge",
      samples: waiting.map(({ broker, count }) => ({ labels: { broker }, value: count })),
    },
    {
      name: "liftline_marketplace_calls_total",
      help: "Calls to the marketplace of this process, by what came of them.",
      type: "counter",
      samples: callCounts.list().map(({ count, ...labels }) => ({ labels, value: count })),
    },
    {
      name: "liftline_marketplace_budget",
      help: "Calls that could go at once, as far as this process knows.",
      type: "gauge",
      samples: brokers.all.flatMap(({ id: broker, marketplace }) =>
        budgeted.map((operation) => ({
          labels: { broker, operation },
          value: marketplace.budget(operation).available,
        })),
      ),
    },
  ];
}

function oldestOf(deliveries: readonly DeliveryFigure[], now: number): Metric["samples"] {
  const open = deliveries.filter(({ state }) => !settled.has(state));
  return [...Map.groupBy(open, ({ broker, channel }) => `${broker}\n${channel}`).values()].flatMap((figures) => {
    const [first] = figures;
    if (!first) return [];
    const oldest = Math.min(...figures.map((figure) => Date.parse(figure.oldest)));
    const seconds = Math.max(0, Math.round((now - oldest) / 1000));
    return [{ labels: { broker: first.broker, channel: first.channel }, value: seconds }];
  });
}
