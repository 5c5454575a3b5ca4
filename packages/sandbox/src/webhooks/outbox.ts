import type { StoredLead } from "../leads/create-lead.ts";
import type { State } from "../state.ts";
import { sendNotification } from "./send-notification.ts";
import type { EventType, StoredSettings } from "./settings.ts";

/** A notification on its way. */
export interface OutgoingNotification {
  settingsId: string;
  /** What is sent, every time. */
  body: { id: string; href: string; type: string; tripId?: string };
  /** `lost` after 48 hours (seed 004). */
  state: "waiting" | "consumed" | "lost";
  tries: number;
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** When it is due again where nobody asks for it; not before the last try has run out. */
  nextTryAt: number;
}

const lifeMs = 48 * 60 * 60_000;
const firstPauseMs = 60_000;
const longestPauseMs = 60 * 60_000;

/** Something happened to a lead: whoever wants to know is told. */
export function announceLead(state: State, lead: Pick<StoredLead, "id" | "tripId" | "connection">): void {
  const body = { id: lead.id, href: `${state.baseUrl}/leads/${lead.id}`, type: "leads", tripId: lead.tripId };
  announce(state, { connection: lead.connection, event: "ClientLeads", body });
}

/** Tells every active webhook of a connection's company that asked for the event, at once where notifications leave by themselves. */
export function announce(
  state: State,
  { connection, event, body }: { connection: string; event: EventType; body: OutgoingNotification["body"] },
): void {
  for (const settings of state.webhooks.values()) {
    const { active, eventTypes } = settings.body;
    if (settings.connection !== connection || !active || !eventTypes.includes(event)) continue;
    const notification: OutgoingNotification = {
      settingsId: settings.id,
      body,
      state: "waiting",
      tries: 0,
      createdAt: state.now(),
      nextTryAt: state.now(),
    };
    state.outbox.push(notification);
    if (state.send) void deliver(state, notification, state.send);
  }
}

/** One more round: everything that was not answered with 200 is sent again, all at the same time. */
export async function deliverOutbox(state: State, send: typeof fetch | undefined): Promise<OutgoingNotification[]> {
  const { outbox } = state;
  const sender = send ?? state.send;
  if (!sender) throw new Error("there is no way for notifications to leave");
  const waiting = outbox.filter((notification) => notification.state === "waiting");
  await Promise.all(waiting.map((notification) => deliver(state, notification, sender)));
  return outbox.map((notification) => ({ ...notification }));
}

/** Sends what is due by now, all at the same time: a minute after the first try, then twice as long each time, an hour at most. */
export async function deliverDue(state: State): Promise<void> {
  const { outbox, send } = state;
  if (!send) return;
  const due = outbox.filter(({ state: stage, nextTryAt }) => stage === "waiting" && nextTryAt <= state.now());
  await Promise.all(due.map((notification) => deliver(state, notification, send)));
}

async function deliver(state: State, notification: OutgoingNotification, send: typeof fetch): Promise<void> {
  const settings: StoredSettings | undefined = state.webhooks.get(notification.settingsId);
  if (state.now() - notification.createdAt > lifeMs) notification.state = "lost";
  if (notification.state !== "waiting" || !settings?.body.active) return;
  notification.nextTryAt = state.now() + Math.min(longestPauseMs, firstPauseMs * 2 ** notification.tries);
  notification.tries += 1;
  const isConsumed = await sendNotification({ settings: settings.body, body: notification.body, send, state });
  if (isConsumed) notification.state = "consumed";
}
