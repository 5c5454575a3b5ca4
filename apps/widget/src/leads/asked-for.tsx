import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { chosenOptions, type Asked } from "../journey.ts";
import { TripStrips } from "../options/trip-strips.tsx";
import { TripWish } from "../searches/trip-wish.tsx";
import { ChosenOptions } from "./chosen-options.tsx";

interface AskedForProps {
  asked: Asked;
  /** Missing where the choice can no longer be changed. */
  onRemove?: (option: Option) => void;
}

/** What a request is about: the trip, and the choice where there was one. */
export function AskedFor({ asked, onRemove }: AskedForProps): VNode {
  const options = chosenOptions(asked);
  if (!asked.answer) return <TripWish trip={asked.trip} />;
  return (
    <>
      <TripStrips options={options} />
      <ChosenOptions options={options} {...(onRemove && { onRemove })} />
    </>
  );
}
