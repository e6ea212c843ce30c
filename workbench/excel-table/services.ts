/** Services of office.js itself: custom functions, the pane's visibility, ribbon actions. */
import { define, type HostObject } from "../host/table-types";
import type { ExcelContext } from "./context";

const service = (type: string) => (): HostObject => ({ type });

/** Names under which the library asks for them. */
export const services = {
  "Microsoft.ExcelServices.CustomFunctions": service("CustomFunctions"),
  "Microsoft.InternalService.AddinInternalService": service("AddinInternalService"),
  "Microsoft.AppRuntime.AppRuntimeService": service("AppRuntimeService"),
  "Microsoft.AppRuntime.AppRuntimePersistenceService": service("AppRuntimePersistenceService"),
};

export const serviceTypes = {
  CustomFunctions: define<HostObject, ExcelContext>({
    call: {
      _SetOsfControlContainerReadyForCustomFunctions: (_, __, { customFunctions }) => customFunctions.start(),
      _GetEnabledFeatures: () => [],
      SetInvocationArrayResults: (_, args, { customFunctions }) => customFunctions.results(args.array(0)),
    },
  }),
  AddinInternalService: define<HostObject, ExcelContext>({ call: { NotifyActionHandlerReady: () => undefined } }),
  AppRuntimeService: define<HostObject, ExcelContext>({
    call: {
      GetAppRuntimeState: (_, __, { pane }) => (pane.visible ? "Visible" : "Background"),
      SetAppRuntimeState: (_, args, { setPaneVisible }) => setPaneVisible(args.text(0) === "Visible"),
    },
  }),
  AppRuntimePersistenceService: define<HostObject, ExcelContext>({
    call: {
      GetAppRuntimeStartState: (_, __, { pane }) => (pane.startWithDocument ? "Background" : "Inactive"),
      SetAppRuntimeStartState: (_, args, { pane }) => {
        pane.startWithDocument = args.text(0) !== "Inactive";
      },
    },
  }),
};
