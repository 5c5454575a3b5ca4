import type { Child } from "hono/jsx";
import type { Broker } from "../brokers/broker.ts";
import { directionOf } from "../deliveries/channels/mail/messages/translate.ts";
import type { TranslatePage } from "./messages/catalogue.ts";
import { launchImages } from "./icon/launch-images.ts";
import { shortName } from "./manifest.ts";

/** What every page of a broker shares. */
export interface PageView {
  broker: Pick<Broker, "name" | "settings">;
  embedKey: string;
  language: string;
  t: TranslatePage;
  /** From the page to `/s/{embedKey}/`, such as `./` or `../../s/pk_demo/`: a proxy may put a path in front. */
  home: string;
  /** Whether there is a page at `home`: its files are there either way. */
  hasHome: boolean;
  /** The same page in another of the broker's languages. */
  inLanguage: (language: string) => string;
}

export interface PageProps {
  view: PageView;
  title: string;
  description: string;
  /** Pages that nobody should find by searching. */
  isPrivate?: boolean;
  /** Whether the widget runs on it. */
  withSearch?: boolean;
  children: Child;
}

/** Everything round what a page says. No inline script or style, no address of anybody else. */
export function Page({ view, title, description, isPrivate = false, withSearch = false, children }: PageProps) {
  const { broker, language, t, home, hasHome } = view;
  const { name } = broker;
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content={description} />
        {isPrivate && <meta name="robots" content="noindex, nofollow" />}
        <meta name="theme-color" content={broker.settings.brand.accent} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:site_name" content={name} />
        <link rel="icon" type="image/svg+xml" href={`${home}icon.svg`} />
        {hasHome && <App view={view} />}
        <link rel="stylesheet" href={`${home}page.css`} />
        {withSearch && <script type="module" src={`${home}../../widget/v1/liftline.js`} />}
      </head>
      <body>
        {withSearch && (
          <a class="skip" href="#search">
            {t("skip")}
          </a>
        )}
        <Top view={view} />
        <main>
          <div class="wrap">{children}</div>
        </main>
        <Bottom view={view} />
      </body>
    </html>
  );
}

/** What makes an app of the hosted page, wherever it is installed from. */
function App({ view: { broker, language, home } }: { view: PageView }) {
  const { name, settings } = broker;
  return (
    <>
      <meta name="apple-mobile-web-app-capable" content="yes" />
      <meta name="apple-mobile-web-app-title" content={shortName(name, settings.brand.shortName)} />
      <link rel="apple-touch-icon" href={`${home}icon-180.png`} />
      {launchImages.map(({ file, media }) => (
        <link rel="apple-touch-startup-image" media={media} href={home + file} />
      ))}
      <link rel="manifest" href={`${home}app.webmanifest?lang=${language}`} />
    </>
  );
}

function Top({ view: { broker, home, hasHome } }: { view: PageView }) {
  const { phone } = broker.settings.contact;
  const brand = (
    <>
      <img src={`${home}icon.svg`} width="40" height="40" alt="" />
      <span>{broker.name}</span>
    </>
  );
  return (
    <header class="top">
      <div class="wrap">
        {hasHome ? (
          <a class="brand" href={home}>
            {brand}
          </a>
        ) : (
          <span class="brand">{brand}</span>
        )}
        {phone && (
          <a class="call" href={telephone(phone)} dir="ltr">
            {phone}
          </a>
        )}
      </div>
    </header>
  );
}

/** Phone and mail, in words and always there: a way on when nothing else works. */
export function Ways({ view: { broker, t } }: { view: PageView }) {
  const { phone, email } = broker.settings.contact;
  return (
    <div class="ways">
      {phone && (
        <a class="button" href={telephone(phone)}>
          <Unbroken text={t("contact.call", { phone })} part={phone} />
        </a>
      )}
      {email && (
        <a class="button" href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}>
          <Unbroken text={t("contact.mail", { email })} part={email} />
        </a>
      )}
    </div>
  );
}

/** A line ends before this part of the text, never within it, unless the part is longer than a line. */
function Unbroken({ text, part }: { text: string; part: string }) {
  const at = text.indexOf(part);
  return (
    <span>
      {text.slice(0, at)}
      <span class="unbroken">{part}</span>
      {text.slice(at + part.length)}
    </span>
  );
}

function Bottom({ view: { broker, language, t, inLanguage } }: { view: PageView }) {
  const { languages, privacyPolicy, terms } = broker.settings;
  return (
    <footer class="bottom">
      <div class="wrap">
        <ul>
          {privacyPolicy && (
            <li>
              <a href={privacyPolicy}>{t("footer.privacy")}</a>
            </li>
          )}
          {terms && (
            <li>
              <a href={terms}>{t("footer.terms")}</a>
            </li>
          )}
        </ul>
        {languages.length > 1 && (
          <nav aria-label={t("footer.languages")}>
            <ul>
              {languages.map((tag) => (
                <li>
                  {tag === language ? (
                    <b lang={tag}>{ownName(tag)}</b>
                  ) : (
                    <LanguageLink href={inLanguage(tag)} tag={tag} />
                  )}
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}

function LanguageLink({ href, tag }: { href: string; tag: string }) {
  return (
    <a href={href} lang={tag} hreflang={tag} dir={directionOf(tag)}>
      {ownName(tag)}
    </a>
  );
}

/** What speakers of a language call it. */
function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function telephone(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, "")}`;
}
