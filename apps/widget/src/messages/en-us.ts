import type { Catalogue } from "./catalogue.ts";
import { packTexts } from "./pack-texts.ts";

/** What an American says otherwise; the rest is `en-GB`. */
export const enUS = {
  "trip.return": "Round trip",
  "trip.several": "Multi-leg",
  "option.speed": "Cruise speed",
  "price.answer":
    "The whole aircraft, all legs, and usually its flight to you. Fees, taxes, deicing, catering and availability can change it. You get a firm price first.",
  "contact.mail": "Email {email}",
  "lead.email": "Email",
  "lead.phone-hint": "With country code: +1…",
  "lead.luggage": "Baggage",
  "lead.more": "Pets and baggage",
  "lead.email-missing": "Tell us your email or phone.",
} as const satisfies Partial<Catalogue>;
export const texts = packTexts(enUS);
