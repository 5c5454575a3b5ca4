import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { DomainError } from "../domain-error.ts";
import { answerPage, openBrokerPage, type BrokerPageDependencies } from "./broker-page.ts";
import { createHostedFiles, type HostedFilesDependencies } from "./hosted-files.ts";
import { HostedPage } from "./hosted-page.tsx";
import { MissingPage } from "./missing-page.tsx";

/** `/s/{embedKey}/`: a broker's page and the files that make an app of it. Public, like any website. */
export function hostedRoutes(dependencies: BrokerPageDependencies & HostedFilesDependencies): Hono<AppEnv> {
  const files = createHostedFiles(dependencies);
  return (
    new Hono<AppEnv>()
      // Where the page's own scope begins: a service worker sees to nothing that lies beside it.
      .get("/:embedKey", (context) => {
        const { embedKey } = context.req.param();
        if (!dependencies.brokers.findByEmbedKey(embedKey)) throw new DomainError("route.unknown");
        return context.redirect(`./${embedKey}/${new URL(context.req.url).search}`, 308);
      })
      .get("/:embedKey/", (context) => {
        const page = openBrokerPage(context, dependencies, () => "./");
        if (!page?.view.hasHome) {
          return answerPage(context, <MissingPage language={page?.view.language ?? "en-GB"} />, 404);
        }
        return answerPage(context, <HostedPage view={page.view} />);
      })
      .get("/:embedKey/:file", async (context) => {
        const { embedKey, file: name } = context.req.param();
        const broker = dependencies.brokers.findByEmbedKey(embedKey);
        const file = broker && (await files({ broker, embedKey, name, lang: context.req.query("lang") }));
        if (!file) throw new DomainError("route.unknown");
        context.header("Content-Type", file.type);
        context.header("Cache-Control", file.cache);
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        // A worker lives under the policy that it came with.
        if (file.policy) context.header("Content-Security-Policy", file.policy);
        return context.body(file.body);
      })
  );
}
