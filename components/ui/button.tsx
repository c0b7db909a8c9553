import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";

import { cn } from "./cn";

export const buttonLook = cva(
  "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-75 disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-3.5 [&_svg]:shrink-0 touch:min-h-11 touch:px-4",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground shadow-xs hover:bg-primary-hover",
        secondary: "border border-border-strong bg-card shadow-xs hover:bg-hover data-[state=open]:bg-muted",
        ghost: "text-muted-foreground hover:bg-muted hover:text-foreground data-[state=open]:bg-muted data-[state=open]:text-foreground",
        danger: "border border-border-strong bg-card text-bad shadow-xs hover:border-bad hover:bg-bad-soft",
        link: "rounded-sm text-link underline-offset-2 hover:underline",
      },
      size: {
        sm: "h-7 px-2 text-xs",
        md: "h-8 px-3 text-sm",
        lg: "h-9 px-4 text-sm",
        icon: "size-8 touch:size-11 touch:px-0",
        "icon-sm": "size-7 touch:size-11 touch:px-0",
        inline: "h-auto px-0",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Props = React.ComponentProps<"button"> & VariantProps<typeof buttonLook> & { asChild?: boolean; isLoading?: boolean };

/** While it loads it keeps its width and its name, and takes no second click. */
export function Button({ className, variant, size, asChild = false, isLoading = false, disabled, children, ...props }: Props) {
  const look = cn(buttonLook({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={look} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type="button" className={look} disabled={disabled || isLoading} aria-busy={isLoading || undefined} {...props}>
      {isLoading && <LoaderCircle className="absolute animate-spin" aria-hidden />}
      <span className={cn("contents", isLoading && "inline-flex gap-1.5 opacity-0")}>{children}</span>
    </button>
  );
}
