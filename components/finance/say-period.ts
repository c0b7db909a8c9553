import { sayDate } from "@/components/ui/say-date";
import type { Period } from "@/lib/domain/finance/period";

export const sayPeriod = ({ from, to }: Period): string => (from === to ? sayDate(from) : `${sayDate(from)} to ${sayDate(to)}`);
