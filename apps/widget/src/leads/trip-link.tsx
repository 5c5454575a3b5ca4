import { tripPath } from "@liftline/api-client";
import type { VNode } from "preact";
import { isSearchable, toSearchRequest } from "../searches/to-search-request.ts";
import type { Trip } from "../searches/trip.ts";
import { useWidget } from "../widget-context.ts";
import { CopyButton } from "./copy-button.tsx";

interface TripLinkProps {
  trip: Trip;
  /** As of a button: outlined, or words only. */
  class?: "plain";
}

/** Copies the address that opens the same trip on any device, where the broker offers it. */
export function TripLink({ trip, ...button }: TripLinkProps): VNode | false | undefined {
  const { settings, backend, embedKey, language } = useWidget();
  return (
    settings?.features.tripLink &&
    isSearchable(trip) && (
      <CopyButton
        {...button}
        label="receipt.link"
        text={backend + tripPath({ embedKey, ...toSearchRequest(trip, language) })}
      />
    )
  );
}
