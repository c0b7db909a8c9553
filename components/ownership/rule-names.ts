import type { Ownership } from "@/components/query/use-ownership";
import type { RuleNames } from "@/lib/domain/ownership/say-rule";

export const namesOf = ({ connections, places }: Pick<Ownership, "connections" | "places">): RuleNames => ({
  shops: new Map(connections.map(({ id, name }) => [id, name])),
  places: new Map(places.map(({ place, name }) => [place, name])),
});
