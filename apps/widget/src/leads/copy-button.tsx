import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PlainKey } from "../messages/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";

interface CopyButtonProps {
  text: string;
  label: PlainKey;
}

/** Copies a text; where the browser does not let us, the text stands in its place, selected, to be copied by hand. */
export function CopyButton({ text, label }: CopyButtonProps): VNode {
  const { t, announce } = useWidget();
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<"copied" | "refused" | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setDone("copied");
      announce(t("receipt.copied"));
    } catch {
      setDone("refused");
    }
  }

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [done]);

  return done === "refused" ? (
    <input class="box" dir="ltr" aria-label={t(label)} readOnly value={text} ref={field} />
  ) : (
    <Button onClick={copy}>{t(done ? "receipt.copied" : label)}</Button>
  );
}
