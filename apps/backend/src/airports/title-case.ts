/** Stay small inside a name: Charles de Gaulle, Aix-en-Provence, Isle of Man. */
const particles = new Set(
  "a am an and at auf bei da das de del della delle den der des di do dos du e el en et for im in la las le les los of on para sur the und van von y zu zum zur".split(
    " ",
  ),
);

/** Stay large. */
const initials = new Set(
  "AFB AAF ANG CFB FBO II III IV JFK MCAS NAF NAS RAF RNAS UK US USA USAF VI VII VIII XI XII".split(" "),
);

/** `VAL D'ISERE` → `Val d'Isere`. The marketplace writes in capitals; what is not all capitals is left as it is. */
export function titleCase(text: string): string {
  if (text !== text.toUpperCase()) return text;
  // Words with what stands between them: only letters, digits and apostrophes make a word.
  return text.replace(/[\p{L}\p{N}'’]+/gu, (word, offset: number) => caseWord(word, offset === 0));
}

function caseWord(word: string, isFirst: boolean): string {
  if (initials.has(word)) return word;
  const lower = word.toLowerCase();
  if (!isFirst && particles.has(lower)) return lower;
  const [, elided, rest] = /^([dl]['’])(.+)$/.exec(lower) ?? [];
  if (elided && rest) return `${isFirst || elided.startsWith("l") ? capital(elided) : elided}${capital(rest)}`;
  const [, prefix, name] = /^(mc|o['’])(.{2,})$/.exec(lower) ?? [];
  if (prefix && name) return capital(prefix) + capital(name);
  return capital(lower);
}

function capital(lower: string): string {
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
