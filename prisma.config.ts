import { defineConfig } from "prisma/config";

// `prisma generate` insists on a schema engine it never runs; any existing file will do. A real one wins.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://nobody@127.0.0.1:5432/nothing" },
});
