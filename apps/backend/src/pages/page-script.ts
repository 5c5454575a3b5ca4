/**
 * The only script of the hosted page beside the widget: it registers the service worker, under a Trusted Types policy that
 * knows one address. Without it, and without any script, the page is still whole.
 */
export const pageScript = `const names = globalThis.trustedTypes?.createPolicy("liftline-page", {
  createScriptURL(url) {
    if (url !== "./worker.js") throw new TypeError("not ours");
    return url;
  },
});
if ("serviceWorker" in navigator && window.isSecureContext) {
  const worker = "./worker.js";
  navigator.serviceWorker.register(names ? names.createScriptURL(worker) : worker, { scope: "./" }).catch(() => {});
}
`;
