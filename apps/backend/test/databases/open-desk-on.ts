import { openLeadDesk, type LeadDesk } from "../lead-desk.ts";
import { openTestDatabase, type DatabaseKind } from "./open-test-database.ts";

type DeskOptions = NonNullable<Parameters<typeof openLeadDesk>[0]>;

/** The lead desk on a database of that kind, which goes by the desk's clock. */
export async function openDeskOn(kind: DatabaseKind, options: DeskOptions = {}): Promise<LeadDesk> {
  let desk: LeadDesk | undefined;
  const database = await openTestDatabase(kind, { now: () => desk?.clock.now() ?? 0 });
  desk = await openLeadDesk({ ...options, database });
  return desk;
}
