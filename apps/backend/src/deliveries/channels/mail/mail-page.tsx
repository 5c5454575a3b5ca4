import type { Child } from "hono/jsx";
import { darkStyle, fonts, look } from "./mail-style.ts";
import { directionOf } from "./messages/translate.ts";

interface MailPageProps {
  /** BCP 47. */
  language: string;
  /** What stands on top: who writes. */
  brand: string;
  title: string;
  /** What mail programs show beside the subject. */
  preview: string;
  children: Child;
}

/** One column of at most 600 px, in tables: what every mail program draws alike. */
export function MailPage({ language, brand, title, preview, children }: MailPageProps) {
  const direction = directionOf(language);
  const align = direction === "rtl" ? "right" : "left";
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{title}</title>
        <style>{darkStyle}</style>
      </head>
      <body class="page" style={look.page}>
        <div style={{ display: "none", overflow: "hidden", maxHeight: "0", maxWidth: "0", opacity: "0" }}>
          {preview}
        </div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          class="page"
          style={look.page}
          dir={direction}
        >
          <tr>
            <td align="center" style={{ padding: "0" }}>
              <table role="presentation" width="600" cellpadding="0" cellspacing="0" class="sheet" style={look.sheet}>
                <tr>
                  <td class="inside" align={align} style={{ ...look.inside, fontFamily: fonts, textAlign: align }}>
                    <p class="accent" style={look.brand}>
                      <bdi>{brand}</bdi>
                    </p>
                    <h1 class="ink" style={look.title}>
                      {title}
                    </h1>
                    {children}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

/** A part of a mail with a heading of its own. */
export function MailSection({ heading, children }: { heading: string; children: Child }) {
  return (
    <div style={look.section}>
      <h2 class="ink" style={look.heading}>
        {heading}
      </h2>
      {children}
    </div>
  );
}
