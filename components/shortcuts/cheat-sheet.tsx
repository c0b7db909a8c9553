"use client";

import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

import { effectiveGroups } from "./registry";
import { useShortcutGroups } from "./use-shortcuts";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Every key that works on this page, and no other. */
export function CheatSheet({ isOpen, onOpenChange }: Props) {
  const groups = effectiveGroups(useShortcutGroups());
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard shortcuts" description="What works on this page." className="w-[min(44rem,calc(100vw-2rem))]">
        <div className="columns-1 gap-8 sm:columns-2">
          {groups.map(({ name, shortcuts }) => (
            <section key={name} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 font-medium text-faint text-xs">{name}</h3>
              <dl className="divide-y">
                {shortcuts.map(({ keys, label }) => (
                  <div key={keys} className="flex items-center justify-between gap-4 py-1.5">
                    <dt>{label}</dt>
                    <dd>
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
