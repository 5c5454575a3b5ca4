import { Page, Ways, type PageView } from "./page.tsx";
import { textIn } from "./page-language.ts";

/** A broker's own page, for brokers without a site: the search, whom to call, and what the broker has to say. */
export function HostedPage({ view }: { view: PageView }) {
  const { broker, embedKey, language, t, home } = view;
  const { company, safety } = broker.settings;
  return (
    <Page view={view} title={broker.name} description={t("home.lead")} withSearch>
      <h1>{t("home.title")}</h1>
      <p class="lead">{t("home.lead")}</p>
      <div class="search" id="search">
        <liftline-search embed-key={embedKey} lang={language}>
          <p class="panel fallback">{t("no-script")}</p>
        </liftline-search>
      </div>
      <section class="panel" aria-labelledby="contact">
        <h2 id="contact">{t("contact.title")}</h2>
        <p class="prose">{t("contact.text")}</p>
        <Ways view={view} />
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{t("how.title")}</h2>
        <ol class="steps">
          <li>{t("how.search")}</li>
          <li>{t("how.check")}</li>
          <li>{t("how.decide")}</li>
        </ol>
      </section>
      <OwnText id="company" title={t("company.title", { broker: broker.name })} text={company} view={view} />
      <OwnText id="safety" title={t("safety.title")} text={safety.text} view={view} />
      <script type="module" src={`${home}page.js`} />
    </Page>
  );
}

function OwnText({
  id,
  title,
  text,
  view,
}: {
  id: string;
  title: string;
  text: Parameters<typeof textIn>[0];
  view: PageView;
}) {
  const { language, broker } = view;
  const own = textIn(text, [language, ...broker.settings.languages]);
  if (!own) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="prose" lang={own.language} dir="auto">
        {own.text}
      </p>
    </section>
  );
}
