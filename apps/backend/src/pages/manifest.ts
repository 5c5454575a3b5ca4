import type { Broker } from "../brokers/broker.ts";

/** Icons by their side in pixels; the last is for systems that cut a shape out of it. */
export const iconSides = [180, 192, 512] as const;

/** W3C Web Application Manifest of a broker's page. Addresses are relative: a proxy may put a path in front. */
export function webManifest(
  { name, settings: { brand } }: Pick<Broker, "name" | "settings">,
  { language, direction, description }: { language: string; direction: string; description: string },
): object {
  return {
    id: "./",
    start_url: "./",
    scope: "./",
    name,
    short_name: shortName(name, brand.shortName),
    description,
    lang: language,
    dir: direction,
    display: "standalone",
    theme_color: brand.accent,
    background_color: brand.accent,
    categories: ["travel"],
    icons: [
      ...iconSides.slice(1).map((side) => ({
        src: `icon-${side}.png`,
        sizes: `${side}x${side}`,
        type: "image/png",
        purpose: "any",
      })),
      { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
  };
}

/** Whole words, as many as fit under an icon. */
export function shortName(name: string, chosen: string | null): string {
  if (chosen) return chosen;
  const words = name.split(" ");
  while (words.length > 1 && words.join(" ").length > 13) words.pop();
  return words.join(" ").slice(0, 13);
}
