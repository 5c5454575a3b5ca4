import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import { Icon } from "./icon.tsx";
import { laterIcons } from "./later-icons.ts";

/** The broker, by phone or mail; and what the page itself put between the tags. Always a way on. */
export function Contact(): VNode {
  const { settings, t } = useWidget();
  const { phone, email } = settings?.contact ?? { phone: null, email: null };
  return (
    <div class="contact" part="contact">
      {phone && (
        <a class="button secondary" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
          <Icon name={laterIcons.phone} />
          <span>{t("contact.call", { phone })}</span>
        </a>
      )}
      {email && (
        <a class="button secondary" href={`mailto:${email}`}>
          <Icon name={laterIcons.mail} />
          <span>{t("contact.mail", { email })}</span>
        </a>
      )}
      <slot />
    </div>
  );
}
