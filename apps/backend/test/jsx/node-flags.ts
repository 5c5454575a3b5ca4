/** For tests that start the backend from source in a process of its own. */
export const nodeFlags = ["--import", new URL("register.mjs", import.meta.url).href];
