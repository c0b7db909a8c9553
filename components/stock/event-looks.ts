import {
  ArrowDownToLine,
  ArrowUpFromLine,
  CheckCheck,
  CircleDot,
  ClipboardCheck,
  Hand,
  type LucideIcon,
  Scale,
  ShieldPlus,
  ShoppingBag,
  ShoppingCart,
  Undo2,
  Upload,
} from "lucide-react";

import type { Tone } from "@/components/ui/badge";

type Look = { title: string; icon: LucideIcon; tone: Tone };

const looks: Readonly<Record<string, Look>> = {
  "pos:sale": { title: "Sold at the till", icon: ShoppingCart, tone: "neutral" },
  "pos:refund": { title: "Brought back to the till", icon: Undo2, tone: "neutral" },
  "pos:in": { title: "Received", icon: ArrowDownToLine, tone: "good" },
  "pos:out": { title: "Taken out", icon: ArrowUpFromLine, tone: "neutral" },
  "pos:count": { title: "Counted", icon: ClipboardCheck, tone: "info" },
  "pos:other": { title: "Booked at the till", icon: CircleDot, tone: "neutral" },
  "shop:write": { title: "Sent to the web by Parity", icon: Upload, tone: "info" },
  "shop:shop-change": { title: "Changed in the shop by somebody else", icon: Hand, tone: "warn" },
  "shop:order": { title: "Web order", icon: ShoppingBag, tone: "neutral" },
  "shop:buffer": { title: "Buffer changed", icon: ShieldPlus, tone: "neutral" },
  "shop:accepted": { title: "Edit in the shop accepted", icon: CheckCheck, tone: "info" },
  "shop:compare": { title: "Found different in a full check", icon: Scale, tone: "bad" },
};

export const eventLookOf = ({ side, what }: { side: string; what: string }): Look =>
  looks[`${side}:${what}`] ?? { title: what, icon: CircleDot, tone: "neutral" };
