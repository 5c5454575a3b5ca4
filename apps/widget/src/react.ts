import { createElement, type ReactElement, type ReactNode, type Ref } from "react";
import { attributeOf, isAttributeName, type Attributes } from "./attributes.ts";
import type { LiftlineEventName, LiftlineEvents } from "./event-details.ts";

/** `liftline-search-submitted` is heard by `onSearchSubmitted`. */
type HandlerOf<Name> = Name extends `liftline-${infer Rest}` ? `on${Pascal<Rest>}` : never;

type Pascal<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Text>;

type Handlers = {
  [Name in LiftlineEventName as HandlerOf<Name>]?: ((event: CustomEvent<LiftlineEvents[Name]>) => void) | undefined;
};

type AttributeProps = { [Name in keyof Attributes]?: Attributes[Name] | undefined };

export interface LiftlineSearchProps extends AttributeProps, Handlers {
  embedKey: string;
  id?: string | undefined;
  className?: string | undefined;
  ref?: Ref<HTMLElement> | undefined;
  /** What stands there while the widget does not. */
  children?: ReactNode;
}

/**
 * `<liftline-search>` for React 19, on a server too: attributes and events as props. It renders the element and no more; the script
 * tag or `defineLiftline()` brings it to life.
 */
export function LiftlineSearch(props: LiftlineSearchProps): ReactElement {
  return createElement(
    "liftline-search",
    Object.fromEntries(Object.entries(props).map(([name, value]: [string, unknown]) => [propOf(name), value])),
  );
}

/** React hears an element's event by the property `on` + its name. */
function propOf(name: string): string {
  if (isAttributeName(name)) return attributeOf(name);
  return /^on[A-Z]/.test(name)
    ? `onliftline${name.slice(2).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    : name;
}
