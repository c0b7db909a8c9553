"use client";

import { useEffect, useEffectEvent } from "react";

/** What is pasted onto the page, but not into a field. */
export function usePaste(isActive: boolean, onPaste: (text: string) => void): void {
  const take = useEffectEvent(onPaste);
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input,textarea,[contenteditable],[role=dialog]");
      if (isTyping || text.trim() === "") return;
      event.preventDefault();
      take(text);
    };
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, [isActive]);
}
