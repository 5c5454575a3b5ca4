import { PostgresQueryCompiler, type DataTypeNode } from "kysely";

/** For migrations: text is compared byte by byte, as in SQLite, whatever language the database was made for. */
export class PostgresSchemaCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === "text") this.append(' collate "C"');
  }
}
