"use client";

import { Tabs as Radix } from "radix-ui";

import { cn } from "./cn";

export const Tabs = Radix.Root;
export const TabsContent = Radix.Content;

export function TabsList({ className, ...props }: React.ComponentProps<typeof Radix.List>) {
  return <Radix.List className={cn("flex items-center gap-4 border-b px-4", className)} {...props} />;
}

/** `count` opens what it counts: the tab is the list. */
export function TabsTrigger({ className, count, children, ...props }: React.ComponentProps<typeof Radix.Trigger> & { count?: number }) {
  return (
    <Radix.Trigger
      className={cn(
        "-mb-px flex h-9 items-center gap-1.5 border-transparent border-b-2 font-medium text-muted-foreground text-sm hover:text-foreground data-[state=active]:border-primary data-[state=active]:text-foreground touch:h-11",
        className,
      )}
      {...props}
    >
      {children}
      {count !== undefined && (
        <span className="rounded-full bg-muted px-1.5 text-2xs text-muted-foreground">{count.toLocaleString("en-GB")}</span>
      )}
    </Radix.Trigger>
  );
}
