import { useMemo, useRef } from "preact/hooks";
import { chosenOptions, type RequestingJourney } from "../journey.ts";
import { readFailure } from "../read-failure.ts";
import { toLeadTrip } from "../searches/to-search-request.ts";
import { useWidget } from "../widget-context.ts";
import { createAttempts, randomKey } from "./attempts.ts";
import { saidIn, type LeadDraft } from "./lead-draft.ts";

/** Sends the request. While one is on its way another tap does nothing; a retry is the same attempt, so it is one lead. */
export function useSubmitLead(journey: RequestingJourney): (draft: LeadDraft) => void {
  const { client, dispatch, storage, now, settings, campaign, language } = useWidget();
  const attemptFor = useMemo(() => createAttempts({ storage, now, newKey: randomKey }), [storage, now]);
  const underway = useRef(false);

  return (draft) => {
    if (underway.current) return;
    underway.current = true;
    const search = journey.answer?.search;
    const asked = search ? { search, options: chosenOptions(journey) } : { trip: toLeadTrip(journey.trip) };
    const { key, acceptedAt } = attemptFor(search ?? JSON.stringify(asked));
    const policy = settings?.privacyPolicy;
    const consent = policy ? { privacyPolicy: policy, acceptedAt } : null;
    dispatch({ type: "lead-sent" });
    client
      .submitLead({ ...asked, ...saidIn(draft), consent, campaign, locale: language }, { idempotencyKey: key })
      .then(
        (receipt) => dispatch({ type: "lead-received", receipt }),
        (error: unknown) => dispatch({ type: "lead-failed", failure: readFailure(error) }),
      )
      .finally(() => {
        underway.current = false;
      });
  };
}
