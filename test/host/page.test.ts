/** What the pane and the ribbon ask of Excel beside the workbook. */
import { form, session } from "./support";

test("a ribbon button runs its command, which reports its end", () =>
  session(form(), async ({ office }) => {
    const ran: string[] = [];
    office.Office.actions.associate("GradeSheet", (event: Office.AddinCommands.Event) => {
      ran.push(event.source.id);
      event.completed();
    });
    await office.host.runCommand("GradeSheet", "GradeButton");
    expect(ran).toEqual(["GradeButton"]);
  }));

test("the pane is hidden and shown, and hears of it", () =>
  session(form(), async ({ office }) => {
    const modes: string[] = [];
    await office.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void modes.push(visibilityMode));
    await office.Office.addin.hide();
    expect(office.host.pane.visible).toBe(false);
    await office.Office.addin.showAsTaskpane();
    expect(office.host.pane.visible).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(modes).toEqual(["Hidden", "Taskpane"]);
  }));

test("the start-up behaviour is kept", () =>
  session(form(), async ({ office }) => {
    expect(await office.Office.addin.getStartupBehavior()).toBe("None");
    await office.Office.addin.setStartupBehavior(office.Office.StartupBehavior.load);
    expect(await office.Office.addin.getStartupBehavior()).toBe("Load");
    expect(office.host.pane.startWithDocument).toBe(true);
  }));

test("the pane of an English Excel hears so", () =>
  session(
    form(),
    async ({ office }) => {
      expect(office.Office.context.displayLanguage).toBe("en-US");
    },
    { locale: "en-US" },
  ));
