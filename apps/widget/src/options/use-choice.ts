import type { Option } from "@liftline/schema";
import { useMemo, useRef, useState } from "preact/hooks";
import { chosenOptions, MAX_CHOSEN, type JourneyAt } from "../journey.ts";
import { toggled } from "../toggled.ts";
import { useWidget } from "../widget-context.ts";
import { optionName } from "./option-name.ts";

interface Choice {
  /** In the order in which they were chosen. */
  chosen: readonly Option[];
  /** Chooses, or takes out again; never another function, so that no card is drawn for it. */
  choose: (option: Option) => void;
  /** True after a try to choose one more than fits. */
  full: boolean;
}

/** Choosing, told to eyes and ears. */
export function useChoice({ answer, chosen }: Pick<JourneyAt<"choosing">, "answer" | "chosen">): Choice {
  const { t, dispatch, announce } = useWidget();
  const [full, setFull] = useState(false);
  const tokens = useRef(chosen);
  tokens.current = chosen;

  const choose = useMemo(
    () => (option: Option) => {
      const taken = tokens.current.includes(option.token);
      const over = !taken && tokens.current.length >= MAX_CHOSEN;
      setFull(over);
      if (over) return announce(t("tray.full", { limit: MAX_CHOSEN }));
      dispatch({ type: "option-toggled", token: option.token });
      // Ahead of the next drawing, so that taps in quick succession are counted right.
      tokens.current = toggled(tokens.current, option.token);
      const said = { option: optionName(t, option), count: tokens.current.length, limit: MAX_CHOSEN };
      announce(t(taken ? "tray.removed" : "tray.added", said));
    },
    [t, dispatch, announce],
  );

  const options = useMemo(() => chosenOptions({ answer, chosen }), [answer, chosen]);
  return { chosen: options, choose, full };
}
