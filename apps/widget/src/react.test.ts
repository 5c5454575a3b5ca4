import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, expectTypeOf, test } from "vitest";
import { LiftlineSearch, type LiftlineSearchProps } from "./react.ts";

test("on a server it is the element with its attributes and what it stands in for", () => {
  const call = createElement("a", { href: "tel:+442079460018" }, "Call us");
  const props = { embedKey: "pk_demo", from: "EGGW", returnDate: "2099-12-20", passengers: 7, currency: null };
  expect(
    renderToStaticMarkup(createElement(LiftlineSearch, { ...props, className: "wide", onFailed: () => {} }, call)),
  ).toBe(
    '<liftline-search embed-key="pk_demo" from="EGGW" return-date="2099-12-20" passengers="7" class="wide"><a href="tel:+442079460018">Call us</a></liftline-search>',
  );
});

test("an event is heard by the property that React looks for", () => {
  const onOptionsShown = () => {};
  expect(LiftlineSearch({ embedKey: "pk_demo", onOptionsShown }).props).toEqual({
    "embed-key": "pk_demo",
    "onliftline-options-shown": onOptionsShown,
  });
});

test("its props are typed: attributes by their values, handlers by the event's detail", () => {
  type Detail<Name extends keyof LiftlineSearchProps> =
    NonNullable<LiftlineSearchProps[Name]> extends (event: CustomEvent<infer Of>) => void ? Of : never;
  expectTypeOf<Detail<"onLeadSubmitted">>().toEqualTypeOf<{ reference: string; count: number }>();
  expectTypeOf<Detail<"onOptionsShown">>().toEqualTypeOf<{ count: number; currency: string }>();
  expectTypeOf<LiftlineSearchProps["passengers"]>().toEqualTypeOf<number | null | undefined>();
  // @ts-expect-error -- without a key there is no broker
  expect(LiftlineSearch({})).toBeDefined();
  // @ts-expect-error -- no such event
  expect(LiftlineSearch({ embedKey: "pk_demo", onSearched: () => {} })).toBeDefined();
});
