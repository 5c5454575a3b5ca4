import { CompiledQuery } from "kysely";
import { z } from "zod";
import type { Database } from "../../src/database/database.ts";

const Lines = z.array(z.object({ line: z.string() }));

/** Every column, key, index and reference, one line each: the same words whatever the database is. */
export async function readSchema(database: Database, dialect: "sqlite" | "postgres"): Promise<string[]> {
  const queries = dialect === "sqlite" ? sqliteQueries : postgresQueries;
  const lines: string[] = [];
  for (const sql of queries) {
    const rows = await database.run({ compile: () => CompiledQuery.raw(sql) });
    lines.push(...Lines.parse(rows).map(({ line }) => line));
  }
  return lines.toSorted();
}

const tables = `(select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'
  and name not like 'd1%' and name not like '\\_%' escape '\\') as tables`;

const sqliteQueries = [
  `select tables.name || '.' || columns.name || ' ' || lower(columns.type)
      || case when columns."notnull" then ' not null' else '' end
      || coalesce(' default ' || columns.dflt_value, '') as line
    from ${tables}, pragma_table_info(tables.name) as columns`,
  `select tables.name || case indexes.origin when 'pk' then ' primary ' when 'u' then ' unique ' else ' index ' end
      || (select group_concat(name) from (select name from pragma_index_info(indexes.name) order by seqno))
      || case when indexes.partial then ' in part' else '' end as line
    from ${tables}, pragma_index_list(tables.name) as indexes`,
  `select tables.name || '.' || keys."from" || ' -> ' || keys."table" || '.' || keys."to" as line
    from ${tables}, pragma_foreign_key_list(tables.name) as keys`,
];

const postgresQueries = [
  `select table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else '' end
      || coalesce(' default ' || column_default, '') as line
    from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'`,
  `select tables.relname
      || case when indisprimary then ' primary ' when indisunique then ' unique ' else ' index ' end
      || (select string_agg(attname, ',' order by position) from unnest(indkey::int[]) with ordinality as keys (key, position)
          join pg_attribute on attrelid = indrelid and attnum = key)
      || case when indpred is null then '' else ' in part' end as line
    from pg_index join pg_class as tables on tables.oid = indrelid
    where relnamespace = 'public'::regnamespace and relname not like 'kysely%'`,
  `select from_tables.relname || '.' || from_columns.attname || ' -> ' || to_tables.relname || '.' || to_columns.attname as line
    from pg_constraint
    join pg_class as from_tables on from_tables.oid = conrelid join pg_class as to_tables on to_tables.oid = confrelid
    join pg_attribute as from_columns on from_columns.attrelid = conrelid and from_columns.attnum = conkey[1]
    join pg_attribute as to_columns on to_columns.attrelid = confrelid and to_columns.attnum = confkey[1]
    where contype = 'f'`,
];
