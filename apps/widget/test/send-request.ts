import { page } from "vitest/browser";

/** On the request's screen: fills in what must be, and sends it. */
export async function sendRequest(): Promise<void> {
  await page.getByLabelText("Name").fill("Jo Smith");
  await page.getByLabelText("E-mail").fill("jo@example.com");
  await page.getByRole("button", { name: "Send request" }).click();
}
