/** A value that no log, error, dump or JSON shows (R8): only `reveal()` does. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

export function createSecret(value: string): Secret {
  return Object.freeze({
    reveal: () => value,
    toString: hidden,
    toJSON: hidden,
    // What Node's console and test runners ask for; a registered symbol, so that no import of node:util is needed.
    [Symbol.for("nodejs.util.inspect.custom")]: hidden,
  });
}

function hidden(): string {
  return "[secret]";
}
