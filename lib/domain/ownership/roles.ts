/** Who a cause can belong to before a person takes it. */
export type Role = "ops" | "finance" | "ecommerce" | "store" | "admin";
