import { acceptEdit, endAcceptance } from "./accept-edit";
import { activatePairs } from "./activate-pairs";
import { addPerson } from "./add-person";
import { makeToken, revokeToken } from "./api-tokens";
import { checkSetUp, pauseConnection, readCatalogue, resumeConnection } from "./ask-connection";
import { changePerson } from "./change-person";
import { correctOrder, withdrawCorrection } from "./correct-order";
import { linkOrder, unlinkOrder } from "./link-order";
import { lookAtOrder } from "./look-at-order";
import { markNoticesRead, sendMailAgain, setNotices } from "./notices";
import { applyOwnershipRules, orderOwnershipRules, removeOwnershipRule, saveEscalation, saveOwnershipRule } from "./ownership";
import { disablePerson, enablePerson, resetPassword, unlockPerson } from "./person-access";
import { compareStock, pushPairs } from "./push-stock";
import { probeCauses, releaseCauses, steerRelease } from "./release";
import { endRotation, rotatePassword } from "./rotate-key";
import { saveMapping, undoMapping } from "./save-mapping";
import { deletePromotion, endPromotion, savePromotion } from "./save-promotion";
import { setBuffer } from "./set-buffer";
import { subscribeAgain } from "./subscribe-again";
import { testConnection } from "./test-connection";
import { updateConnection } from "./update-connection";
import { workCauses } from "./work-causes";

/** What the office can ask for by name; each command asks for its own permission and checks its own input. */
export const commands = {
  "work-causes": workCauses,
  "probe-causes": probeCauses,
  "release-causes": releaseCauses,
  "steer-release": steerRelease,
  "save-mapping": saveMapping,
  "undo-mapping": undoMapping,
  "save-promotion": savePromotion,
  "end-promotion": endPromotion,
  "delete-promotion": deletePromotion,
  "look-at-order": lookAtOrder,
  "correct-order": correctOrder,
  "withdraw-correction": withdrawCorrection,
  "link-order": linkOrder,
  "unlink-order": unlinkOrder,
  "set-buffer": setBuffer,
  "accept-edit": acceptEdit,
  "end-acceptance": endAcceptance,
  "activate-pairs": activatePairs,
  "push-pairs": pushPairs,
  "compare-stock": compareStock,
  "read-catalogue": readCatalogue,
  "check-set-up": checkSetUp,
  "pause-connection": pauseConnection,
  "resume-connection": resumeConnection,
  "test-connection": testConnection,
  "subscribe-again": subscribeAgain,
  "update-connection": updateConnection,
  "rotate-password": rotatePassword,
  "end-rotation": endRotation,
  "add-person": addPerson,
  "change-person": changePerson,
  "disable-person": disablePerson,
  "enable-person": enablePerson,
  "unlock-person": unlockPerson,
  "reset-password": resetPassword,
  "save-ownership-rule": saveOwnershipRule,
  "order-ownership-rules": orderOwnershipRules,
  "remove-ownership-rule": removeOwnershipRule,
  "apply-ownership-rules": applyOwnershipRules,
  "save-escalation": saveEscalation,
  "read-notices": markNoticesRead,
  "set-notices": setNotices,
  "send-mail-again": sendMailAgain,
  "make-token": makeToken,
  "revoke-token": revokeToken,
} as const;
export type CommandName = keyof typeof commands;
