import { may, type Role } from "@/lib/auth/permissions";

/** Who looks at causes, and what they may do about them. */
export type Worker = { id: string; role: Role; may: { work: boolean; release: boolean; map: boolean; stock: boolean } };

export const workerOf = ({ id, role }: { id: string; role: Role }): Worker => ({
  id,
  role,
  may: {
    work: may({ role }, "exceptions:work"),
    release: may({ role }, "exceptions:release"),
    map: may({ role }, "mappings:write"),
    stock: may({ role }, "stock:write"),
  },
});
