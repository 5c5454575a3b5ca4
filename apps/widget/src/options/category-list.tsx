import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { categoryName } from "../messages/category-name.ts";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { OptionPhoto } from "./option-photo.tsx";
import { OptionPrice } from "./option-price.tsx";

interface CategoryListProps {
  /** Each with its options, the cheapest first. */
  groups: readonly [name: string, options: readonly Option[]][];
  onPick: (name: string) => void;
}

/** The step before the options: what kind of aircraft. */
export function CategoryList({ groups, onPick }: CategoryListProps): VNode {
  const { t, settings } = useWidget();
  const texts = new Map(Object.entries(settings?.categoryTexts ?? {}));
  return (
    <ul class="categories" role="list">
      {groups.map(
        ([name, [first, ...others]]) =>
          first && (
            <li class="card" part="card">
              <OptionPhoto photos={first.photos} alt="" />
              <div class="card-words">
                <h3 class="card-title">
                  <bdi>{categoryName(t, name)}</bdi>
                </h3>
                <p class="facts">{t("options.count", { count: others.length + 1 })}</p>
                {texts.has(name) && <p class="small">{texts.get(name)}</p>}
              </div>
              <div class="card-deal">
                <OptionPrice from price={first.price} />
                <Button aria-label={`${t("option.choose")} ${categoryName(t, name)}`} onClick={() => onPick(name)}>
                  {t("option.choose")}
                </Button>
              </div>
            </li>
          ),
      )}
    </ul>
  );
}
