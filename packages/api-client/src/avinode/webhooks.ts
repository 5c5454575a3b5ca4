import { AvinodeWebhookSettings, type AvinodeWebhookSettingsRequest } from "@liftline/schema/avinode";
import type { AvinodeConnection } from "./connection.ts";
import type { AvinodeCallOptions } from "./options.ts";
import { onlyItem } from "./read-envelope.ts";

/** Where the marketplace sends notifications for this connection's company, and which (`avinode-api.md` B9). */
export interface AvinodeWebhooks {
  /** All settings of the company, other applications' too. What cannot be read is left out. */
  list(options?: AvinodeCallOptions): Promise<AvinodeWebhookSettings[]>;
  create(body: AvinodeWebhookSettingsRequest, options?: AvinodeCallOptions): Promise<AvinodeWebhookSettings>;
  /** Replaces them as a whole, the secret included. There is no way to delete: `active: false` switches off. */
  update(
    id: string,
    body: AvinodeWebhookSettingsRequest,
    options?: AvinodeCallOptions,
  ): Promise<AvinodeWebhookSettings>;
}

const path = "/webhooks/settings";

export function createWebhooks({ send }: AvinodeConnection): AvinodeWebhooks {
  return {
    async list({ signal } = {}) {
      return (await send({ operation: "webhooks.list", method: "GET", path, signal, read: toList })).value;
    },

    async create(body, { signal } = {}) {
      const operation = "webhooks.create";
      return (await send({ operation, method: "POST", path, body, signal, read: toSettings })).value;
    },

    async update(id, body, { signal } = {}) {
      const one = `${path}/${encodeURIComponent(id)}`;
      const operation = "webhooks.update";
      return (await send({ operation, method: "PUT", path: one, body, signal, read: toSettings })).value;
    },
  };
}

function toSettings(data: unknown): AvinodeWebhookSettings | undefined {
  return AvinodeWebhookSettings.safeParse(onlyItem(data)).data;
}

/** One thing or a list of them, whatever the operation (G19); nothing at all where there are none. */
function toList(data: unknown): AvinodeWebhookSettings[] {
  if (data === undefined || data === null) return [];
  return [data].flat().flatMap((item) => AvinodeWebhookSettings.safeParse(item).data ?? []);
}
