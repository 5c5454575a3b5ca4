import { LiftlineSearch } from "@liftline/widget/react";
import { useEffect, useState, type ReactElement } from "react";
import { createRoot } from "react-dom/client";

/** A site that changes its pages without leaving the document, as Next does: the search is mounted, moved and unmounted. */
function Site(): ReactElement {
  const [path, setPath] = useState(location.hash);
  useEffect(() => {
    const follow = () => setPath(location.hash);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return (
    <>
      <nav>
        <a href="#/">Search</a> <a href="#/fleet">Fleet</a> <a href="#/panel">Search in a panel</a>
      </nav>
      {path === "#/fleet" ? <Fleet /> : <SearchPage inPanel={path === "#/panel"} />}
    </>
  );
}

function SearchPage({ inPanel }: { inPanel: boolean }): ReactElement {
  const [heard, setHeard] = useState("Nothing was searched yet.");
  const search = (
    <LiftlineSearch
      embedKey="pk_demo"
      currency="EUR"
      onSearchSubmitted={({ detail }) => setHeard(`A trip for ${detail.passengers} is searched.`)}
      onOptionsShown={({ detail }) => setHeard(`${detail.count} options in ${detail.currency}.`)}
    >
      <a href="tel:+442079460018">Call +44 20 7946 0018</a>
    </LiftlineSearch>
  );
  return (
    <main>
      <h1>Demo Charter, drawn by React</h1>
      {inPanel ? <section aria-label="Panel">{search}</section> : search}
      <p id="heard">{heard}</p>
    </main>
  );
}

function Fleet(): ReactElement {
  return (
    <main>
      <h1>Fleet</h1>
      <p>From light jets to airliners.</p>
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Site />);
