import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import { Icon, type IconName } from "./icon.tsx";
import { laterIcons } from "./later-icons.ts";

/** The broker, by phone or mail; and what the page itself put between the tags. Always a way on. */
export function Contact(): VNode {
  const { settings, t } = useWidget();
  const phone = settings?.contact.phone;
  const email = settings?.contact.email;
  return (
    <div class="contact" part="contact">
      {phone && (
        <ContactLink href={`tel:${phone.replace(/[^+\d]/g, "")}`} icon={laterIcons.phone}>
          {t("contact.call", { phone })}
        </ContactLink>
      )}
      {email && (
        <ContactLink href={`mailto:${email}`} icon={laterIcons.mail}>
          {t("contact.mail", { email })}
        </ContactLink>
      )}
      <slot />
    </div>
  );
}

interface ContactLinkProps {
  href: string;
  icon: IconName;
  children: string;
}

function ContactLink({ href, icon, children }: ContactLinkProps): VNode {
  return (
    <a class="button secondary" href={href}>
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  );
}
