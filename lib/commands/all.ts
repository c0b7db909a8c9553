import { lookAtOrder } from "./look-at-order";
import { compareStock, pushPairs } from "./push-stock";
import { probeCauses, releaseCauses, steerRelease } from "./release";
import { saveMapping, undoMapping } from "./save-mapping";
import { setBuffer } from "./set-buffer";
import { workCauses } from "./work-causes";

/** What the office can ask for by name; each command asks for its own permission and checks its own input. */
export const commands = {
  "work-causes": workCauses,
  "probe-causes": probeCauses,
  "release-causes": releaseCauses,
  "steer-release": steerRelease,
  "save-mapping": saveMapping,
  "undo-mapping": undoMapping,
  "look-at-order": lookAtOrder,
  "set-buffer": setBuffer,
  "push-pairs": pushPairs,
  "compare-stock": compareStock,
} as const;
export type CommandName = keyof typeof commands;
