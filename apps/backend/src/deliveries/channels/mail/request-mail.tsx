import type { Child } from "hono/jsx";
import type { LeadContent } from "../lead-content.ts";
import { choiceLines, priceOf, sharedLegs, tripName, type ChoiceLine } from "./choice-lines.ts";
import { choiceText } from "./choice-text.ts";
import { createFormats, type Formats } from "./formats.ts";
import { ChoiceTable } from "./mail-choice.tsx";
import { MailPage, MailSection } from "./mail-page.tsx";
import { look } from "./mail-style.ts";
import { createTranslate, type Translate } from "./messages/translate.ts";
import { block, paragraphs, toDocument, type RenderedMail } from "./rendered-mail.ts";

/** Brokers' staff read English, as in the console. */
const language = "en-GB";

/** A label and what stands beside it. */
interface Fact {
  label: string;
  value: string;
  href?: string;
}

interface View {
  title: string;
  lead: LeadContent;
  contact: Fact[];
  wishes: Fact[];
  background: Fact[];
  trip: string[];
  choices: ChoiceLine[];
}

/** Tells the broker of a new request: who, what they wrote, what they chose. No id of the marketplace is in it (R6). */
export function renderRequest(lead: LeadContent, broker: { name: string }): RenderedMail {
  const t = createTranslate(language);
  const formats = createFormats(language, t);
  const choices = choicesOf(lead, { t, formats });
  const legs = sharedLegs(choices);
  const view: View = {
    title: tripName(legs) || "Several trips",
    lead,
    contact: contactFacts(lead),
    wishes: wishFacts(lead),
    background: backgroundFacts(lead),
    trip: legs.map(({ route, day }, index) => tripLine([route, day], lead.trip.legs[index]?.passengers, t)),
    choices,
  };
  const when = legs[0] ? `, ${legs[0].day}` : "";
  return {
    subject: `New request ${lead.reference}: ${view.title}${when}`,
    html: toDocument(<RequestPage brand={broker.name} view={view} />),
    text: requestText(view),
    language,
  };
}

/** A hidden price is the broker's own: shown here, and said that the end-client did not see it. */
function choicesOf({ options }: LeadContent, telling: { t: Translate; formats: Formats }): ChoiceLine[] {
  return choiceLines(
    options.map(({ shown }) => shown),
    telling,
  ).map((choice, index) => {
    const { shown, price } = options[index] ?? {};
    if (shown?.price || !price) return choice;
    const hidden = priceOf(price, telling);
    return { ...choice, ...hidden, basis: `${hidden.basis}, not shown to the client` };
  });
}

function tripLine(parts: string[], passengers: number | undefined, t: Translate): string {
  return [...parts, ...(passengers === undefined ? [] : [t("trip.passengers", { count: passengers })])].join(" · ");
}

function contactFacts({ contact }: LeadContent): Fact[] {
  const { name, title, company, phone, email } = contact;
  return [
    { label: "Name", value: [title, name].filter(Boolean).join(" ") },
    ...fact("Company", company),
    ...(phone ? [{ label: "Phone", value: phone, href: `tel:${phone.replace(/[^+\d]/g, "")}` }] : []),
    ...(email ? [{ label: "E-mail", value: email, href: `mailto:${encodeURIComponent(email)}` }] : []),
  ];
}

function wishFacts({ needs }: LeadContent): Fact[] {
  return [...fact("Pets", needs?.pets ? `${needs.pets}` : null), ...fact("Luggage", needs?.luggage)];
}

function backgroundFacts({ receivedAt, locale, consent, campaign }: LeadContent): Fact[] {
  return [
    { label: "Received", value: inUtc(receivedAt) },
    ...fact("Language", locale),
    ...fact("Consent", consent && `${consent.privacyPolicy}, ${inUtc(consent.acceptedAt)}`),
    ...Object.entries(campaign ?? {}).map(([label, value]) => ({ label, value })),
  ];
}

/** Of ISO 8601, such as `2026-12-01 10:00 UTC`. */
function inUtc(at: string): string {
  return `${at.slice(0, 16).replace("T", " ")} UTC`;
}

function fact(label: string, value: string | null | undefined): Fact[] {
  return value ? [{ label, value }] : [];
}

function RequestPage({ brand, view }: { brand: string; view: View }) {
  const { title, lead, contact, wishes, background, trip, choices } = view;
  return (
    <MailPage language={language} brand={brand} title={title} preview={`New request from ${lead.contact.name}`}>
      <p class="quiet" style={look.small}>
        New request
      </p>
      <p class="ink" style={look.reference}>
        {lead.reference}
      </p>
      <MailSection heading="Who asks">
        <Facts facts={contact} />
      </MailSection>
      {lead.message && (
        <MailSection heading="Message">
          <Verbatim>{lead.message}</Verbatim>
        </MailSection>
      )}
      {wishes.length > 0 && (
        <MailSection heading="Pets and luggage">
          <Facts facts={wishes} />
        </MailSection>
      )}
      <MailSection heading="What they chose">
        {trip.map((line) => (
          <p class="quiet" style={{ ...look.small, paddingBottom: "8px" }}>
            {line}
          </p>
        ))}
        <ChoiceTable choices={choices} withRoutes={trip.length === 0} direction="ltr" />
        <p class="quiet" style={look.small}>
          Prices as the client saw them, unless marked. Sellers and tail numbers are in the console, not in mails.
        </p>
      </MailSection>
      <MailSection heading="Background">
        <Facts facts={background} />
      </MailSection>
    </MailPage>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0">
      {facts.map(({ label, value, href }) => (
        <tr>
          <td class="quiet" valign="top" style={{ ...look.small, padding: "2px 16px 2px 0", lineHeight: "24px" }}>
            {label}
          </td>
          <td class="ink" style={{ ...look.body, wordBreak: "break-word" }}>
            {href ? (
              <a class="accent" style={look.link} href={href}>
                {value}
              </a>
            ) : (
              <Verbatim>{value}</Verbatim>
            )}
          </td>
        </tr>
      ))}
    </table>
  );
}

/** As it was written, line breaks and all, in whichever direction it runs. */
function Verbatim({ children }: { children: Child }) {
  return (
    <div class="ink" dir="auto" style={{ ...look.body, whiteSpace: "pre-wrap", wordBreak: "break-word" }}>
      {children}
    </div>
  );
}

function requestText({ title, lead, contact, wishes, background, trip, choices }: View): string {
  return paragraphs(
    `New request ${lead.reference}`,
    title,
    block("Who asks", factLines(contact)),
    block("Message", lead.message ? [lead.message] : []),
    block("Pets and luggage", factLines(wishes)),
    block("What they chose", [choiceText(choices, { trip, direction: "ltr" })]),
    "Prices as the client saw them, unless marked. Sellers and tail numbers are in the console, not in mails.",
    block("Background", factLines(background)),
  );
}

function factLines(facts: readonly Fact[]): string[] {
  return facts.map(({ label, value }) => `${label}: ${value}`);
}
