import type { TargetedSubmitEvent, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestingJourney } from "../journey.ts";
import { Fold } from "../ui/fold.tsx";
import { useFaultFocus } from "../ui/use-fault-focus.ts";
import { useWidget } from "../widget-context.ts";
import { Consent } from "./consent.tsx";
import {
  checkLeadDraft,
  emptyLeadDraft,
  faultsOf,
  type LeadDraft,
  type LeadFaults,
  type LeadField as Name,
} from "./lead-draft.ts";
import { failureWords, LeadFailure } from "./lead-failure.tsx";
import { LeadField } from "./lead-fields.tsx";
import { useSubmitLead } from "./use-submit-lead.ts";

/** Who asks, and what for. */
export function LeadForm({ journey }: { journey: RequestingJourney }): VNode {
  const { t, settings } = useWidget();
  const { sending, failure } = journey;
  const policy = settings?.privacyPolicy ?? null;
  const { pets = true, luggage = true } = settings?.features ?? {};
  const { draft, edit } = useDraft();
  const { form, faults, told, judge, clear } = useFaults(journey);
  const submit = useSubmitLead(journey);
  const [unfolded] = useState(draft.pets > 0 || draft.luggage !== "");
  const fields = {
    draft,
    faults,
    locked: sending,
    edit(changes: Partial<LeadDraft>) {
      edit(changes);
      clear(changes);
    },
  };

  function onSubmit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const found = checkLeadDraft(draft, policy);
    judge(found);
    // What the broker no longer asks for is not sent.
    if (!isFaulty(found)) submit({ ...draft, ...(!pets && { pets: 0 }), ...(!luggage && { luggage: "" }) });
  }

  return (
    <form class="lead-form" ref={form} noValidate onSubmit={onSubmit}>
      <LeadField {...fields} name="name" label="lead.name" control={{ autoComplete: "name", maxLength: 200 }} />
      <div class="lead-pair">
        <LeadField
          {...fields}
          name="email"
          label="lead.email"
          control={{ autoComplete: "email", maxLength: 254, type: "email" }}
        />
        <LeadField
          {...fields}
          name="phone"
          label="lead.phone"
          hint="lead.phone-hint"
          control={{ autoComplete: "tel", maxLength: 40, type: "tel" }}
        />
      </div>
      <LeadField {...fields} name="message" label="lead.message" as="textarea" control={{ maxLength: 4000 }} />
      {(pets || luggage) && (
        <Fold open={unfolded} title={t("lead.more")}>
          <div class="lead-pair">
            {pets && (
              <LeadField {...fields} name="pets" label="lead.pets" control={{ type: "number", inputMode: "numeric" }} />
            )}
            {luggage && <LeadField {...fields} name="luggage" label="lead.luggage" control={{ maxLength: 500 }} />}
          </div>
        </Fold>
      )}
      <Consent {...fields} />
      {failure && told && <LeadFailure told={told} failure={failure} trip={journey.trip} />}
      {told?.[2] !== "search" && (
        <button type="submit" class="button primary" part="submit" aria-disabled={sending}>
          {t(sending ? "lead.sending" : told ? "failed.retry" : "lead.send")}
        </button>
      )}
    </form>
  );
}

/** What is typed is kept as long as the widget is on the page: through the steps and a new search. */
function useDraft(): { draft: LeadDraft; edit: (changes: Partial<LeadDraft>) => void } {
  const { leadDraft } = useWidget();
  const [draft, setDraft] = useState<LeadDraft>(leadDraft.current ?? emptyLeadDraft);
  return {
    draft,
    edit(changes) {
      // A browser may fill in several fields at once.
      setDraft((before) => (leadDraft.current = { ...before, ...changes }));
    },
  };
}

/** Faults beside their fields, ours and the backend's; the focus goes to the first, and that they are there is said. */
function useFaults({ failure, sending }: RequestingJourney) {
  const { t, announce } = useWidget();
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<LeadFaults>({});
  const attend = useFaultFocus(form, isFaulty(faults));
  // A consent that the backend misses is not to be had here: the box was ticked and the policy is another by now, or the
  // settings, and the box with them, did not come.
  const { consent: _, ...found } = faultsOf(failure?.errors ?? []);
  // A failure that is about fields is told beside them.
  const told = failure && !isFaulty(found) ? failureWords(failure) : null;

  useEffect(() => {
    if (sending) announce(t("lead.sending"));
    if (failure) judge(found);
  }, [failure, sending]);

  function judge(next: LeadFaults): void {
    setFaults(next);
    attend();
  }

  /** A fault goes when its field is touched; that is no new verdict, so nothing is said and no focus moves. */
  function clear(changes: Partial<LeadDraft>): void {
    setFaults((before) => {
      const left = { ...before };
      for (const name in changes) delete left[name as Name];
      if ("phone" in changes && left.email === "lead.email-missing") delete left.email;
      return left;
    });
  }

  return { form, faults, told, judge, clear };
}

function isFaulty(faults: LeadFaults): boolean {
  // Old libraries replace Object.keys by one that counts what pages add to all objects.
  return JSON.stringify(faults) !== "{}";
}
