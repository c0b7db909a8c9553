import { z } from "zod";

import type { Role } from "./roles";

/** Roles whose people work on causes: a store user sees none. */
export const ownerRoles = ["ops", "ecommerce", "finance", "admin"] as const satisfies readonly Role[];
export type OwnerRole = (typeof ownerRoles)[number];

/** To whom something goes: a person, or whoever has the role. */
export const Owner = z.object({ ownerId: z.uuid().nullable(), ownerRole: z.enum(ownerRoles, "Choose who owns it.") });
export type Owner = z.infer<typeof Owner>;

const Currency = z.string().regex(/^[A-Z]{3}$/, "A currency has three letters.");

/** What a rule asks of a cause: all of it must hold. */
export const RuleCondition = z
  .object({
    /** '' = any · family:<family> · kind:<kind> */
    about: z.string().max(80),
    shopId: z.uuid().nullable(),
    /** "posId:warehouseId"; '' = any. */
    place: z.string().max(100),
    /** Minor units; 0 = whatever it holds. */
    minAmount: z.int().min(0).max(1_000_000_000_000),
    currency: z.union([Currency, z.literal("")]),
  })
  .refine(({ minAmount, currency }) => minAmount === 0 || currency !== "", { path: ["minAmount"], message: "Say in which currency." });
export type RuleCondition = z.infer<typeof RuleCondition>;

export type OwnershipRule = RuleCondition &
  Owner & {
    id: string;
    isOn: boolean;
    /** Somebody is there: the person is not disabled, the role is somebody's. */
    isManned: boolean;
  };

/** What of a cause decides who owns it. `place` is '' where it is about no store, or about several. */
export type CauseFacts = { kind: string; shopId: string; place: string; amount: number; currency: string };
