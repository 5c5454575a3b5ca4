import { createServer, type AddressInfo, type Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived, envelope and content. */
export interface ReceivedMail {
  /** Of the envelope: where it really goes. */
  from: string;
  to: string[];
  /** Every byte. */
  raw: string;
  mail: Email;
}

export interface MailServer {
  url: string;
  port: number;
  received: ReceivedMail[];
  close(): Promise<void>;
}

/** A real mail server on loopback. With `login` it asks for user and password. */
export async function startMailServer(
  options: { login?: { user: string; password: string } } = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const { login } = options;
  const server = new SMTPServer({
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: login ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    logger: false,
    onAuth({ username, password }, _session, callback) {
      const isRight = username === login?.user && password === login?.password;
      callback(isRight ? null : new Error("no"), isRight ? { user: username } : undefined);
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void PostalMime.parse(raw).then((mail) => {
          received.push({
            from: mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            raw: raw.toString("utf8"),
            mail,
          });
          answer();
        }, answer);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What a scripted server says to a command; `null`: nothing, ever; the text `hang-up`: the line goes dead. */
export type Reply = string | null;
export type Stage = "CONNECT" | "EHLO" | "MAIL" | "RCPT" | "DATA" | "END";

const fine: Record<Stage, string> = {
  CONNECT: "220 mail.example",
  EHLO: "250 mail.example",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  END: "250 queued",
};

export interface ScriptedMailServer {
  url: string;
  /** Stages that were reached. */
  reached: Stage[];
  close(): Promise<void>;
}

/** A mail server that misbehaves at one stage; `onReach` hears of every stage. */
export async function startScriptedMailServer(
  script: Partial<Record<Stage, Reply>>,
  onReach: (stage: Stage) => void = () => {},
): Promise<ScriptedMailServer> {
  const reached: Stage[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    const reply = (stage: Stage) => {
      reached.push(stage);
      onReach(stage);
      const said = script[stage] === undefined ? fine[stage] : script[stage];
      if (said === "hang-up") socket.destroy();
      else if (said !== null) socket.write(`${said}\r\n`);
    };
    reply("CONNECT");
    listen(socket, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    reached,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function listen(socket: Socket, reply: (stage: Stage) => void): void {
  let isMessage = false;
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (isMessage) {
        if (line !== ".") continue;
        isMessage = false;
        reply("END");
        continue;
      }
      const stage = stageOf(line);
      if (stage) reply(stage);
      isMessage = stage === "DATA";
    }
  });
}

function stageOf(line: string): Stage | null {
  const word = line.slice(0, 4).toUpperCase();
  return word === "EHLO" || word === "MAIL" || word === "RCPT" || word === "DATA" ? word : null;
}
