"use client";

import type { Column } from "@tanstack/react-table";
import { type RefObject, useLayoutEffect, useState } from "react";

import { fits } from "./columns";

/** The columns that the list is wide enough for: narrow panes lose the less important ones, not the words. */
export function useFittingColumns<Row>(frame: RefObject<HTMLElement | null>, columns: Column<Row>[]): Column<Row>[] {
  const [width, setWidth] = useState(1200);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return columns.filter((column) => fits(column, width));
}
