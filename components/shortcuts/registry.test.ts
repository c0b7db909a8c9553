import { describe, expect, test } from "vitest";

import { createShortcutRegistry, effectiveGroups } from "./registry";
import { strokeOf } from "./stroke";

function board() {
  const registry = createShortcutRegistry();
  const ran: string[] = [];
  const group = (name: string, keys: string[], isFallback = false) =>
    registry.register({
      name,
      isFallback,
      shortcuts: keys.map((each) => ({ keys: each, label: each, run: () => ran.push(`${name} ${each}`) })),
    });
  return { registry, ran, group };
}

test("the closest group gets the key, whoever came first, and gives it back when it leaves", () => {
  const { registry, ran, group } = board();
  group("page", ["/"]);
  const leave = group("list", ["/"]);
  group("office", ["/", "?"], true);
  registry.press("/", 0);
  leave();
  registry.press("/", 0);
  registry.press("?", 0);
  expect(ran).toEqual(["list /", "page /", "office ?"]);
});

describe("a chord", () => {
  test("needs its second key in time", () => {
    const { registry, ran, group } = board();
    group("go", ["g i"]);
    expect([registry.press("g", 0), registry.press("i", 1200)]).toEqual([true, true]);
    expect([registry.press("g", 5000), registry.press("i", 6201)]).toEqual([true, false]);
    expect(ran).toEqual(["go g i"]);
  });

  test("comes before the single key, and another key ends it", () => {
    const { registry, ran, group } = board();
    group("list", ["j", "i"]);
    group("go", ["g i"]);
    for (const [at, stroke] of ["g", "i", "g", "j", "i"].entries()) registry.press(stroke, at);
    expect(ran).toEqual(["go g i", "list j", "list i"]);
  });
});

test("a key that nobody has is left to the browser", () => {
  expect(board().registry.press("q", 0)).toBe(false);
});

test("the cheat sheet shows each key once, where it works", () => {
  const { registry, group } = board();
  group("office", ["/", "?"], true);
  group("list", ["j", "/"]);
  group("list", ["escape"]);
  const shown = effectiveGroups(registry.list()).map(({ name, shortcuts }) => [name, shortcuts.map(({ keys }) => keys)]);
  expect(shown).toEqual([
    ["list", ["escape", "j", "/"]],
    ["office", ["?"]],
  ]);
});

test.each([
  [{ key: "j" }, "j"],
  [{ key: "X", shiftKey: true }, "shift+x"],
  [{ key: "?", shiftKey: true }, "?"],
  [{ key: "k", metaKey: true }, "mod+k"],
  [{ key: "k", ctrlKey: true }, "mod+k"],
  [{ key: "Enter", shiftKey: true }, "shift+enter"],
  [{ key: " " }, "space"],
  [{ key: "Shift", shiftKey: true }, null],
])("%j is %s", (press, stroke) => {
  expect(strokeOf({ metaKey: false, ctrlKey: false, altKey: false, shiftKey: false, ...press })).toBe(stroke);
});
