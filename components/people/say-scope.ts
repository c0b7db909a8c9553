const words: Readonly<Record<string, string>> = {
  "exceptions:read": "see causes",
  "exceptions:work": "work on causes",
  "exceptions:release": "release held orders",
  "mappings:read": "see mappings",
  "mappings:write": "change mappings",
  "records:read": "see orders, records and runs",
  "people:pii": "see customers' names and addresses",
  "stock:read": "see stock",
  "stock:write": "change buffers and send stock",
  "finance:read": "see finance",
  "connections:read": "see connections",
  "sync:run": "pause and start flows",
  "store:read": "see the stores' orders",
};

/** What a scope allows, in words. */
export const sayScope = (scope: string): string => words[scope] ?? scope;
