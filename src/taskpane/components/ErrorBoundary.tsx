import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import type { Messages } from "../i18n";
import { Notice } from "./Notice";

interface Props {
  readonly t: Messages;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** A fault of the pane never leaves a blank page: a sentence, a way on, and the text for those who maintain it. */
export class ErrorBoundary extends Component<Props, { fault: string | null }> {
  override state: { fault: string | null } = { fault: null };

  static getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  private readonly retry = (): void => {
    this.setState({ fault: null });
    this.props.onRetry();
  };

  override render(): ReactNode {
    const { t, children } = this.props;
    if (this.state.fault === null) return children;
    return (
      <Notice tone="error" title={t.crash.title} actions={<Button onClick={this.retry}>{t.crash.retry}</Button>}>
        {t.crash.body}
        <pre style={{ whiteSpace: "pre-wrap" }}>{this.state.fault}</pre>
      </Notice>
    );
  }
}
