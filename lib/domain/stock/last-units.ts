import type { PosMovement } from "./level";

/** The last unit went, or is about to: this goes ahead of everything else. Thousandths. */
export const isLastUnit = ({ totalAfter }: Pick<PosMovement, "totalAfter">): boolean => totalAfter <= 1_000;
