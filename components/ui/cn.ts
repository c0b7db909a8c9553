import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { text: ["2xs"] } } });

/** Class names, the later ones winning over the earlier. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
