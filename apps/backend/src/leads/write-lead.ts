import type { LeadRequest, Place } from "@liftline/schema";

/** The lead with every text of the visitor's as they meant it: all of it kept that can be written and read (R9). */
export function writeLead(lead: LeadRequest): LeadRequest {
  const { contact, message, needs } = lead;
  return {
    ...lead,
    ...("trip" in lead && {
      trip: {
        ...lead.trip,
        ...(lead.trip.categories && { categories: lead.trip.categories.map(writtenText) }),
        legs: lead.trip.legs.map((leg) => ({ ...leg, from: writtenPlace(leg.from), to: writtenPlace(leg.to) })),
      },
    }),
    contact: {
      ...contact,
      name: writtenText(contact.name),
      title: written(contact.title),
      company: written(contact.company),
    },
    message: written(message),
    needs: needs && { ...needs, ...(needs.luggage !== undefined && { luggage: writtenText(needs.luggage) }) },
    campaign:
      lead.campaign &&
      Object.fromEntries(Object.entries(lead.campaign).map(([name, value]) => [writtenText(name), writtenText(value)])),
  };
}

function writtenPlace(place: Place): Place {
  return "words" in place ? { words: writtenText(place.words) } : place;
}

function written(text: string | null): string | null {
  return text === null ? null : writtenText(text);
}

/** What no keyboard writes and no screen shows, line breaks and tabs aside. */
// oxlint-disable-next-line no-control-regex -- they are what it is about
const unwritable = /[\0-\x08\v\f\x0e-\x1f\x7f]/g;

/** Line breaks become `\n`; PostgreSQL takes no NUL, and UTF-8 no half of a surrogate pair. */
function writtenText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(unwritable, "");
}
