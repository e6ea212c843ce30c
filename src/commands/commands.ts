/** The ribbon's buttons; their names are the FunctionNames of the manifest. */
import { openPane } from "../excel/pane";

/** Excel blocks the button until `completed` is called: it is, whatever happens. */
export function handler(action: () => Promise<void>) {
  return async (event: Office.AddinCommands.Event): Promise<void> => {
    try {
      await action();
    } finally {
      event.completed();
    }
  };
}

export function registerCommands(): void {
  Office.actions.associate(
    "openPreview",
    handler(() => openPane("grades")),
  );
  Office.actions.associate(
    "runCheck",
    handler(() => openPane("checks")),
  );
}

void Office.onReady(registerCommands);
