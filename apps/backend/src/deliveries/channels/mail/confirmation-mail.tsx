import type { BrokerSettings } from "@liftline/schema";
import { ownTextsIn } from "../../../brokers/own-texts.ts";
import { AskedLegs } from "./asked-legs.tsx";
import { airportName, askedLines, askedTexts, type AskedLine } from "./asked-lines.ts";
import { choiceLines, sharedLegs, type ChoiceLine, type LegLine } from "./choice-lines.ts";
import { choiceText } from "./choice-text.ts";
import type { ConfirmationContent, ConfirmedLeg } from "./confirmation-content.ts";
import { createFormats } from "./formats.ts";
import { ChoiceTable } from "./mail-choice.tsx";
import { MailPage, MailSection } from "./mail-page.tsx";
import { look } from "./mail-style.ts";
import { findLanguage } from "./messages/catalogue.ts";
import { createTranslate, directionOf, type Translate } from "./messages/translate.ts";
import { withOwnWords } from "./own-words.ts";
import { block, paragraphs, toDocument, type RenderedMail } from "./rendered-mail.ts";

/** Whose mail it is, as far as it shows. */
export interface Sender {
  name: string;
  settings: Pick<BrokerSettings, "languages" | "contact" | "privacyPolicy" | "texts" | "categoryNames">;
}

interface View {
  language: string;
  t: Translate;
  sender: Sender;
  content: ConfirmationContent;
  choices: ChoiceLine[];
  /** The legs of a request without options; null where there are options. */
  asked: AskedLine[] | null;
  /** The trip, where all options fly the same one: `London – New York · Sun, 13 Dec 2026 · 7 passengers`. */
  trip: string[];
  hasEstimate: boolean;
}

/** Tells an end-client that the request arrived, in their language: what they asked for, at the prices that were shown (R18). */
export function renderConfirmation(content: ConfirmationContent, sender: Sender): RenderedMail {
  const language = findLanguage([content.locale, ...sender.settings.languages]);
  const t = withOwnWords(createTranslate(language), ownTextsIn(sender.settings, language));
  const formats = createFormats(language, { t, categoryNames: sender.settings.categoryNames });
  const choices = choiceLines(content.options, { t, formats });
  const nameOf = (place: ConfirmedLeg["from"]) => (place ? airportName(place) : t("trip.own-words"));
  const asked = content.asked && askedLines(content.asked, { t, formats, nameOf });
  const trip = sharedLegs(choices).map((leg, index) => tripLine(leg, { t, passengers: content.passengers[index] }));
  const hasEstimate = content.options.some(({ price }) => price?.basis === "estimate");
  const view: View = { language, t, sender, content, choices, asked, trip, hasEstimate };
  return {
    subject: `${sender.name}: ${t("subject", { reference: content.reference })}`,
    html: toDocument(<ConfirmationPage {...view} />),
    text: confirmationText(view),
    language,
  };
}

function tripLine(
  { route, day }: LegLine,
  { t, passengers }: { t: Translate; passengers: number | undefined },
): string {
  return [route, day, ...(passengers === undefined ? [] : [t("trip.passengers", { count: passengers })])].join(" · ");
}

function ConfirmationPage(view: View) {
  const { language, t, sender, content, asked } = view;
  return (
    <MailPage language={language} brand={sender.name} title={t("title")} preview={t("preview")}>
      <p class="quiet" style={look.small}>
        {t("reference")}
      </p>
      <p class="ink" style={look.reference}>
        <bdi>{content.reference}</bdi>
      </p>
      <MailSection heading={t(asked ? "trip" : "choice")}>
        {asked ? <AskedLegs legs={asked} /> : <Choices {...view} />}
        <p class="quiet" style={look.small}>
          {notes(view).join(" ")}
        </p>
      </MailSection>
      <MailSection heading={t("next")}>
        <Steps steps={[t("next.first"), t("next.second"), t("next.third")]} />
      </MailSection>
      <Contact t={t} sender={sender} />
      <div class="row" style={{ ...look.row, marginTop: "32px", paddingBottom: "0" }}>
        <p class="quiet" style={look.small}>
          {t("footer.why", { broker: sender.name })}
        </p>
        {sender.settings.privacyPolicy && (
          <p class="quiet" style={{ ...look.small, paddingTop: "8px" }}>
            <a class="accent" style={look.link} href={sender.settings.privacyPolicy}>
              {t("footer.privacy")}
            </a>
          </p>
        )}
      </div>
    </MailPage>
  );
}

function Choices({ language, choices, trip }: View) {
  return (
    <>
      {trip.map((line) => (
        <p class="quiet" style={{ ...look.small, paddingBottom: "4px" }}>
          {line}
        </p>
      ))}
      <div style={{ height: "8px", lineHeight: "8px", fontSize: "0" }}>{"\u00A0"}</div>
      <ChoiceTable choices={choices} withRoutes={trip.length === 0} direction={directionOf(language)} />
    </>
  );
}

function notes({ t, content, choices, hasEstimate }: View): string[] {
  const hasTimes =
    choices.some(({ legs }) => legs.some(({ departs }) => departs !== null)) ||
    content.asked?.some(({ time }) => time !== null);
  return [...(hasTimes ? [t("leg.times")] : []), ...(hasEstimate ? [t("price.meaning")] : [])];
}

/** Numbers in a table: lists are drawn differently by every mail program. */
function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0">
      {steps.map((step, index) => (
        <tr>
          <td
            class="quiet"
            valign="top"
            style={{ ...look.body, ...look.figures, color: "#59646b", paddingInlineEnd: "12px" }}
          >
            {index + 1}
          </td>
          <td class="ink" style={{ ...look.body, paddingBottom: "8px" }}>
            {step}
          </td>
        </tr>
      ))}
    </table>
  );
}

function Contact({ t, sender }: Pick<View, "t" | "sender">) {
  const { phone, email } = sender.settings.contact;
  if (!phone && !email) return null;
  return (
    <MailSection heading={t("contact")}>
      {phone && (
        <p style={look.body}>
          <a class="accent" style={look.link} href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
            {t("contact.phone", { phone })}
          </a>
        </p>
      )}
      {email && (
        <p style={look.body}>
          <a class="accent" style={look.link} href={`mailto:${email}`}>
            {t("contact.email", { email })}
          </a>
        </p>
      )}
    </MailSection>
  );
}

function confirmationText(view: View): string {
  const { language, t, sender, content, choices, asked, trip } = view;
  const { contact, privacyPolicy } = sender.settings;
  return paragraphs(
    sender.name,
    t("title"),
    `${t("reference")}: ${content.reference}`,
    block(
      t(asked ? "trip" : "choice"),
      asked ? askedTexts(asked) : [choiceText(choices, { trip, direction: directionOf(language) })],
    ),
    notes(view).join(" "),
    block(t("next"), [`1. ${t("next.first")}`, `2. ${t("next.second")}`, `3. ${t("next.third")}`]),
    block(t("contact"), [
      ...(contact.phone ? [t("contact.phone", { phone: contact.phone })] : []),
      ...(contact.email ? [t("contact.email", { email: contact.email })] : []),
    ]),
    t("footer.why", { broker: sender.name }),
    privacyPolicy && `${t("footer.privacy")}: ${privacyPolicy}`,
  );
}
