/** What floats above the page: menus, popovers, tooltips' bigger sisters. */
export const surfaceLook = "z-50 overflow-hidden rounded-lg bg-popover shadow-pop outline-none data-[state=open]:animate-pop";

export const itemLook =
  "relative flex min-h-7 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:pointer-events-none data-highlighted:bg-muted data-disabled:opacity-50 [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg:not([class*='text-'])]:text-faint touch:min-h-11";
