/** The ribbon's buttons. Their names are those of the manifest. */
import { openPane, type PaneTab } from "../excel/pane";

/** Action of the manifest → what it does. */
export const ACTIONS: Readonly<Record<string, () => Promise<void>>> = {
  showPane: () => show("grades"),
  openPreview: () => show("grades"),
  runCheck: () => show("checks"),
};

async function show(tab: PaneTab): Promise<void> {
  await openPane(tab);
}

/** Excel blocks the button until `completed` is called: it is, whatever happens. */
function handler(action: () => Promise<void>) {
  return async (event: Office.AddinCommands.Event): Promise<void> => {
    try {
      await action();
    } finally {
      event.completed();
    }
  };
}

export function registerCommands(): void {
  for (const [name, action] of Object.entries(ACTIONS)) Office.actions.associate(name, handler(action));
}

void Office.onReady(registerCommands);
