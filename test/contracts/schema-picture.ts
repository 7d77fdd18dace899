import pg from 'pg';

/** Schemas that are ours to make; the queue's own is made by the queue. */
const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND n.nspname NOT LIKE 'pg\\_%'`;

/** Everything a migration can make, as sorted lines: two databases with the same lines have the same schema. */
const QUESTIONS: Record<string, string> = {
  schema: `SELECT n.nspname || ' ' || coalesce(n.nspacl::text, '') FROM pg_namespace n WHERE ${OURS}`,
  relation: `
    SELECT concat_ws(' ', n.nspname, c.relname, c.relkind, c.relpersistence, c.reloptions::text, c.relacl::text)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')`,
  column: `
    SELECT concat_ws(' ', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
      a.attgenerated, pg_get_expr(d.adbin, d.adrelid), a.attacl::text)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped`,
  constraint: `
    SELECT concat_ws(' ', n.nspname, k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE ${OURS} AND k.conrelid <> 0`,
  index: `SELECT n.indexdef FROM pg_indexes n WHERE n.schemaname NOT IN ('pg_catalog', 'information_schema', 'bullmq')`,
  trigger: `
    SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS} AND NOT t.tgisinternal`,
  function: `
    SELECT pg_get_functiondef(p.oid) || coalesce(p.proacl::text, '') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${OURS} AND p.prokind IN ('f', 'p')`,
  type: `
    SELECT concat_ws(' ', n.nspname, t.typname, t.typtype) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE ${OURS} AND t.typtype IN ('e', 'd', 'r') `,
};

/** What stands in a database, without the rows and without the list of migrations that ran. */
export async function pictureOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const lines: string[] = [];
    for (const [kind, sql] of Object.entries(QUESTIONS)) {
      const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' });
      lines.push(...rows.map(([line]) => `${kind}: ${line}`));
    }
    return lines.filter((line) => !line.includes('schema_migrations')).sort();
  } finally {
    await client.end();
  }
}
