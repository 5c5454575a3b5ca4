import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { FieldFault } from "../ui/field.tsx";
import { Screen } from "../ui/screen.tsx";
import { useFaultFocus } from "../ui/use-fault-focus.ts";
import { useWidget } from "../widget-context.ts";
import type { FaultField } from "./check-trip.ts";
import { withKind } from "./edit-trip.ts";
import { useMoreChoices } from "./more-choices.tsx";
import type { Trip } from "./trip.ts";
import { TripFields } from "./trip-fields.tsx";
import { TripKindField } from "./trip-kind-field.tsx";

interface SearchingScreenProps {
  journey: JourneyAt<"searching">;
  /** True where the visitor came back from a later step. */
  moved: boolean;
}

/** The search form: one card. */
export function SearchingScreen({ journey, moved }: SearchingScreenProps): VNode {
  const widget = useWidget();
  const { t, dispatch, wantLater, stranded } = widget;
  const { trip, faults } = journey;
  const form = useRef<HTMLFormElement>(null);
  const edit = (next: Trip) => dispatch({ type: "trip-edited", trip: next });
  const more = useMoreChoices({ trip, onEdit: (change) => edit({ ...trip, ...change }) });
  const attend = useFaultFocus(form, faults.length > 0);

  function faultOf(leg: number | null, field: FaultField): string | undefined {
    const fault = faults.find((each) => each.leg === leg && each.field === field);
    return fault && t(fault.message);
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const later = await wantLater();
    if (later && !later.submitTrip(trip, widget)) attend();
  }

  return (
    <Screen name="searching" title={t("search.title")} arrived={moved && faults.length === 0}>
      <form
        class="search"
        part="form"
        noValidate
        ref={form}
        onSubmit={submit}
        // Whoever touches the form will soon need the rest.
        onFocusIn={wantLater}
      >
        <TripKindField kind={trip.kind} onPick={(kind) => edit(withKind(trip, kind))} />
        <TripFields trip={trip} faultOf={faultOf} onEdit={edit} />
        {more.panel}
        {stranded && (
          <div role="alert">
            <FieldFault>{t("search.stranded")}</FieldFault>
            <slot />
          </div>
        )}
        <div class="search-foot">
          {more.toggle}
          <Button class="primary" icon="search" type="submit" part="submit">
            {t("search.submit")}
          </Button>
        </div>
      </form>
    </Screen>
  );
}
