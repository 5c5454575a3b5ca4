import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { categoryName } from "../messages/category-name.ts";
import { optionName } from "../options/option-name.ts";
import { OptionPhoto } from "../options/option-photo.tsx";
import { OptionPrice } from "../options/option-price.tsx";
import { IconButton } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { laterIcons } from "../ui/later-icons.ts";

interface ChosenOptionsProps {
  options: readonly Option[];
  /** Missing where the choice can no longer be changed. */
  onRemove?: (option: Option) => void;
}

/** The choice, short. */
export function ChosenOptions({ options, onRemove }: ChosenOptionsProps): VNode {
  const { t } = useWidget();
  return (
    <ul class="chosen" role="list">
      {options.map((option) => {
        const name = optionName(t, option);
        return (
          <li key={option.token} class="chosen-item">
            <OptionPhoto photos={option.photos} alt="" />
            <div>
              <p class="chosen-name">
                <bdi>{name}</bdi>
              </p>
              {option.type !== null && <p class="small quiet">{categoryName(t, option.category)}</p>}
              <OptionPrice price={option.price} />
            </div>
            {onRemove && (
              <IconButton
                icon={laterIcons.close}
                label={t("option.remove", { option: name })}
                onClick={() => onRemove(option)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
