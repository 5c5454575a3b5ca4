import type { Context } from "hono";
import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import type { AppEnv } from "../http/context.ts";
import { ownOrigin, type OwnOriginDependencies } from "../http/own-origin.ts";
import { translatePage } from "./messages/catalogue.ts";
import { setPageHeaders } from "./page-headers.ts";
import { pageLanguage } from "./page-language.ts";
import type { PageView } from "./page.tsx";

export interface BrokerPageDependencies extends OwnOriginDependencies {
  brokers: Brokers;
}

/** What is known of a request for a broker's page before it is known what it shows. */
export interface BrokerPage {
  broker: Broker;
  view: PageView;
  /** Whether the widget may run here: the gate takes it from websites of the broker only. */
  canSearch: boolean;
}

/** Undefined where no broker has this embed key. The answer gets what every page carries. */
export function openBrokerPage(
  context: Context<AppEnv>,
  dependencies: BrokerPageDependencies,
  home: (embedKey: string) => string,
): BrokerPage | undefined {
  const embedKey = context.req.param("embedKey") ?? "";
  const broker = dependencies.brokers.findByEmbedKey(embedKey);
  const wishes = { asked: context.req.query("lang"), accepted: context.req.header("accept-language") };
  const language = pageLanguage(broker?.settings ?? { languages: ["en-GB"] }, wishes);
  setPageHeaders(context, language);
  if (!broker) return undefined;
  const t = translatePage(language);
  const canSearch = broker.origins.includes(ownOrigin(context, dependencies));
  const hasHome = canSearch && broker.settings.hostedPage;
  const inLanguage = (tag: string) => `?lang=${tag}`;
  return { broker, view: { broker, embedKey, language, t, home: home(embedKey), hasHome, inLanguage }, canSearch };
}

/** A page of ours, whole. */
export function answerPage(
  context: Context<AppEnv>,
  page: { toString(): string | Promise<string> },
  status: 200 | 400 | 404 = 200,
): Response {
  return context.html(`<!doctype html>${String(page)}`, status);
}
