import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, getNamedType, type IntrospectionQuery, isInterfaceType, isObjectType } from "graphql";

export const apiVersion = "2026-10";

type Access = { typeName: string; fieldName?: string; requiredAccess: string; offlineScopes: string[] };
type Published = { data: IntrospectionQuery; offline_scopes: { items: Access[] } };
export type Needs = { anyOf: string[]; says: string };

declare module "graphql" {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    needs?: Needs | undefined;
  }
  interface GraphQLObjectTypeExtensions<_TSource, _TContext> {
    needs?: Needs | undefined;
  }
}

let loaded: GraphQLSchema | null = null;

/** The published Admin schema with the access scopes that it states, once per process. */
export function adminSchema(): GraphQLSchema {
  loaded ??= load();
  return loaded;
}

function load(): GraphQLSchema {
  const places = createRequire(import.meta.url).resolve.paths("@shopify/dev-mcp") ?? [];
  const files = places.map((place) => join(place, "@shopify/dev-mcp/dist/data", `admin_${apiVersion}.json.gz`));
  const file = files.find((path) => existsSync(path));
  if (!file) throw new Error(`the dev dependency @shopify/dev-mcp with the schema of ${apiVersion} is not installed`);
  const { data, offline_scopes } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Published;
  const schema = buildClientSchema(data, { assumeValid: true });

  const stated = new Map<string, Needs>();
  for (const { typeName, fieldName, requiredAccess, offlineScopes } of offline_scopes.items)
    if (offlineScopes.length > 0)
      stated.set(fieldName ? `${typeName}.${fieldName}` : typeName, { anyOf: offlineScopes, says: requiredAccess });

  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const reached = getNamedType(field.type).name.replace(/Connection$/, "");
      field.extensions = { needs: stated.get(`${type.name}.${field.name}`) ?? stated.get(reached) };
    }
    if (isObjectType(type)) type.extensions = { needs: stated.get(type.name) };
  }
  return schema;
}

/** What a type as such demands: for `node`, where the field does not say what it reaches. */
export function needsOf(schema: GraphQLSchema, typeName: string): Needs | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.extensions.needs : undefined;
}

export function mayRead(scopes: ReadonlySet<string>, needs: Needs | undefined): boolean {
  return needs === undefined || needs.anyOf.some((scope) => scopes.has(scope) || scopes.has(scope.replace(/^read_/, "write_")));
}
