import { directionOf } from "../deliveries/channels/mail/messages/translate.ts";
import type { PageMessage } from "./messages/catalogue.ts";
import { Page, Ways, type PageView } from "./page.tsx";
import { translatePage } from "./messages/catalogue.ts";

/** For a link of a broker's that cannot be read: whom to ask. */
export function UnreadablePage({ view, title }: { view: PageView; title: PageMessage }) {
  const { broker, t } = view;
  return (
    <Page view={view} title={`${t(title)} · ${broker.name}`} description={t("missing.text")} isPrivate>
      <h1>{t(title)}</h1>
      <p class="lead">{t("missing.text")}</p>
      <Ways view={view} />
    </Page>
  );
}

/** For a link of nobody's: there is no broker to ask, and no look to wear. */
export function MissingPage({ language }: { language: string }) {
  const t = translatePage(language);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <title>{t("missing.title")}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <h1>{t("missing.title")}</h1>
        <p>{t("missing.text")}</p>
      </body>
    </html>
  );
}
