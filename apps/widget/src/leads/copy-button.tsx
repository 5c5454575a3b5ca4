import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { PlainKey } from "../messages/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";

interface CopyButtonProps {
  text: string;
  label: PlainKey;
  class?: "plain";
}

/** Copies a text; where the browser does not let us, the text is shown, selected, to be copied by hand. */
export function CopyButton({ text, label, ...button }: CopyButtonProps): VNode {
  const { t, announce } = useWidget();
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(t("receipt.copied"));
    } catch {
      prompt(t(label), text);
    }
  }

  return (
    <Button {...button} onClick={copy}>
      {t(copied ? "receipt.copied" : label)}
    </Button>
  );
}
