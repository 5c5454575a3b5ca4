import { LiftlineSearch } from "@liftline/widget/react";
import {
  Activity,
  StrictMode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";

/**
 * A site whose pages change without a new document, as Next does it: addresses of its own, links, back and forward, and
 * React's development build, whose strict mode mounts everything twice.
 */
function Site(): ReactElement {
  const page = usePage();
  return (
    <>
      <nav>
        <PageLink to="search">Search</PageLink> <PageLink to="fleet">Fleet</PageLink>{" "}
        <PageLink to="kept">Kept alive</PageLink> <PageLink to="moved">Moved about</PageLink>
      </nav>
      {page === "search" && (
        <Page title="Search">
          <Search />
        </Page>
      )}
      {page === "fleet" && <Page title="Fleet">From light jets to airliners.</Page>}
      {page === "moved" && <MovedAbout />}
      <Activity mode={page === "kept" ? "visible" : "hidden"}>
        <Page title="Kept alive">
          <Search />
        </Page>
      </Activity>
      <output id="heard" />
    </>
  );
}

function Page({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <main>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** The search as the page of a broker has it. Its handlers are made anew with each drawing. */
function Search(): ReactElement {
  return (
    <LiftlineSearch
      embedKey="pk_demo"
      currency="EUR"
      onSearchSubmitted={({ detail }) => hear(`searched for ${detail.passengers}`)}
      onOptionsShown={({ detail }) => hear(`${detail.count} options`)}
      onOptionSelected={() => hear("an option selected")}
    >
      <a href="tel:+442079460018">Call +44 20 7946 0018</a>
    </LiftlineSearch>
  );
}

/** One search that lives in a box of its own, which is put now here, now there. */
function MovedAbout(): ReactElement {
  const [box] = useState(() => document.createElement("div"));
  const [isAside, setAside] = useState(false);
  const slot = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    slot.current?.append(box);
    return () => box.remove();
  }, [isAside, box]);
  return (
    <Page title="Moved about">
      <button type="button" onClick={() => setAside(!isAside)}>
        Move the search
      </button>
      {isAside ? <aside ref={slot} aria-label="Aside" /> : <section ref={slot} aria-label="Middle" />}
      {createPortal(<Search />, box)}
    </Page>
  );
}

/** Written down outside React: what is heard must not draw anything anew. */
function hear(text: string): void {
  const line = document.createElement("p");
  line.textContent = text;
  document.getElementById("heard")?.append(line);
}

/** The page that the address names. */
function usePage(): string {
  const page = useSyncExternalStore(follow, () => new URLSearchParams(location.search).get("page") ?? "search");
  useEffect(() => {
    document.title = page;
  }, [page]);
  return page;
}

function follow(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  return () => window.removeEventListener("popstate", changed);
}

function PageLink({ to, children }: { to: string; children: string }): ReactElement {
  const open = (event: MouseEvent) => {
    event.preventDefault();
    history.pushState(null, "", `?page=${to}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };
  return (
    <a href={`?page=${to}`} onClick={open}>
      {children}
    </a>
  );
}

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <Site />
    </StrictMode>,
  );
