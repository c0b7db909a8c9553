import {
  Ban,
  CheckCheck,
  CircleAlert,
  CirclePause,
  CircleSlash,
  CircleX,
  EqualNot,
  Hourglass,
  type LucideIcon,
  MessageSquare,
  PackageCheck,
  Play,
  Reply,
  Search,
  Send,
  ShoppingBag,
  Unlock,
} from "lucide-react";

import type { ToldMoment } from "@/components/query/order-answers";
import type { Tone } from "@/components/ui/badge";

export const storyLooks: Record<ToldMoment["step"], { icon: LucideIcon; tone: Tone }> = {
  placed: { icon: ShoppingBag, tone: "neutral" },
  told: { icon: MessageSquare, tone: "info" },
  found: { icon: Search, tone: "info" },
  planned: { icon: CircleSlash, tone: "neutral" },
  sent: { icon: Send, tone: "info" },
  answered: { icon: Reply, tone: "neutral" },
  unclear: { icon: CircleAlert, tone: "warn" },
  refused: { icon: Ban, tone: "bad" },
  confirmed: { icon: CheckCheck, tone: "good" },
  different: { icon: EqualNot, tone: "bad" },
  held: { icon: CirclePause, tone: "warn" },
  freed: { icon: Unlock, tone: "neutral" },
  released: { icon: Play, tone: "info" },
  skipped: { icon: CircleSlash, tone: "neutral" },
  waiting: { icon: Hourglass, tone: "info" },
  failed: { icon: CircleX, tone: "bad" },
  "at-till": { icon: PackageCheck, tone: "neutral" },
};
