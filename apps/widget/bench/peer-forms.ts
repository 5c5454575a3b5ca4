import { cpSync } from "node:fs";
import { join } from "node:path";
import { bundleScript } from "./bundle-script.ts";
import { installPackages } from "./fetch-package.ts";

/** Our search form as a team would write it with the parts that most teams take, built for production. */
export interface PeerForm {
  name: "react-aria" | "mui";
  label: string;
  code: string;
}

/** Installed beside the sources, in a temporary folder: they are no dependencies of ours. */
const packages = [
  ...["react@19.3.1", "react-dom@19.3.1", "react-aria-components@1.22.1", "@internationalized/date@3.12.4"],
  ...["@mui/material@9.5.0", "@mui/x-date-pickers@9.17.0", "@emotion/react@11.14.0", "@emotion/styled@11.14.1"],
  ...["dayjs@1.11.23", "react-hook-form@7.92.0", "@hookform/resolvers@7.0.7", "zod@4.6.7", "i18next@27.1.2"],
];

export async function buildPeerForms(folder: string): Promise<PeerForm[]> {
  installPackages(folder, packages);
  const sources = join(folder, "sources");
  cpSync(join(import.meta.dirname, "peer-forms"), sources, { recursive: true });
  const bundle = (file: string) => bundleScript({ root: folder, input: join(sources, file) });
  return [
    {
      name: "react-aria",
      label: "React 19, React Aria Components, React Hook Form, zod, i18next",
      code: await bundle("react-aria-form.jsx"),
    },
    { name: "mui", label: "React 19, MUI 9, React Hook Form, zod, i18next", code: await bundle("mui-form.jsx") },
  ];
}
