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

/** The pane opens first: it shows the findings, and why a result sheet could not be written. */
async function runCheck(): Promise<void> {
  await openPane("checks");
  // On the page of the pane: only a click on 点検 loads the rules.
  const { writeCheck } = await import("./write-check");
  await writeCheck(new Date());
}

export function registerCommands(): void {
  Office.actions.associate(
    "openPreview",
    handler(() => openPane("grades")),
  );
  Office.actions.associate("runCheck", handler(runCheck));
}

void Office.onReady(registerCommands);
