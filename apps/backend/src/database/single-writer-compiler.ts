import { SqliteQueryCompiler, type SelectModifierNode } from "kysely";

/** SQLite and D1 have one writer at a time: there is no row to lock, and none that another one locks to skip. */
export class SingleWriterCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== "ForUpdate" && node.modifier !== "SkipLocked") super.visitSelectModifier(node);
  }
}
