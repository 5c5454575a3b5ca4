/** A mail server, and how it is talked to. */
export interface SmtpServer {
  host: string;
  /** Null: the usual one. */
  port: number | null;
  /** TLS from the first byte. */
  isSecure: boolean;
  login: { user: string; password: string } | null;
  /** Whether mail may leave where the server offers no TLS. */
  mayStayOpen: boolean;
}

/**
 * Reads `smtp(s)://user:password@host:port?requireTLS=false`; throws where it is something else. Nothing but `requireTLS` may be
 * asked for in it: of the many options that a mail library reads from an address, one would write every mail to the log.
 */
export function readSmtpUrl(text: string): SmtpServer {
  const url = new URL(text);
  const options = [...url.searchParams.keys()];
  const isServer = /^smtps?:$/.test(url.protocol) && url.hostname !== "" && url.pathname.length <= 1 && url.hash === "";
  if (!isServer || options.some((name) => name !== "requireTLS")) throw new Error("not the address of a mail server");
  const wish = url.searchParams.get("requireTLS");
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? null : Number(url.port),
    isSecure: url.protocol === "smtps:",
    login: url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : null,
    mayStayOpen: wish === null ? isThisMachine(url.hostname) : wish === "false",
  };
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
