"use client";

import { createContext, useContext } from "react";

import type { ProductSheet } from "./use-product-sheet";

const SheetContext = createContext<ProductSheet | null>(null);

export const SheetProvider = ({ sheet, children }: { sheet: ProductSheet; children: React.ReactNode }) => (
  <SheetContext value={sheet}>{children}</SheetContext>
);

/** The sheet that a cell stands in. */
export function useSheet(): ProductSheet {
  const sheet = useContext(SheetContext);
  if (!sheet) throw new Error("This cell belongs into a SheetProvider.");
  return sheet;
}
