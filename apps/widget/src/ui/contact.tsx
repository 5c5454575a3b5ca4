import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import { Explanation } from "./explanation.tsx";
import { laterIcons } from "./later-icons.ts";
import { LinkButton } from "./link-button.tsx";

/** The broker, by phone or mail, and in its own words; with neither, what the page itself put between the tags. Always a way on. */
export function Contact(): VNode | null {
  const { settings, t } = useWidget();
  const phone = settings?.contact.phone;
  const email = settings?.contact.email;
  return (
    <div class="contact" part="contact">
      {phone && (
        <LinkButton href={`tel:${phone.replace(/[^+\d]/g, "")}`} icon={laterIcons.phone}>
          {t("contact.call", { phone: phone.replace(/ /g, "\u00a0") })}
        </LinkButton>
      )}
      {email && (
        <LinkButton href={`mailto:${email}`} icon={laterIcons.mail}>
          {t("contact.mail", { email })}
        </LinkButton>
      )}
      {!phone && !email && <slot />}
      {settings?.company && (
        <Explanation title={t("company.title", { name: settings.name })}>{settings.company}</Explanation>
      )}
    </div>
  );
}
