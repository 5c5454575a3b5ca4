/** The encodings of `Accept-Encoding`, without those that `q=0` refuses. */
export function acceptedEncodings(header: string): Set<string> {
  const entries = header.toLowerCase().split(",");
  return new Set(
    entries
      .map((entry) => entry.split(";").map((part) => part.trim()))
      .filter(([, quality = ""]) => !/^q=0(\.0*)?$/.test(quality))
      .map(([encoding = ""]) => encoding),
  );
}
