import { patientSchedule } from "../delivery-schedule.ts";
import type { Channel, ChannelName } from "./channel.ts";
import { LeadContent } from "./lead-content.ts";
import { AlertContent, renderAlert } from "./mail/alert-mail.tsx";
import { confirmationCalendar } from "./mail/confirmation-calendar.ts";
import { ConfirmationContent } from "./mail/confirmation-content.ts";
import { renderConfirmation } from "./mail/confirmation-mail.tsx";
import type { Mailer } from "./mail/mailer.ts";
import { renderRequest } from "./mail/request-mail.tsx";
import type { Outcome } from "../outcome.ts";

export type EmailChannelName = Extract<ChannelName, `email-${string}`>;

/** The mail server said neither yes nor no within that, and is asked again later. Milliseconds. */
const tryMs = 45_000;
const common = { schedule: patientSchedule, tryMs, concurrency: 2 };

/** A mail each; the body of the delivery says what is told, the broker's present configuration where it goes. */
export function createEmailChannels(mailer: Mailer): Record<EmailChannelName, Channel> {
  return {
    "email-client": {
      ...common,
      async send({ id, body }, { broker, signal }) {
        const content = ConfirmationContent.parse(JSON.parse(body));
        const confirmation = renderConfirmation(content, broker);
        const { name, settings } = broker;
        const replyTo = settings.contact.email ?? broker.notify?.email;
        return mailer.send(
          {
            ...confirmation,
            calendar: confirmationCalendar(content, { broker, language: confirmation.language }),
            id,
            to: content.to,
            fromName: name,
            replyTo: replyTo ? { name, address: replyTo } : undefined,
          },
          signal,
        );
      },
    },

    "email-broker": {
      ...common,
      async send({ id, body }, { broker, signal }) {
        if (!broker.notify) return nowhere;
        const lead = LeadContent.parse(JSON.parse(body));
        const { email, name } = lead.contact;
        const replyTo = email ? { name, address: email } : undefined;
        return mailer.send({ ...renderRequest(lead, broker), id, to: broker.notify.email, replyTo }, signal);
      },
    },

    "email-broker-alert": {
      ...common,
      async send({ id, body }, { broker, signal }) {
        if (!broker.notify) return nowhere;
        const alert = AlertContent.parse(JSON.parse(body));
        return mailer.send({ ...renderAlert(alert, broker), id, to: broker.notify.email }, signal);
      },
    },
  };
}

/** Taken out of the configuration since. */
const nowhere: Outcome = { state: "manual", reason: "notify-unset" };
