import { useMemo, useRef } from "preact/hooks";
import { chosenOptions, type RequestingJourney } from "../journey.ts";
import { readFailure } from "../read-failure.ts";
import { useWidget } from "../widget-context.ts";
import { createAttempts, randomKey } from "./attempts.ts";
import { leadRequest, type LeadDraft } from "./lead-draft.ts";

/** Sends the request. While one is on its way another tap does nothing; a retry is the same attempt, so it is one lead. */
export function useSubmitLead({ answer, chosen }: RequestingJourney): (draft: LeadDraft) => void {
  const { client, dispatch, storage, now, settings, campaign, language } = useWidget();
  const attemptFor = useMemo(() => createAttempts({ storage, now, newKey: randomKey }), [storage, now]);
  const underway = useRef(false);

  return (draft) => {
    if (underway.current) return;
    underway.current = true;
    const occasion = {
      search: answer.search,
      options: chosenOptions({ answer, chosen }),
      privacyPolicy: settings?.privacyPolicy ?? null,
      campaign,
      locale: language,
    };
    // What is sent, but for the moment of consent: that belongs to the attempt, or no two tries would be equal.
    const { key, acceptedAt } = attemptFor(leadRequest(draft, { ...occasion, acceptedAt: "" }));
    dispatch({ type: "lead-sent" });
    client
      .submitLead(leadRequest(draft, { ...occasion, acceptedAt }), { idempotencyKey: key })
      .then(
        (receipt) => dispatch({ type: "lead-received", receipt }),
        (error: unknown) => dispatch({ type: "lead-failed", failure: readFailure(error) }),
      )
      .finally(() => {
        underway.current = false;
      });
  };
}
