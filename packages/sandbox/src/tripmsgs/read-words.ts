import { unprocessable } from "../http/refusal.ts";

const mostCharacters = 4000;

/** What somebody writes: 4,000 characters at most (reference/createrfq_1). */
export function readWords(text: string | undefined, path: string): string {
  if (Array.from(text ?? "").length > mostCharacters) {
    throw unprocessable("MESSAGE_TOO_LONG", `At most ${mostCharacters} characters`, path);
  }
  return text ?? "";
}
