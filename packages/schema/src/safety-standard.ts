/**
 * Audits that end-clients know, each with its levels, lowest first: closed lists, so that no free text of the marketplace
 * reaches a page (R3), and so that "at least Gold" means something.
 */
export const safetyStandards: Readonly<Record<string, readonly string[]>> = {
  ARGUS: ["Gold", "Gold Plus", "Platinum", "Platinum Elite"],
  WYVERN: ["Registered", "Wingman", "Wingman PRO"],
  "IS-BAO": ["Registered", "Stage 1", "Stage 2", "Stage 3"],
  ACSF: ["Registered"],
  BARS: ["Registered", "Bronze", "Silver", "Gold"],
};
