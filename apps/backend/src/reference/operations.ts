import type { Operation } from "./operation.ts";
import { hostOperations } from "./host-operations.ts";
import { pageOperations } from "./page-operations.ts";
import { requestOperations } from "./request-operations.ts";

/** Every public route, once. A test walks the app's routes: one that is not here, or is no more, fails it. */
export const operations: readonly Operation[] = [...requestOperations, ...pageOperations, ...hostOperations];
