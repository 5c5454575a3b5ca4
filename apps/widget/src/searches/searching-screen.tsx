import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { today } from "../format/plain-date.ts";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { FieldFault } from "../ui/field.tsx";
import { Screen } from "../ui/screen.tsx";
import { loadLater } from "../use-later.ts";
import { useWidget } from "../widget-context.ts";
import { checkTrip, type FaultField } from "./check-trip.ts";
import { withKind } from "./edit-trip.ts";
import { useMoreChoices } from "./more-choices.tsx";
import type { Trip } from "./trip.ts";
import { TripFields } from "./trip-fields.tsx";
import { TripKindField } from "./trip-kind-field.tsx";

interface SearchingScreenProps {
  journey: JourneyAt<"searching">;
  /** True where the visitor came back from a later step. */
  moved: boolean;
  /** `busy`: what comes next is on its way · `stranded`: it did not come. */
  state?: "busy" | "stranded";
}

/** The search form: one card. */
export function SearchingScreen({ journey, moved, state }: SearchingScreenProps): VNode {
  const { t, dispatch, now } = useWidget();
  const { trip, faults } = journey;
  const form = useRef<HTMLFormElement>(null);
  const edit = (next: Trip) => dispatch({ type: "trip-edited", trip: next });
  const more = useMoreChoices({ trip, onEdit: (change) => edit({ ...trip, ...change }) });
  const attend = useFaultFocus(form, faults.length);

  function faultOf(leg: number | null, field: FaultField): string | undefined {
    const fault = faults.find((each) => each.leg === leg && each.field === field);
    return fault && t(fault.message);
  }

  function submit(event: Event): void {
    event.preventDefault();
    const found = checkTrip(trip, today(now()));
    if (found.length === 0) return dispatch({ type: "search-submitted", trip });
    attend();
    dispatch({ type: "trip-faulted", faults: found });
  }

  return (
    <Screen name="searching" title={t("search.title")} arrived={moved && faults.length === 0}>
      <form
        class="search"
        part="form"
        noValidate
        autocomplete="off"
        ref={form}
        onSubmit={submit}
        // Whoever touches the form will soon need the rest.
        onFocusIn={() => void loadLater().catch(() => {})}
      >
        <TripKindField kind={trip.kind} onPick={(kind) => edit(withKind(trip, kind))} />
        <TripFields trip={trip} faultOf={faultOf} onEdit={edit} />
        {more.panel}
        {state === "stranded" && (
          <div role="alert">
            <FieldFault>{t("search.stranded")}</FieldFault>
            <slot />
          </div>
        )}
        <div class="search-foot">
          {more.toggle}
          <Button kind="primary" icon="search" type="submit" part="submit" aria-disabled={state === "busy"}>
            {t("search.submit")}
          </Button>
        </div>
      </form>
    </Screen>
  );
}

/** After an attempt, and where the backend sent the visitor back: says how much is wrong and goes to the first fault. */
function useFaultFocus(form: { current: HTMLFormElement | null }, count: number): () => void {
  const { announce, t } = useWidget();
  const due = useRef(count > 0);
  useEffect(() => {
    if (!due.current || count === 0) return;
    due.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    announce(t("fault.count", { count }));
  });
  return () => {
    due.current = true;
  };
}
