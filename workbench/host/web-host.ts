/**
 * Excel on the web's half of the protocol that office.js speaks (cross-document messages). The add-in's page runs
 * unchanged: it finds all it needs in `window.name`.
 */
import type { Answer } from "./faults";
import type { RichApiMessage } from "./protocol";
import type { Requirements } from "./requirements";

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: unknown;
  readonly _data?: MethodData;
}

interface MethodData {
  readonly DdaMethod?: { readonly DispatchId: number; readonly Version: unknown };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: unknown;
  /** Id of the command that is completed. */
  readonly "0"?: unknown;
}

const MessageType = { request: 0, response: 1 } as const;
const CallType = { method: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const ResponseType = { method: 0, event: 1 } as const;
const DispatchId = { settingsLoad: 75, settingsSave: 76, executeRichApi: 93, commandCompleted: 94 } as const;

/** 1 shared runtime, 2 custom functions. */
const HOST_FLAGS = 3;

export interface WebHostOptions {
  /** Sends a message to the page. */
  readonly post: (message: string) => void;
  /** Answers a rich-API request. */
  readonly request: (body: string, flags: number) => Promise<Answer>;
  /** Origin of the page that plays Excel. */
  readonly origin: string;
  readonly requirements: Requirements;
  /** Display language, "ja-JP". */
  readonly locale: string;
  readonly documentUrl: string;
  /** Document settings as [key, JSON] (the same store as `workbook.settings`). */
  readonly settings: {
    readonly load: () => readonly (readonly [string, string])[];
    readonly save: (settings: readonly (readonly [string, string])[]) => void;
  };
  /** A command that was started under this id has called `completed()`. */
  readonly onCommandCompleted?: (id: string) => void;
}

export class WebHost {
  /** Give it to the page before it loads. */
  readonly windowName: string;
  private readonly subscriptions = new Map<string, Message>();
  private readonly conversation = `conv${Math.random().toString(16).slice(2)}`;
  private readonly session = crypto.randomUUID();
  private readonly addinId = "add-in-1";

  constructor(private readonly options: WebHostOptions) {
    this.windowName = JSON.stringify({
      baseFrameName: "wb",
      hostInfo: `Excel$Web$16.01$${options.locale}$${this.session}$$disableLogging$${HOST_FLAGS}`,
      xdmInfo: `${this.conversation}$${this.addinId}$${options.origin}`,
      serializerVersion: "1",
      flights: "[]",
    });
  }

  /** A message of the page. Anything that is not for Excel is left alone. */
  async receive(text: unknown): Promise<void> {
    const message = parseMessage(text);
    if (!message || message._messageType !== MessageType.request) return;
    if (message._actionType === CallType.registerEvent) {
      this.subscriptions.set(message._actionName, message);
      return this.reply(message, { Error: 0 });
    }
    if (message._actionType === CallType.unregisterEvent) {
      this.subscriptions.delete(message._actionName);
      return this.reply(message, { Error: 0 });
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.reply(message, this.appContext());
      case "executeMethod":
        return this.method(message, message._data ?? {});
      default:
        return this.reply(message, null);
    }
  }

  /** @returns false where the page does not listen (yet) */
  fire(event: string, data: unknown): boolean {
    const subscription = this.subscriptions.get(event);
    if (!subscription) return false;
    this.post(subscription, ResponseType.event, event, data);
    return true;
  }

  /** Messages for events of the workbook and calls of custom functions. */
  richApiEvent(messages: readonly RichApiMessage[]): boolean {
    const ArrayData = messages.map((entry) => [
      entry.messageCategory,
      entry.messageType,
      entry.targetId ?? "",
      entry.message,
      entry.id ?? 0,
      false,
    ]);
    return this.fire("richApiMessage", { ArrayData });
  }

  /** The user presses a ribbon button. @param control id of the control in the manifest */
  runCommand(id: string, functionName: string, control: string): boolean {
    return this.fire("appCommandInvoked", [id, functionName, JSON.stringify({ source: { id: control } })]);
  }

  private async method(message: Message, data: MethodData): Promise<void> {
    const Version = data.DdaMethod?.Version;
    switch (data.DdaMethod?.DispatchId) {
      case DispatchId.executeRichApi: {
        // [customData, method, path, headers, body, reserved, flags]
        const list = data.ArrayData ?? [];
        const answer = await this.options.request(String(list[4]), Number(list[6] ?? 0));
        if (answer === null) return;
        if ("error" in answer) return this.reply(message, { Error: answer.error, Version });
        return this.reply(message, { Error: 0, Version, Data: [200, [], JSON.stringify(answer.body)] });
      }
      case DispatchId.settingsLoad:
        return this.reply(message, { Error: 0, Version, Settings: this.options.settings.load() });
      case DispatchId.settingsSave:
        this.options.settings.save(settingsOf(data.DdaSettingsMethod));
        return this.reply(message, { Error: 0, Version });
      case DispatchId.commandCompleted:
        this.options.onCommandCompleted?.(String(data["0"]));
        return this.reply(message, { Error: 0, Version });
      default:
        // "not supported"
        return this.reply(message, { Error: 5001, Version });
    }
  }

  private reply(message: Message, data: unknown): void {
    this.post(message, ResponseType.method, message._actionName, data);
  }

  private post(message: Message, responseType: number, actionName: string, data: unknown): void {
    const { _conversationId, _correlationId } = message;
    this.options.post(
      JSON.stringify({
        _messageType: MessageType.response,
        _actionName: actionName,
        _conversationId,
        _correlationId,
        _errorCode: 0,
        _responseType: responseType,
        _data: data,
        _origin: this.options.origin,
        _serializerVersion: 1,
      }),
    );
  }

  private appContext(): Record<string, unknown> {
    const { locale, documentUrl, requirements, settings } = this.options;
    return {
      _id: this.addinId,
      _appName: 16,
      _appVersion: "16.01",
      _appMinorVersion: 0,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: documentUrl,
      _clientMode: 1,
      _settings: settings.load(),
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.session,
      _appInstanceId: this.addinId,
      _requirementMatrix: JSON.stringify(requirements),
      _hostFullVersion: "16.0.0.0",
      _clientWindowHeight: 800,
      _clientWindowWidth: 320,
      _addinName: "KPIシート",
      _appDomains: [],
      _initialDisplayMode: 2,
    };
  }
}

function parseMessage(text: unknown): Message | null {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
}

/** The library sends the whole set of document settings. */
function settingsOf(data: unknown): [string, string][] {
  const { Properties } = (data ?? {}) as { Properties?: unknown };
  return Array.isArray(Properties)
    ? Properties.map((pair: unknown) => [String((pair as unknown[])[0]), String((pair as unknown[])[1])])
    : [];
}
