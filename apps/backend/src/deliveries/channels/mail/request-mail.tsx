import type { Child } from "hono/jsx";
import type { LeadContent } from "../lead-content.ts";
import { AskedLegs } from "./asked-legs.tsx";
import { askedLines, askedTexts, placeForBroker, type AskedLine } from "./asked-lines.ts";
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
  /** The legs of a request without options; null where there are options. */
  asked: AskedLine[] | null;
  choices: ChoiceLine[];
  /** What is said below the trip and the choice. */
  note: string;
}

const chosenNote =
  "Prices as the client saw them, unless marked. Sellers and tail numbers are in the console, not in mails.";
const askedNote =
  "The client saw no options: nothing was found, or there was no search. Times are local to each place, as written. The marketplace was not told of this request.";

/**
 * Tells the broker of a new request: who, what they wrote, what they chose or where to. No id of the marketplace is in it (R6).
 * Categories have the names by which they are found there, whatever the broker calls them to visitors.
 */
export function renderRequest(lead: LeadContent, broker: { name: string }): RenderedMail {
  const t = createTranslate(language);
  const formats = createFormats(language, { t, categoryNames: {} });
  const choices = choicesOf(lead, { t, formats });
  const legs = sharedLegs(choices);
  const asked = lead.asked && askedLines(lead.asked, { t, formats, nameOf: placeForBroker });
  const view: View = {
    title: shortened(tripName(asked ?? legs)) || "Several trips",
    lead,
    contact: contactFacts(lead),
    wishes: wishFacts(lead),
    background: backgroundFacts(lead),
    trip: legs.map(({ route, day }, index) => tripLine([route, day], lead.trip.legs[index]?.passengers, t)),
    asked,
    choices,
    note: asked ? askedNote : chosenNote,
  };
  const [first] = asked ?? legs;
  const when = first ? `, ${first.day}` : "";
  return {
    subject: `New request ${lead.reference}: ${view.title}${when}`,
    html: toDocument(<RequestPage brand={broker.name} view={view} />),
    text: requestText(view),
    language,
  };
}

/** Eight legs in a visitor's own words are no title. */
function shortened(title: string): string {
  return title.length > 140 ? `${title.slice(0, 139).toWellFormed()}…` : title;
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

function wishFacts({ needs, asked, trip, currency }: LeadContent): Fact[] {
  return [
    ...fact("Pets", needs?.pets ? `${needs.pets}` : null),
    ...fact("Luggage", needs?.luggage),
    ...(asked ? tripFacts(trip, currency) : []),
  ];
}

/** What a search would have been told, and no option tells. */
function tripFacts({ categories, maxFuelStops }: LeadContent["trip"], currency: string): Fact[] {
  return [
    ...fact("Categories", categories?.join(", ")),
    ...fact("Fuel stops", fuelStops(maxFuelStops)),
    ...fact("Currency", currency),
  ];
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

function fuelStops(most: number | null | undefined): string | null {
  if (typeof most !== "number") return null;
  return most === 0 ? "none" : `at most ${most} in each leg`;
}

function RequestPage({ brand, view }: { brand: string; view: View }) {
  const { title, lead, contact, wishes, background, trip, asked, choices, note } = view;
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
        <MailSection heading={wishesHeading(lead)}>
          <Facts facts={wishes} />
        </MailSection>
      )}
      <MailSection heading={choiceHeading(lead)}>
        {trip.map((line) => (
          <p class="quiet" style={{ ...look.small, paddingBottom: "8px" }}>
            {line}
          </p>
        ))}
        {asked ? (
          <AskedLegs legs={asked} />
        ) : (
          <ChoiceTable choices={choices} withRoutes={trip.length === 0} direction="ltr" />
        )}
        <p class="quiet" style={look.small}>
          {note}
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

function wishesHeading({ asked }: LeadContent): string {
  return asked ? "Wishes" : "Pets and luggage";
}

function choiceHeading({ asked }: LeadContent): string {
  return asked ? "Where they want to go" : "What they chose";
}

function requestText({ title, lead, contact, wishes, background, trip, asked, choices, note }: View): string {
  return paragraphs(
    `New request ${lead.reference}`,
    title,
    block("Who asks", factLines(contact)),
    block("Message", lead.message ? [lead.message] : []),
    block(wishesHeading(lead), factLines(wishes)),
    block(choiceHeading(lead), asked ? askedTexts(asked) : [choiceText(choices, { trip, direction: "ltr" })]),
    note,
    block("Background", factLines(background)),
  );
}

function factLines(facts: readonly Fact[]): string[] {
  return facts.map(({ label, value }) => `${label}: ${value}`);
}
