"use client";

import type { Rule } from "@/components/query/use-ownership";
import { useOwnershipCommands } from "@/components/query/use-ownership";
import { toast } from "@/components/ui/toaster";

export const draftOf = ({ id, changedAt, about, shopId, place, minAmount, currency, ownerId, ownerRole, isOn }: Rule) => ({
  id,
  seen: changedAt.toISOString(),
  condition: { about, shopId, place, minAmount, currency },
  owner: { ownerId, ownerRole },
  isOn,
});

/** What is done to a rule from its row; removing one can be taken back. */
export function useRuleActions(rules: readonly Rule[]) {
  const { save, order, remove } = useOwnershipCommands();
  const onError = (cause: Error) => toast.error(cause.message);
  const ids = rules.map(({ id }) => id);
  const focusAgain = (id: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-rule="${id}"] button`)?.focus());

  return {
    move(id: string, to: number) {
      if (to < 0 || to >= ids.length || order.isPending) return;
      const rest = ids.filter((each) => each !== id);
      order.mutate([...rest.slice(0, to), id, ...rest.slice(to)], { onError, onSettled: () => focusAgain(id) });
    },
    turn(rule: Rule) {
      const onSuccess = () => toast.success(rule.isOn ? "The rule is off and passed over." : "The rule counts again.");
      save.mutate({ ...draftOf(rule), isOn: !rule.isOn }, { onError, onSuccess });
    },
    remove(rule: Rule) {
      const at = ids.indexOf(rule.id);
      const rest = ids.filter((each) => each !== rule.id);
      const putBack = async () => {
        const { id } = await save.mutateAsync({ ...draftOf(rule), id: null, seen: null });
        await order.mutateAsync([...rest.slice(0, at), id, ...rest.slice(at)]);
      };
      const onSuccess = () =>
        toast.success("The rule is removed. What it gave to people stays with them.", {
          action: { label: "Undo", onClick: () => void putBack().catch(onError) },
        });
      remove.mutate(rule.id, { onError, onSuccess });
    },
  };
}
