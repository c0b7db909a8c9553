import { cva, type VariantProps } from "class-variance-authority";

import { cn } from "./cn";

const look = cva("inline-flex h-5 align-middle items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs [&_svg]:size-3", {
  variants: {
    tone: {
      neutral: "bg-muted text-muted-foreground",
      good: "bg-good-soft text-good",
      warn: "bg-warn-soft text-warn",
      bad: "bg-bad-soft text-bad",
      info: "bg-info-soft text-info",
      outline: "border text-muted-foreground",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export type Tone = Exclude<NonNullable<VariantProps<typeof look>["tone"]>, "outline">;

export function Badge({ className, tone, ...props }: React.ComponentProps<"span"> & VariantProps<typeof look>) {
  return <span className={cn(look({ tone }), className)} {...props} />;
}
