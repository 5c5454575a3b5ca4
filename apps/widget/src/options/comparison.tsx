import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { categoryName } from "../messages/category-name.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { laterIcons } from "../ui/later-icons.ts";
import { useWidget } from "../widget-context.ts";
import { aircraftFacts, countOf, seatsOf, stopsOf } from "./option-facts.ts";
import { optionName } from "./option-name.ts";
import { OptionPhoto } from "./option-photo.tsx";
import { OptionPrice } from "./option-price.tsx";
import { flightMinutes } from "./sort-options.ts";

interface ComparisonProps {
  /** In the order in which they were chosen. */
  chosen: readonly Option[];
  choose: (option: Option) => void;
  onClose: () => void;
}

/** The first of the chosen side by side, over the page: what is behind stays as it is. */
export function Comparison({ chosen, choose, onClose }: ComparisonProps): VNode {
  const { t } = useWidget();
  const dialog = useRef<HTMLDialogElement>(null);
  const compared = chosen.slice(0, 4);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  function remove(option: Option): void {
    choose(option);
    // The button goes with its column; one aircraft alone is no comparison.
    if (chosen.length > 2) dialog.current?.querySelector("button")?.focus();
    else dialog.current?.close();
  }

  return (
    <dialog class="compare" part="compare" aria-label={t("compare.open")} ref={dialog} onClose={onClose}>
      <div class="order">
        <h2 class="screen-title">{t("compare.open")}</h2>
        <Button onClick={() => dialog.current?.close()}>{t("compare.close")}</Button>
        <p role="status">{countOf(t, compared.length, chosen.length)}</p>
      </div>
      <Table options={compared} remove={remove} />
    </dialog>
  );
}

interface TableProps {
  options: readonly Option[];
  remove: (option: Option) => void;
}

/** A row for each thing that is known of any. Where all are alike it is quiet. */
function Table({ options, remove }: TableProps): VNode {
  const widget = useWidget();
  const { t, formatDuration } = widget;
  const columns = options.map((option) => {
    const name = optionName(t, option);
    const label = t("option.remove", { option: name });
    return [
      [
        "",
        <>
          <IconButton icon={laterIcons.close} label={label} onClick={() => remove(option)} />
          <OptionPhoto photos={option.photos} alt="" />
        </>,
      ],
      ["", name],
      [t("more.categories"), categoryName(t, option.category)],
      [t("options.sort-price"), option.price && <OptionPrice price={option.price} />],
      [t("options.seats"), seatsOf(t, option)],
      [t("options.sort-time"), `${formatDuration.short(flightMinutes(option))} · ${stopsOf(t, option)}`],
      ...aircraftFacts(option, widget),
    ] as const;
  });
  return (
    <table>
      {columns[0]?.map(([term], row) => {
        const cells = columns.map((column) => column[row]?.[1]);
        const Cell = row === 1 ? "th" : "td";
        return (
          cells.some(Boolean) && (
            <tr class={row > 1 && cells.every((cell) => cell === cells[0]) ? "quiet" : ""}>
              {term ? <th scope="row">{term}</th> : <td />}
              {cells.map((cell, at) => (
                <Cell key={options[at]?.token} scope={row === 1 ? "col" : undefined}>
                  <bdi>{cell || "–"}</bdi>
                </Cell>
              ))}
            </tr>
          )
        );
      })}
    </table>
  );
}
