import type { ComponentChildren, VNode } from "preact";
import { categoryName } from "../messages/category-name.ts";
import { toggled } from "../toggled.ts";
import { Icon } from "../ui/icon.tsx";
import { useOffer, type Offered } from "../use-offer.ts";
import { useWidget } from "../widget-context.ts";
import type { MoreChoicesProps } from "./more-choices.tsx";

const timeMeanings = [
  ["departure", "more.departure"],
  ["arrival", "more.arrival"],
] as const;

export function MorePanel({ trip, onEdit }: MoreChoicesProps): VNode {
  const { t, settings } = useWidget();
  const offer = useOffer();
  const currency = settings?.currency;
  return (
    <div class="more" id="more">
      <Group label={t("more.time-means")} offered={trip.timeMeans === "arrival" ? {} : offer("arrivalTime")}>
        {timeMeanings.map(([means, message]) => (
          <Pill
            type="radio"
            name="time-means"
            checked={trip.timeMeans === means}
            onChange={() => onEdit({ timeMeans: means, legs: trip.legs.map((leg) => ({ ...leg, timeMeans: means })) })}
          >
            {t(message)}
          </Pill>
        ))}
      </Group>
      <Group label={t("more.categories")} offered={settings && offer("categories")}>
        <Pill type="checkbox" checked={trip.categories.length === 0} onChange={() => onEdit({ categories: [] })}>
          {t("options.all")}
        </Pill>
        {settings?.categories.map((name) => (
          <Pill
            type="checkbox"
            checked={trip.categories.includes(name)}
            onChange={() => onEdit({ categories: toggled(trip.categories, name) })}
          >
            {categoryName(t, name)}
          </Pill>
        ))}
      </Group>
      <div class="more-row">
        <label class="check">
          <input
            type="checkbox"
            checked={trip.noFuelStops}
            onChange={(event) => onEdit({ noFuelStops: event.currentTarget.checked })}
          />
          <span>{t("options.without-stops")}</span>
        </label>
        {currency && currency.offered.length > 1 && (
          <div class="currency">
            <label class="field-label" for="currency">
              {t("more.currency")}
            </label>
            <span class="select box">
              <select
                id="currency"
                class="value"
                value={trip.currency ?? currency.default}
                onChange={(event) => onEdit({ currency: event.currentTarget.value })}
              >
                {currency.offered.map((code) => (
                  <option value={code}>{code}</option>
                ))}
              </select>
              <Icon name="chevron" />
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

interface GroupProps {
  label: string;
  offered: Offered | null;
  children: ComponentChildren;
}

function Group({ label, offered, children }: GroupProps): VNode | null {
  return (
    offered && (
      <fieldset {...offered}>
        <legend class="field-label">{label}</legend>
        <div class="pills">{children}</div>
      </fieldset>
    )
  );
}

interface PillProps {
  type: "radio" | "checkbox";
  name?: string;
  checked: boolean;
  onChange: () => void;
  children: ComponentChildren;
}

function Pill({ children, ...input }: PillProps): VNode {
  return (
    <label class="pill">
      <input {...input} />
      <span>{children}</span>
    </label>
  );
}
