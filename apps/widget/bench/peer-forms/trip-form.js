// What both forms share, as most teams write it: React Hook Form checked by zod, texts by i18next. Lookups as our own form makes them.
import { zodResolver } from "@hookform/resolvers/zod";
import i18next from "i18next";
import { useForm } from "react-hook-form";
import { z } from "zod";

const texts = {
  trip: "Trip",
  kinds: { "one-way": "One way", return: "Return", several: "Several legs" },
  from: "From",
  to: "To",
  date: "Date",
  depart: "Departure",
  return: "Return",
  time: "Time",
  undecided: "Not decided",
  passengers: "Passengers",
  submit: "Search aircraft",
  faults: { from: "Choose where you leave from.", to: "Choose where you fly to.", date: "Choose a day." },
};

i18next.init({ lng: "en-GB", fallbackLng: "en-GB", resources: { "en-GB": { translation: texts } } });

export const t = i18next.t.bind(i18next);

export const kinds = ["one-way", "return", "several"];

export const halfHours = Array.from({ length: 48 }, (_, index) => ({
  id: `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`,
}));

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
  return useForm({ resolver: zodResolver(trip), defaultValues });
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
