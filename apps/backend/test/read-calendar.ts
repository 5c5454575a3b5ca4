/** RFC 5545, read by its grammar and no more kindly: throws at the first line that does not fit. Answers the events' properties. */
export function readCalendar(file: string): Record<string, string>[] {
  if (!file.endsWith("\r\n") || /(?<!\r)\n|\r(?!\n)/.test(file)) throw new Error("lines do not end in CRLF");
  const physical = file.slice(0, -2).split("\r\n");
  for (const line of physical) if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`);
  const lines = file.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  if (lines[0] !== "BEGIN:VCALENDAR" || lines.at(-1) !== "END:VCALENDAR") throw new Error("no calendar");
  for (const needed of ["VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]) {
    if (!lines.includes(needed)) throw new Error(`without ${needed}`);
  }
  return readEvents(lines.slice(1, -1));
}

const contentLine = /^([A-Z-]+(?:;[A-Z-]+=[A-Za-z0-9-]+)*):([^\p{Cc}]*)$/u;
const texts = new Set(["SUMMARY", "DESCRIPTION", "LOCATION", "UID"]);
const needed = ["UID", "DTSTAMP", "SUMMARY", "STATUS"];

function readEvents(lines: readonly string[]): Record<string, string>[] {
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | null = null;
  for (const line of lines) {
    const [match, name = "", value = ""] = contentLine.exec(line) ?? [];
    if (match === undefined) throw new Error(`no content line: ${line}`);
    if (line === "BEGIN:VEVENT") event = {};
    else if (line === "END:VEVENT") {
      for (const property of needed) if (event?.[property] === undefined) throw new Error(`without ${property}`);
      events.push(event ?? {});
      event = null;
    } else if (name === "BEGIN" || name === "END") throw new Error(`not expected: ${line}`);
    else if (event) {
      if (name in event) throw new Error(`twice: ${name}`);
      event[name] = texts.has(name) ? readText(value) : value;
    }
  }
  if (event) throw new Error("an event does not end");
  return events;
}

/** 3.3.11: a backslash stands before a backslash, a semicolon, a comma or an `n`, and nothing stands bare. */
function readText(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,n])*$/u.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\([\\;,n])/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
}
