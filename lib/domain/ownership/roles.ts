/** Who a cause can belong to before a person takes it. */
export type Role = "ops" | "finance" | "ecommerce" | "store" | "admin";

export const roleNames: Record<Role, string> = {
  ops: "Operations",
  finance: "Finance",
  ecommerce: "Ecommerce",
  store: "Store",
  admin: "Admin",
};
