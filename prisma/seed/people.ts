import type { Role } from "@/lib/auth/permissions";

export type DemoPerson = { email: string; password: string; role: Role; name: string; stores: readonly string[] };

/** Who works at the demo's retailer: one person per role. `stores` are names; only a store role is bound by them. */
export const demoPeople: readonly DemoPerson[] = [
  { name: "Priya Raman", role: "ops", email: "priya@parity.example", password: "demo-priya-ops", stores: [] },
  { name: "Tom Ashworth", role: "finance", email: "tom@parity.example", password: "demo-tom-finance", stores: [] },
  { name: "Elena Marsh", role: "ecommerce", email: "elena@parity.example", password: "demo-elena-web", stores: [] },
  { name: "Sam Okafor", role: "store", email: "sam@parity.example", password: "demo-sam-store", stores: ["Leeds", "York"] },
  { name: "Ingrid Holm", role: "admin", email: "ingrid@parity.example", password: "demo-ingrid-admin", stores: [] },
];
