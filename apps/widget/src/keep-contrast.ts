/** WCAG 2.2, 1.4.3. */
const ENOUGH = 4.5;

/** In the order of the probe's shadows (`base.css`): each is looked at beside the one before it. */
const names = ["text", "surface", "accent", "on-accent"];

/**
 * Looks whether the page's colours can be read on each other, tells its developer of those that cannot, and puts black or
 * white in the place of an `--liftline-on-accent` that is one of them. The probe has the colours as its shadows; a
 * transition tells when one of them changes, for whatever reason.
 */
export function keepContrast(probe: HTMLElement, warn: (message: string) => void): void {
  let before = Number.NaN;
  let ink = "";
  // Whatever the page wrote, the style sheet has it in XYZ, whose Y is the luminance that WCAG compares.
  [...getComputedStyle(probe).boxShadow.matchAll(/xyz\S+ \S+ (\S+)/g)].forEach(([, y], index) => {
    // WCAG adds the light in the room.
    const light = Number(y) + 0.05;
    if (Math.max(light, before) < ENOUGH * Math.min(light, before)) {
      warn(`--liftline-${names[index]} on ${names[index - 1]}: contrast below ${ENOUGH}`);
      if (index > 2) ink = before > 0.23 ? "#000" : "#fff";
    }
    before = light;
  });
  probe.parentElement?.style.setProperty("--liftline-ink", ink);
}
