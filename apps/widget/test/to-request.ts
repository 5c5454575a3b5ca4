import { page } from "vitest/browser";
import { mountSearch } from "./mount-search.ts";

/** From a filled form to the request for the first aircraft of the list. */
export async function toRequest(): Promise<void> {
  mountSearch({ from: "EGGW", to: "KTEB", date: "2099-12-13" });
  await page.getByRole("button", { name: "Search aircraft" }).click();
  await page
    .getByRole("button", { name: /^Choose / })
    .first()
    .click();
  await page.getByRole("button", { name: "Continue" }).click();
}
