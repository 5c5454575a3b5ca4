// What both forms share, as most teams write it: React Hook Form checked by zod, texts by i18next. Lookups as our own form makes them.
import { zodResolver } from "@hookform/resolvers/zod";
import i18next from "i18next";
import { useForm } from "react-hook-form";
import { z } from "zod";

const texts = {
  title: "Where would you like to fly?",
  trip: "Trip",
  kinds: { "one-way": "One way", return: "Return", several: "Several legs" },
  from: "From",
  to: "To",
  airport: "City, airport or code",
  swap: "Swap departure and arrival",
  date: "Date",
  today: "Today",
  tomorrow: "Tomorrow",
  depart: "Departure",
  return: "Return",
  time: "Time",
  undecided: "Not decided",
  passengers: "Passengers",
  fewer: "One passenger fewer",
  another: "One passenger more",
  more: "More choices",
  submit: "Search aircraft",
  faults: { from: "Choose where you leave from.", to: "Choose where you fly to.", date: "Choose a day." },
};

i18next.init({ lng: "en-GB", fallbackLng: "en-GB", resources: { "en-GB": { translation: texts } } });

export const t = i18next.t.bind(i18next);

export const kinds = ["one-way", "return", "several"];

export const halfHours = Array.from({ length: 48 }, (_, index) => ({
  id: `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`,
}));

/** What is drawn on the buttons, 20 by 20. */
export const signs = {
  swap: "M4 6h12M13 3l3 3-3 3M16 14H4M7 11l-3 3 3 3",
  calendar: "M3 5h14v12H3ZM3 9h14M7 3v4M13 3v4",
  chevron: "M5 8l5 5 5-5",
  minus: "M4 10h12",
  plus: "M4 10h12M10 4v12",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4ZM13 13l4 4",
};

const trip = z.object({
  kind: z.enum(kinds),
  from: z.string().min(3, t("faults.from")),
  to: z.string().min(3, t("faults.to")),
  date: z.any().refine(Boolean, t("faults.date")),
  returnDate: z.any(),
  time: z.string(),
  passengers: z.number().int().min(1).max(400),
});

export function useTripForm() {
  const defaultValues = { kind: "one-way", from: "", to: "", date: null, returnDate: null, time: "", passengers: 4 };
  const form = useForm({ resolver: zodResolver(trip), defaultValues });
  const swap = () => {
    const { from, to } = form.getValues();
    form.setValue("from", to);
    form.setValue("to", from);
  };
  return { ...form, swap };
}

/** Tells what is found for a text, after three letters and a pause; returns what ends it. */
export function findAirports(typed, tell) {
  if (typed.trim().length < 3) return tell([]);
  const timer = setTimeout(async () => {
    const answer = await fetch(`/airports?query=${encodeURIComponent(typed)}`);
    tell((await answer.json()).airports);
  }, 220);
  return () => clearTimeout(timer);
}
