import { z } from "zod";
import { createSecret } from "./secret.ts";

/** A secret of the configuration; it stands in the environment, the file only names it (contract §2). */
export const SecretText = z.string().min(1).transform(createSecret);
