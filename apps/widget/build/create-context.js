// oxlint-disable no-underscore-dangle -- the hooks ask for this name

/**
 * In the place of Preact's own: what is under a provider is drawn with it, so nobody has to be told of a new value. Who
 * keeps a drawing (`useMemo`) names what it read.
 */
export function createContext() {
  function Context(props) {
    this.getChildContext = () => ({ [Context._id]: this });
    this.sub = () => {};
    return props.children;
  }
  Context._id = "widget";
  Context.Provider = Context;
  return Context;
}
