import { expect, test } from "vitest";
import { borrow, lend } from "./one-list.ts";

test("what is lent stands in a list, in one order; what is asked for by name keeps its name", () => {
  expect(lend("const x=1,y=2,z=3;export{x as a,y as b,z as createWidget};", ["b", "a"])).toBe(
    "const x=1,y=2,z=3;export{z as createWidget};export default[y,x];",
  );
  expect(borrow('import{a as q}from"./first.js";q()', "first.js", ["b", "a"])).toBe(
    'import lent from"./first.js";const[,q]=lent;q()',
  );
});

test("what nobody lends ends the build", () => {
  expect(() => lend("export{x as a}", ["b"])).toThrow("does not export");
});
