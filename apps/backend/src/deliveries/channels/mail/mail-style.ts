/** Inline, because many mail programs read nothing else. The classes carry the dark colours for those that do. */
export const look = {
  page: { margin: "0", padding: "0", backgroundColor: "#f4f6f6" },
  sheet: { width: "100%", maxWidth: "600px", margin: "0 auto", backgroundColor: "#ffffff" },
  inside: { padding: "32px 32px 40px" },
  body: { margin: "0", fontSize: "16px", lineHeight: "24px", color: "#1b2226" },
  brand: { margin: "0 0 32px", fontSize: "16px", lineHeight: "24px", fontWeight: "600", color: "#17495c" },
  title: { margin: "0 0 24px", fontSize: "26px", lineHeight: "32px", fontWeight: "600", color: "#1b2226" },
  heading: { margin: "0 0 12px", fontSize: "16px", lineHeight: "24px", fontWeight: "600", color: "#1b2226" },
  section: { paddingTop: "32px" },
  small: { margin: "0", fontSize: "13px", lineHeight: "20px", color: "#59646b" },
  reference: {
    margin: "0",
    fontSize: "20px",
    lineHeight: "28px",
    fontWeight: "600",
    color: "#1b2226",
    letterSpacing: "0.04em",
  },
  price: {
    margin: "0",
    fontSize: "20px",
    lineHeight: "24px",
    fontWeight: "600",
    color: "#1b2226",
    whiteSpace: "nowrap",
  },
  row: { padding: "16px 0", borderTop: "1px solid #dde2e4" },
  line: { borderTop: "1px solid #9aa5ab", fontSize: "0", lineHeight: "0", height: "0" },
  link: { color: "#17495c", textDecoration: "underline" },
  figures: { fontVariantNumeric: "tabular-nums" },
} as const;

export const fonts = "-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif";

/** Without quotes, angle brackets and ampersands: it goes through the same escaping as everything else. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 479px) {
  .inside { padding: 24px 20px 32px !important; }
  .stack { display: block !important; width: 100% !important; text-align: start !important; padding-top: 4px !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background-color: #0e1215 !important; }
  .sheet { background-color: #15191d !important; }
  .ink { color: #e8ecef !important; }
  .quiet { color: #a4afb5 !important; }
  .accent { color: #8ec5da !important; }
  .row { border-top-color: #2d353a !important; }
  .line { border-top-color: #66727a !important; }
}
`;
